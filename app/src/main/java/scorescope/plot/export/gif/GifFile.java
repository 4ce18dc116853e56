package scorescope.plot.export.gif;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import scorescope.plot.raster.ChangedPixels;

/**
 * Writes an animated GIF with one palette. A frame contains the smallest rectangle in which it differs from the
 * previous one, with transparent pixels where it does not.
 *
 * @see <a href="https://www.w3.org/Graphics/GIF/spec-gif89a.txt">GIF89a</a>
 */
public final class GifFile {
    private static final int LONGEST_BLOCK = 255;
    private static final int EXTENSION = 0x21;
    private static final int KEEP = 1 << 2;
    private static final int HAS_TRANSPARENT = 1;
    private static final int PALETTE_OF_256 = 0xf7;

    private final OutputStream out;
    private final GifPalette palette;
    private final int columns;
    private final int rows;

    /**
     * Writes everything before the first frame.
     *
     * @param plays number of plays; 0 for endless
     * @param description the picture in words, a comment; left out if empty
     * @param session a comment that {@link GifComments} finds
     */
    public GifFile(
            OutputStream out,
            GifPalette palette,
            int columns,
            int rows,
            int plays,
            String description,
            Optional<String> session)
            throws IOException {
        this.out = out;
        this.palette = palette;
        this.columns = columns;
        this.rows = rows;
        out.write(GifComments.SIGNATURE);
        number(out, columns);
        number(out, rows);
        out.write(new byte[] {(byte) PALETTE_OF_256, 0, 0});
        for (int i = 0; i < GifPalette.SIZE; i++) {
            int rgb = palette.color(i);
            out.write(new byte[] {(byte) (rgb >> 16), (byte) (rgb >> 8), (byte) rgb});
        }
        if (plays != 1) {
            out.write(new byte[] {EXTENSION, (byte) 0xff, 11});
            out.write("NETSCAPE2.0".getBytes(StandardCharsets.US_ASCII));
            out.write(new byte[] {3, 1});
            // The file states the number of repetitions after the first play.
            number(out, plays == 0 ? 0 : plays - 1);
            out.write(0);
        }
        if (!description.isEmpty()) {
            comment(description);
        }
        if (session.isPresent()) {
            comment(GifComments.MARK + session.get());
        }
    }

    private void comment(String text) throws IOException {
        out.write(new byte[] {EXTENSION, (byte) GifComments.COMMENT});
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at < bytes.length; at += LONGEST_BLOCK) {
            int length = Math.min(LONGEST_BLOCK, bytes.length - at);
            out.write(length);
            out.write(bytes, at, length);
        }
        out.write(0);
    }

    /**
     * The bytes of one frame from its image descriptor on. May be called for several frames at once.
     *
     * @param before pixels of the frame before, 0xRRGGBB; empty for the first frame
     * @param now pixels of the frame
     */
    public byte[] coded(Optional<int[]> before, int[] now) {
        byte[] indices = new byte[columns * rows];
        boolean[] unchanged = new boolean[columns * rows];
        var changed = new ChangedPixels(columns, rows);
        for (int j = 0, at = 0; j < rows; j++) {
            for (int i = 0; i < columns; i++, at++) {
                int index = palette.index(now[at]);
                indices[at] = (byte) index;
                unchanged[at] =
                        before.isPresent() && (before.get()[at] == now[at] || palette.index(before.get()[at]) == index);
                if (!unchanged[at]) {
                    changed.add(i, j);
                }
            }
        }
        var bytes = new ByteArrayOutputStream();
        bytes.write(0x2c);
        for (int value : new int[] {changed.left(), changed.top(), changed.width(), changed.height()}) {
            bytes.write(value);
            bytes.write(value >> 8);
        }
        bytes.write(0);
        bytes.writeBytes(LzwEncoder.encode(cut(indices, changed), cut(unchanged, changed), GifPalette.TRANSPARENT));
        return bytes.toByteArray();
    }

    private byte[] cut(byte[] all, ChangedPixels part) {
        byte[] result = new byte[part.width() * part.height()];
        for (int j = 0; j < part.height(); j++) {
            System.arraycopy(all, (part.top() + j) * columns + part.left(), result, j * part.width(), part.width());
        }
        return result;
    }

    private boolean[] cut(boolean[] all, ChangedPixels part) {
        boolean[] result = new boolean[part.width() * part.height()];
        for (int j = 0; j < part.height(); j++) {
            System.arraycopy(all, (part.top() + j) * columns + part.left(), result, j * part.width(), part.width());
        }
        return result;
    }

    /**
     * Writes the next frame.
     *
     * @param coded the result of {@link #coded} for it
     * @param hundredths duration of the frame, in 1/100 s
     */
    public void frame(byte[] coded, int hundredths) throws IOException {
        out.write(new byte[] {EXTENSION, (byte) 0xf9, 4, KEEP | HAS_TRANSPARENT});
        number(out, hundredths);
        out.write(new byte[] {GifPalette.TRANSPARENT, 0});
        out.write(coded);
    }

    /** Writes the end. */
    public void end() throws IOException {
        out.write(0x3b);
    }

    private static void number(OutputStream to, int value) throws IOException {
        to.write(value);
        to.write(value >> 8);
    }
}
