package scorescope.session.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.InflaterInputStream;

/**
 * Properties of pixels that the header of a JPEG or PNG file states.
 *
 * @param orientation orientation by Exif, 1 to 8; 1 is upright
 * @param components components of a pixel in a JPEG; 0 if unknown
 * @param adobe the colour transform that Adobe's marker names: 0 none, 1 YCbCr, 2 YCCK; −1 without the marker
 * @param colors meaning of its samples: by its profile, or by its gamma and primaries
 * @see <a href="https://www.cipa.jp/std/documents/download_e.html?DC-008-Translation-2023-E">Exif 3.0, 4.6.5</a>
 */
record PictureMetadata(int orientation, int components, int adobe, SampleColors colors) {
    static final int UPRIGHT = 1;

    private static final int NO_ADOBE = -1;
    private static final int ORIENTATION = 0x0112;
    private static final int SHORT = 3;
    private static final byte[] EXIF = {'E', 'x', 'i', 'f', 0};
    private static final byte[] ADOBE = {'A', 'd', 'o', 'b', 'e'};
    private static final byte[] PROFILE = "ICC_PROFILE\0".getBytes(ISO_8859_1);

    /** Limit for the size of a profile from a damaged file, in bytes; usual ones have a few kilobytes. */
    private static final int LARGEST_PROFILE = 16 << 20;

    private static final ByteBuffer NONE = ByteBuffer.allocate(0);

    /** Reads the metadata of a file; unreadable parts have their default. */
    static PictureMetadata of(byte[] bytes) {
        var file = ByteBuffer.wrap(bytes);
        if (bytes.length > 4 && (bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xd8) {
            return ofJpeg(file);
        }
        if (bytes.length > 8 && bytes[1] == 'P') {
            var chunks = pngChunks(file);
            return new PictureMetadata(
                    chunks.containsKey("eXIf") ? orientation(chunks.get("eXIf")) : UPRIGHT,
                    0,
                    NO_ADOBE,
                    colors(chunks));
        }
        return new PictureMetadata(UPRIGHT, 0, NO_ADOBE, SampleColors.PLAIN);
    }

    private static PictureMetadata ofJpeg(ByteBuffer file) {
        int orientation = UPRIGHT;
        int components = 0;
        int adobe = NO_ADOBE;
        var profile = new TreeMap<Integer, byte[]>(); // A long profile is split into numbered segments.
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
            } else if (marker == 0xe2 && begins(file, data, end, PROFILE) && end - data > PROFILE.length + 2) {
                int from = data + PROFILE.length + 2;
                byte[] part = new byte[end - from];
                file.get(from, part);
                profile.put(file.get(data + PROFILE.length) & 0xff, part);
            } else if (isFrame(marker) && end - data >= 6) {
                components = file.get(data + 5) & 0xff;
            }
            at = end;
        }
        var whole = new ByteArrayOutputStream();
        profile.values().forEach(whole::writeBytes);
        // Java's decoder applies the profile of a JPEG of three components, and no other.
        boolean decoded = profile.isEmpty() || components == SampleColors.RGB;
        var colors = decoded ? SampleColors.PLAIN : ProfileColors.of(whole.toByteArray());
        return new PictureMetadata(orientation, components, adobe, colors);
    }

    /** Whether a marker is SOF0 to SOF15, except the markers of tables among these numbers. */
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

    /** Data of the chunks by type; the first of each type. */
    private static Map<String, ByteBuffer> pngChunks(ByteBuffer file) {
        var chunks = new HashMap<String, ByteBuffer>();
        int at = 8;
        while (at + 12 <= file.limit()) {
            int length = file.getInt(at);
            if (length < 0 || length > file.limit() - at - 12) {
                break;
            }
            byte[] type = new byte[4];
            file.get(at + 4, type);
            chunks.putIfAbsent(new String(type, ISO_8859_1), file.slice(at + 8, length));
            at += 12 + length;
        }
        return chunks;
    }

    /** By precedence: a profile, then the chunk sRGB, then gamma and primaries. */
    private static SampleColors colors(Map<String, ByteBuffer> chunks) {
        if (chunks.containsKey("iCCP")) {
            return ProfileColors.of(unpacked(chunks.get("iCCP")));
        }
        return chunks.containsKey("sRGB")
                ? SampleColors.PLAIN
                : GammaColors.of(chunks.getOrDefault("gAMA", NONE), chunks.getOrDefault("cHRM", NONE));
    }

    /** The profile after its zero-terminated name and its compression method; empty if it is damaged. */
    private static byte[] unpacked(ByteBuffer profile) {
        byte[] data = new byte[profile.remaining()];
        profile.get(0, data);
        int name = 0;
        while (name < data.length && data[name] != 0) {
            name++;
        }
        int from = Math.min(data.length, name + 2);
        try (var in = new InflaterInputStream(new ByteArrayInputStream(data, from, data.length - from))) {
            return in.readNBytes(LARGEST_PROFILE);
        } catch (IOException damaged) {
            return new byte[0];
        }
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
