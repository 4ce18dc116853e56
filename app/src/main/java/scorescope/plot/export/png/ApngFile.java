package scorescope.plot.export.png;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import scorescope.plot.raster.ChangedPixels;

/**
 * Writes an animated PNG. A frame contains the smallest rectangle in which it differs from the previous one, with
 * transparent pixels where it does not. Programs that support only still PNG show the first frame.
 *
 * @see <a href="https://www.w3.org/TR/png-3/#apng-frame-based-animation">PNG specification, third edition, 4.9</a>
 */
public final class ApngFile {
    private static final byte KEEP = 0;
    private static final byte OVER = 1;
    private static final int CHANNELS = 4;
    private static final int OPAQUE = 0xff000000;

    private final PngChunks chunks;
    private final int columns;
    private final int rows;
    private boolean headerWritten;
    private int sequence;

    /**
     * A frame to be written.
     *
     * @param data its compressed pixels
     */
    public record Coded(int left, int top, int width, int height, byte[] data) {}

    /**
     * Writes everything before the first frame.
     *
     * @param frames number of frames
     * @param plays number of plays; 0 for endless
     * @param dpi pixels per inch
     * @param description the picture in words
     */
    public ApngFile(
            OutputStream out,
            int columns,
            int rows,
            int frames,
            int plays,
            double dpi,
            String description,
            Optional<String> session)
            throws IOException {
        this.columns = columns;
        this.rows = rows;
        chunks = new PngChunks(out);
        chunks.begin(columns, rows, PngChunks.WITH_ALPHA);
        chunks.chunk("acTL", PngChunks.numbers(frames, plays));
        chunks.about(dpi, description, session);
    }

    /**
     * Codes one frame. May be called for several frames at once.
     *
     * @param before pixels of the frame before, 0xAARRGGBB and opaque; empty for the first frame
     * @param now pixels of the frame
     */
    public Coded coded(Optional<int[]> before, int[] now) {
        if (before.isEmpty()) {
            return new Coded(0, 0, columns, rows, PngPixels.of(now, columns, rows, CHANNELS));
        }
        var changed = new ChangedPixels(columns, rows);
        for (int at = 0; at < now.length; at++) {
            if (before.get()[at] != now[at]) {
                changed.add(at % columns, at / columns);
            }
        }
        int[] part = new int[changed.width() * changed.height()];
        for (int j = 0, to = 0; j < changed.height(); j++) {
            int from = (changed.top() + j) * columns + changed.left();
            for (int i = 0; i < changed.width(); i++, from++, to++) {
                part[to] = before.get()[from] == now[from] ? 0 : OPAQUE | now[from];
            }
        }
        return new Coded(
                changed.left(),
                changed.top(),
                changed.width(),
                changed.height(),
                PngPixels.of(part, changed.width(), changed.height(), CHANNELS));
    }

    /**
     * Writes the next frame.
     *
     * @param milliseconds duration of the frame, at most 65,535
     */
    public void frame(Coded coded, int milliseconds) throws IOException {
        byte[] delay = {(byte) (milliseconds >> 8), (byte) milliseconds, (byte) (1000 >> 8), (byte) 1000, KEEP, OVER};
        chunks.chunk("fcTL", PngChunks.numbers(sequence++, coded.width, coded.height, coded.left, coded.top), delay);
        if (headerWritten) {
            chunks.chunk("fdAT", PngChunks.numbers(sequence++), coded.data);
        } else {
            chunks.chunk("IDAT", coded.data);
            headerWritten = true;
        }
    }

    /** Writes the end. */
    public void end() throws IOException {
        chunks.end();
    }
}
