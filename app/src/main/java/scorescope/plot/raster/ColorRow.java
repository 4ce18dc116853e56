package scorescope.plot.raster;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Blends sums of coverage onto one row of pixels. A disc that covers the share w of a pixel adds −log(1 − w) to the sum d
 * of its colour. The pixel is covered to 1 − exp(−Σ d), in the mean of the colours weighted by their sums.
 *
 * <p>Sums are 16 bits wide, four in a word. Each step is a short loop over the row, most of which the compiler turns
 * into vector instructions.
 */
final class ColorRow {
    static final int LANE_BITS = 16;

    static final int LANE_BYTES = LANE_BITS / Byte.SIZE;

    /** Pixels per word of sums. */
    static final int LANES = Long.SIZE / LANE_BITS;

    /** A word of sums at any byte offset. */
    static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** Value of a sum for −log(1 − w) = 1. */
    private static final double FOLD = 256;

    private static final int OPAQUE = 4096;
    /** The largest sum: the highest bit is never set. */
    private static final int MOST = (1 << (LANE_BITS - 1)) - 1;

    private static final short[] LAID = laid();

    private int[] weights = new int[0];
    private int[] colors = new int[0];
    private long[] words = new long[0];
    private int[] present = new int[0];
    private int from;
    private int to;

    /** Coverage in 1/256 by sum: 256 (1 − exp(−d/256)). */
    private static short[] laid() {
        var weights = new short[MOST + 1];
        for (int d = 0; d < weights.length; d++) {
            weights[d] = (short) Math.round(256 * (1 - Math.exp(-d / FOLD)));
        }
        return weights;
    }

    /** The summand for a coverage of {@code alpha}/255. */
    static int logarithm(int alpha) {
        return alpha >= 255 ? OPAQUE : (int) Math.round(-FOLD * Math.log(1 - alpha / 255.0));
    }

    /** Bytes of the sums of one colour for a row of {@code width} pixels. */
    static int bytes(int width) {
        return Math.ceilDiv(width, LANES) * Long.BYTES;
    }

    /**
     * Blends the colours onto a row of pixels and clears their sums.
     *
     * @param pixels 0xAARRGGBB, opaque; the row begins at {@code first}
     * @param sums {@link #bytes} for each colour, from byte {@code at} on
     * @param argb the colours
     */
    void lay(int[] pixels, int first, int width, byte[] sums, int at, int[] argb) {
        int bytes = bytes(width);
        if (weights.length < width + LANES || words.length < argb.length) {
            weights = new int[width + LANES];
            colors = new int[width + LANES];
            words = new long[argb.length];
            present = new int[argb.length];
        }
        int begin = width;
        int end = 0;
        for (int k = 0; k < argb.length; k++) {
            if (find(sums, at + k * bytes, width)) {
                begin = Math.min(begin, from);
                end = Math.max(end, to);
            }
        }
        if (begin >= end) {
            return;
        }
        if (argb.length == 1) {
            weigh(sums, at, weights, begin, end);
            mix(pixels, first, weights, argb[0], begin, Math.min(end, width));
        } else {
            for (int i = begin; i < end; i += LANES) {
                average(i, find(sums, argb.length, bytes, at + LANE_BYTES * i), argb);
            }
            mix(pixels, first, weights, colors, begin, Math.min(end, width));
        }
        for (int k = 0; k < argb.length; k++) {
            int row = at + k * bytes;
            Arrays.fill(sums, row + LANE_BYTES * begin, row + LANE_BYTES * end, (byte) 0);
        }
    }

    /** Finds the smallest stretch {@code from ≤ i < to} of whole words that holds all sums above 0 of one colour. */
    private boolean find(byte[] sums, int at, int width) {
        int begin = 0;
        int end = Math.ceilDiv(width, LANES) * LANES;
        while (begin < end && (long) WORD.get(sums, at + LANE_BYTES * begin) == 0) {
            begin += LANES;
        }
        while (begin < end && (long) WORD.get(sums, at + LANE_BYTES * (end - LANES)) == 0) {
            end -= LANES;
        }
        from = begin;
        to = end;
        return begin < end;
    }

    private static void weigh(byte[] sums, int at, int[] weights, int from, int to) {
        for (int i = from; i < to; i += LANES) {
            weigh((long) WORD.get(sums, at + LANE_BYTES * i), weights, i);
        }
    }

    private static void weigh(long word, int[] weights, int i) {
        weights[i] = LAID[lane(word, 0)];
        weights[i + 1] = LAID[lane(word, 1)];
        weights[i + 2] = LAID[lane(word, 2)];
        weights[i + 3] = LAID[lane(word, 3)];
    }

    /** Finds the colours whose word is not 0 and returns their number; the first colour's word is at byte {@code at}. */
    private int find(byte[] sums, int count, int bytes, int at) {
        int found = 0;
        for (int k = 0; k < count; k++) {
            long word = (long) WORD.get(sums, at + k * bytes);
            if (word != 0) {
                words[found] = word;
                present[found++] = k;
            }
        }
        return found;
    }

    /** Sets the weights and the mean colours of the pixels of one word. */
    private void average(int i, int found, int[] argb) {
        if (found > 1) {
            for (int lane = 0; lane < LANES; lane++) {
                average(i + lane, lane, found, argb);
            }
            return;
        }
        weigh(found == 0 ? 0 : words[0], weights, i);
        int color = found == 0 ? 0 : argb[present[0]];
        colors[i] = color;
        colors[i + 1] = color;
        colors[i + 2] = color;
        colors[i + 3] = color;
    }

    private void average(int i, int lane, int found, int[] argb) {
        int depth = 0;
        // Red and blue in one number, 32 bits apart.
        long redBlue = 0;
        int green = 0;
        for (int k = 0; k < found; k++) {
            int sum = lane(words[k], lane);
            int color = argb[present[k]];
            depth += sum;
            redBlue += sum * ((color & 0xff0000L) << 16 | (color & 0xff));
            green += sum * ((color >>> 8) & 0xff);
        }
        float share = 1f / Math.max(1, depth);
        int red = (int) (share * (redBlue >>> 32));
        int blue = (int) (share * (int) redBlue);
        colors[i] = red << 16 | (int) (share * green) << 8 | blue;
        weights[i] = LAID[Math.min(depth, MOST)];
    }

    private static int lane(long word, int lane) {
        return (int) (word >>> (lane * LANE_BITS)) & MOST;
    }

    private static void mix(int[] pixels, int first, int[] weights, int argb, int from, int to) {
        for (int i = from; i < to; i++) {
            pixels[first + i] = 0xff000000 | Raster.mix(pixels[first + i], argb, weights[i]);
        }
    }

    private static void mix(int[] pixels, int first, int[] weights, int[] argb, int from, int to) {
        for (int i = from; i < to; i++) {
            pixels[first + i] = 0xff000000 | Raster.mix(pixels[first + i], argb[i], weights[i]);
        }
    }
}
