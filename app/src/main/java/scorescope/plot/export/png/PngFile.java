package scorescope.plot.export.png;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * The bytes of a PNG file with 8 bits per channel, without an alpha channel if every pixel is opaque.
 *
 * @see <a href="https://www.w3.org/TR/png-3/">PNG specification, third edition</a>
 */
public final class PngFile {
    public static final String KEYWORD = "scorescope";

    /** Keyword that the PNG specification reserves for a description of the image. */
    static final String DESCRIPTION = "Description";

    private PngFile() {}

    /** A picture without text and without a resolution. */
    public static byte[] of(int[] argb, int columns, int rows) {
        return of(argb, columns, rows, 0, "", Optional.empty());
    }

    /**
     * @param argb straight alpha, row by row from the top
     * @param dpi pixels per inch; not stated in the file if 0
     * @param description the picture in words, stored under the registered keyword; left out if empty
     * @param session text stored in an iTXt chunk
     */
    public static byte[] of(
            int[] argb, int columns, int rows, double dpi, String description, Optional<String> session) {
        boolean opaque = opaque(argb, columns * rows);
        var bytes = new ByteArrayOutputStream();
        try {
            var chunks = new PngChunks(bytes);
            chunks.begin(columns, rows, opaque ? PngChunks.TRUE_COLOR : PngChunks.WITH_ALPHA);
            chunks.about(dpi, description, session);
            chunks.chunk("IDAT", PngPixels.smaller(argb, columns, rows, opaque ? 3 : 4));
            chunks.end();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return bytes.toByteArray();
    }

    private static boolean opaque(int[] argb, int count) {
        for (int i = 0; i < count; i++) {
            if (argb[i] >>> 24 != 0xff) {
                return false;
            }
        }
        return true;
    }
}
