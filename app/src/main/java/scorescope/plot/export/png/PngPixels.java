package scorescope.plot.export.png;

import java.io.ByteArrayOutputStream;
import java.util.zip.Deflater;

/** Pixels as PNG keeps them: each row under whichever of the filters None, Sub, Up and Average leaves the smallest numbers. */
final class PngPixels {
    private static final int FILTERS = 4;

    private PngPixels() {}

    /**
     * The data of a picture.
     *
     * @param argb straight alpha, row by row from the top
     * @param channels 3 without alpha, else 4
     */
    static byte[] of(int[] argb, int columns, int rows, int channels) {
        return compressed(filtered(argb, columns, rows, channels));
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
}
