package scorescope.plot.export;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * The bytes of a PNG file with 8 bits a channel: without an alpha channel where every pixel is opaque, each row
 * under whichever of the filters None, Sub, Up and Average leaves the smallest numbers.
 *
 * @see <a href="https://www.w3.org/TR/png-3/">PNG specification, third edition</a>
 */
final class PngFile {
    static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    static final String KEYWORD = "scorescope";

    /** Registered by the PNG specification for a description of the image. */
    static final String DESCRIPTION = "Description";

    private static final double INCH_IN_METRES = 0.0254;
    private static final int FILTERS = 4;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private PngFile() {}

    /** A picture without text that states no size. */
    static byte[] of(int[] argb, int columns, int rows) {
        return of(argb, columns, rows, 0, "", Optional.empty());
    }

    /**
     * @param argb straight alpha, row by row from the top
     * @param dpi pixels an inch; not stated in the file if 0
     * @param description the picture in words, kept under the registered keyword; left out if empty
     * @param session text kept in an iTXt chunk
     */
    static byte[] of(int[] argb, int columns, int rows, double dpi, String description, Optional<String> session) {
        var file = new PngFile();
        file.out.writeBytes(SIGNATURE);
        boolean opaque = opaque(argb, columns * rows);
        var header = new ByteArrayOutputStream();
        number(header, columns);
        number(header, rows);
        header.writeBytes(new byte[] {8, (byte) (opaque ? 2 : 6), 0, 0, 0});
        file.chunk("IHDR", header.toByteArray());
        if (dpi > 0) {
            var density = new ByteArrayOutputStream();
            int perMetre = (int) Math.round(dpi / INCH_IN_METRES);
            number(density, perMetre);
            number(density, perMetre);
            density.write(1);
            file.chunk("pHYs", density.toByteArray());
        }
        session.ifPresent(text -> file.text(KEYWORD, text));
        if (!description.isEmpty()) {
            file.text(DESCRIPTION, description);
        }
        file.chunk("IDAT", compressed(filtered(argb, columns, rows, opaque ? 3 : 4)));
        file.chunk("IEND", new byte[0]);
        return file.out.toByteArray();
    }

    private void text(String keyword, String text) {
        var data = new ByteArrayOutputStream();
        data.writeBytes(keyword.getBytes(StandardCharsets.ISO_8859_1));
        data.writeBytes(new byte[5]); // end of keyword, not compressed, method 0, no language, no translation
        data.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        chunk("iTXt", data.toByteArray());
    }

    private static boolean opaque(int[] argb, int count) {
        for (int i = 0; i < count; i++) {
            if (argb[i] >>> 24 != 0xff) {
                return false;
            }
        }
        return true;
    }

    private static byte[] filtered(int[] argb, int columns, int rows, int channels) {
        int stride = columns * channels;
        byte[] result = new byte[rows * (stride + 1)];
        byte[] row = new byte[stride];
        byte[] above = new byte[stride];
        byte[][] tries = new byte[FILTERS][stride];
        for (int j = 0; j < rows; j++) {
            for (int i = 0, at = 0; i < columns; i++) {
                int pixel = argb[j * columns + i];
                row[at++] = (byte) (pixel >> 16);
                row[at++] = (byte) (pixel >> 8);
                row[at++] = (byte) pixel;
                if (channels == 4) {
                    row[at++] = (byte) (pixel >>> 24);
                }
            }
            int best = bestFilter(row, above, channels, tries);
            result[j * (stride + 1)] = (byte) best;
            System.arraycopy(tries[best], 0, result, j * (stride + 1) + 1, stride);
            byte[] swap = above;
            above = row;
            row = swap;
        }
        return result;
    }

    private static int bestFilter(byte[] row, byte[] above, int channels, byte[][] tries) {
        long[] cost = new long[FILTERS];
        for (int i = 0; i < row.length; i++) {
            int left = i < channels ? 0 : row[i - channels] & 0xff;
            int up = above[i] & 0xff;
            tries[0][i] = row[i];
            tries[1][i] = (byte) (row[i] - left);
            tries[2][i] = (byte) (row[i] - up);
            tries[3][i] = (byte) (row[i] - (left + up) / 2);
            for (int f = 0; f < FILTERS; f++) {
                cost[f] += Math.abs(tries[f][i]);
            }
        }
        int best = 0;
        for (int f = 1; f < FILTERS; f++) {
            best = cost[f] < cost[best] ? f : best;
        }
        return best;
    }

    private static byte[] compressed(byte[] data) {
        var result = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 16];
        try (var deflater = new Deflater()) {
            deflater.setInput(data);
            deflater.finish();
            while (!deflater.finished()) {
                result.write(buffer, 0, deflater.deflate(buffer));
            }
        }
        return result.toByteArray();
    }

    private void chunk(String type, byte[] data) {
        var body = new ByteArrayOutputStream();
        body.writeBytes(type.getBytes(StandardCharsets.ISO_8859_1));
        body.writeBytes(data);
        var crc = new CRC32();
        crc.update(body.toByteArray());
        number(out, data.length);
        out.writeBytes(body.toByteArray());
        number(out, (int) crc.getValue());
    }

    private static void number(ByteArrayOutputStream to, int value) {
        to.write(value >>> 24);
        to.write(value >>> 16);
        to.write(value >>> 8);
        to.write(value);
    }
}
