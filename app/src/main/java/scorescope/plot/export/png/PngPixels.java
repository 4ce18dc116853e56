package scorescope.plot.export.png;

import java.io.ByteArrayOutputStream;
import java.util.zip.Deflater;

/** Compressed pixels of a PNG file. */
final class PngPixels {
    private static final int FILTERS = 4;
    private static final int BAND = 16;

    private PngPixels() {}

    /**
     * The data of a picture, every row filtered by None, Sub, Up or Average, whichever gives the smallest numbers.
     *
     * @param argb straight alpha, row by row from the top
     * @param channels 3 without alpha, else 4
     */
    static byte[] of(int[] argb, int columns, int rows, int channels) {
        return compressed(filtered(argb, columns, rows, channels, FILTERS));
    }

    /**
     * The same, or without filters if that is smaller for a sample of a quarter of the rows: figures of few colours are
     * up to a third smaller without filters, clouds of particles a tenth smaller with them.
     */
    static byte[] smaller(int[] argb, int columns, int rows, int channels) {
        int[] sample = sample(argb, columns, rows);
        int tried = sample.length / columns;
        byte[] plain = compressed(filtered(sample, columns, tried, channels, 1));
        byte[] filtered = of(sample, columns, tried, channels);
        return plain.length <= filtered.length
                ? compressed(filtered(argb, columns, rows, channels, 1))
                : of(argb, columns, rows, channels);
    }

    /** Every fourth band of rows; the whole picture if it is too small for that. */
    private static int[] sample(int[] argb, int columns, int rows) {
        if (rows <= 4 * BAND) {
            return argb;
        }
        int bands = (rows / BAND + 3) / 4;
        int[] sample = new int[bands * BAND * columns];
        for (int k = 0; k < bands; k++) {
            System.arraycopy(argb, 4 * k * BAND * columns, sample, k * BAND * columns, BAND * columns);
        }
        return sample;
    }

    /**
     * @param filters number of filters to choose from, starting with None
     */
    private static byte[] filtered(int[] argb, int columns, int rows, int channels, int filters) {
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
            int best = bestFilter(row, above, channels, tries, filters);
            result[j * (stride + 1)] = (byte) best;
            System.arraycopy(tries[best], 0, result, j * (stride + 1) + 1, stride);
            byte[] swap = above;
            above = row;
            row = swap;
        }
        return result;
    }

    private static int bestFilter(byte[] row, byte[] above, int channels, byte[][] tries, int filters) {
        if (filters == 1) {
            System.arraycopy(row, 0, tries[0], 0, row.length);
            return 0;
        }
        long[] cost = new long[filters];
        for (int i = 0; i < row.length; i++) {
            int left = i < channels ? 0 : row[i - channels] & 0xff;
            int up = above[i] & 0xff;
            tries[0][i] = row[i];
            tries[1][i] = (byte) (row[i] - left);
            tries[2][i] = (byte) (row[i] - up);
            tries[3][i] = (byte) (row[i] - (left + up) / 2);
            for (int f = 0; f < filters; f++) {
                cost[f] += Math.abs(tries[f][i]);
            }
        }
        int best = 0;
        for (int f = 1; f < filters; f++) {
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
}
