package scorescope.session.source;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * What the header of a JPEG or PNG file says about its pixels.
 *
 * @param orientation how the camera was held, 1 to 8 as Exif numbers it; 1 is upright
 * @param components of a pixel in a JPEG; 0 if not known
 * @param adobe the colour transform that Adobe's marker names: 0 none, 1 YCbCr, 2 YCCK; −1 without the marker
 * @see <a href="https://www.cipa.jp/std/documents/download_e.html?DC-008-Translation-2023-E">Exif 3.0, 4.6.5</a>
 */
record PictureMetadata(int orientation, int components, int adobe) {
    static final int UPRIGHT = 1;

    private static final int NO_ADOBE = -1;
    private static final int ORIENTATION = 0x0112;
    private static final int SHORT = 3;
    private static final byte[] EXIF = {'E', 'x', 'i', 'f', 0};
    private static final byte[] ADOBE = {'A', 'd', 'o', 'b', 'e'};

    /** Of the file's bytes; what cannot be read of them is left at its default. */
    static PictureMetadata of(byte[] bytes) {
        var file = ByteBuffer.wrap(bytes);
        if (bytes.length > 4 && (bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xd8) {
            return ofJpeg(file);
        }
        return new PictureMetadata(bytes.length > 8 && bytes[1] == 'P' ? pngOrientation(file) : UPRIGHT, 0, NO_ADOBE);
    }

    private static PictureMetadata ofJpeg(ByteBuffer file) {
        int orientation = UPRIGHT;
        int components = 0;
        int adobe = NO_ADOBE;
        int at = 2;
        while (at + 4 <= file.limit() && (file.get(at) & 0xff) == 0xff) {
            int marker = file.get(at + 1) & 0xff;
            if (marker == 0xff) {
                at++; // Fill bytes may stand before a marker.
                continue;
            }
            int length = file.getShort(at + 2) & 0xffff;
            int end = at + 2 + length;
            if (marker == 0xda || marker == 0xd9 || length < 2 || end > file.limit()) {
                break;
            }
            int data = at + 4;
            if (marker == 0xe1 && begins(file, data, end, EXIF)) {
                orientation = orientation(file.slice(data + EXIF.length + 1, end - data - EXIF.length - 1));
            } else if (marker == 0xee && begins(file, data, end, ADOBE) && end - data >= 12) {
                adobe = file.get(data + 11) & 0xff;
            } else if (isFrame(marker) && end - data >= 6) {
                components = file.get(data + 5) & 0xff;
            }
            at = end;
        }
        return new PictureMetadata(orientation, components, adobe);
    }

    /** SOF0 to SOF15 without the tables that are numbered among them. */
    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    private static boolean begins(ByteBuffer file, int from, int end, byte[] mark) {
        for (int i = 0; i < mark.length; i++) {
            if (from + i >= end || file.get(from + i) != mark[i]) {
                return false;
            }
        }
        return from + mark.length < end;
    }

    private static int pngOrientation(ByteBuffer file) {
        int at = 8;
        while (at + 12 <= file.limit()) {
            int length = file.getInt(at);
            if (length < 0 || length > file.limit() - at - 12) {
                break;
            }
            byte[] type = new byte[4];
            file.get(at + 4, type);
            if (new String(type, StandardCharsets.ISO_8859_1).equals("eXIf")) {
                return orientation(file.slice(at + 8, length));
            }
            at += 12 + length;
        }
        return UPRIGHT;
    }

    /** The tag of the first directory of a TIFF structure. */
    private static int orientation(ByteBuffer tiff) {
        if (tiff.limit() < 8) {
            return UPRIGHT;
        }
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        long directory = tiff.getInt(4) & 0xffffffffL;
        if (directory + 2 > tiff.limit()) {
            return UPRIGHT;
        }
        int entries = tiff.getShort((int) directory) & 0xffff;
        for (int i = 0; i < entries; i++) {
            long entry = directory + 2 + 12L * i;
            if (entry + 12 > tiff.limit()) {
                break;
            }
            if ((tiff.getShort((int) entry) & 0xffff) == ORIENTATION) {
                boolean isShort = tiff.getShort((int) entry + 2) == SHORT;
                int value = isShort ? tiff.getShort((int) entry + 8) : tiff.getInt((int) entry + 8);
                return value >= 1 && value <= 8 ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    /** Whether rows of the file are columns of the picture. */
    boolean isTurned() {
        return orientation >= 5;
    }

    /** The column of the upright picture that a pixel of the file belongs to. */
    int column(int i, int j, int width, int height) {
        return switch (orientation) {
            case 2, 3 -> width - 1 - i;
            case 5, 8 -> j;
            case 6, 7 -> height - 1 - j;
            default -> i;
        };
    }

    /** The row of the upright picture that a pixel of the file belongs to. */
    int row(int i, int j, int width, int height) {
        return switch (orientation) {
            case 3, 4 -> height - 1 - j;
            case 5, 6 -> i;
            case 7, 8 -> width - 1 - i;
            default -> j;
        };
    }
}
