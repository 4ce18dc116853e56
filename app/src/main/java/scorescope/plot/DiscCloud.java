package scorescope.plot;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Many small discs on a raster, in one colour or in several of one opacity. Laying a colour of opacity w on a pixel leaves
 * the share 1 − w of what was there; that is a product, in any order. So each disc only adds −log(1 − w) to a few whole
 * numbers, and one pass over the pixels lays the colour on. Of several colours a pixel gets the mean, weighted by what
 * each has added: no disc lies above another, so no colour hides the rest. Few discs are blended one after the other,
 * which saves that pass.
 *
 * <p>Sums are 16 bits wide, so that four pixels of a row are one addition and those of a whole window stay in the cache.
 * A sum whose highest bit comes up is cut to the largest number below it, which is opaque many times over.
 */
final class DiscCloud {
    /** From so many discs on it pays to make stamps of them. */
    private static final int MANY = 200;

    /** From so many on it pays to add them up. */
    private static final int CLOUD = 8_000;

    /** Each ink has sums of its own; those of more leave the cache, and blending one disc after the other is faster. */
    private static final int FEW_INKS = 4;

    /** What 1 stands for in the sums of logarithms: 2⁻⁸ of an e-fold. */
    private static final double FOLD = 256;

    private static final int OPAQUE = 4096;
    private static final int[] LAID = laid();

    /** Pixels whose sums are added at once. */
    private static final int LANES = 4;

    private static final int LANE_BITS = 16;
    private static final long LANE = 0xffffL;
    private static final long HIGH_BITS = 0x8000_8000_8000_8000L;
    private static final int PLACE_BITS = 3;
    private static final int PLACES = 1 << PLACE_BITS;
    private static final VarHandle FOUR = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final DiscStamps stamps = new DiscStamps();
    private long[] sums = new long[0];
    private byte[][] depths = new byte[0][];
    private long[] means = new long[0];

    /** Weights of 256 by sums of logarithms; the last for all larger ones. */
    private static int[] laid() {
        int[] weights = new int[(int) (FOLD * Math.log(512)) + 2];
        for (int d = 0; d < weights.length; d++) {
            weights[d] = (int) Math.round(256 * (1 - Math.exp(-d / FOLD)));
        }
        return weights;
    }

    private static int logarithm(int alpha) {
        return alpha >= 255 ? OPAQUE : (int) Math.round(-FOLD * Math.log(1 - alpha / 255.0));
    }

    /** Whether so many discs are better drawn here than one by one. */
    static boolean suits(int count, double radius) {
        return count >= MANY && radius <= DiscStamps.LARGEST;
    }

    /**
     * Draws discs of {@code radius} pixels about the points times {@code scale}.
     *
     * @param ink which of the colours each disc has; not read if there is one
     * @param argb colours, all of the same opacity
     */
    void draw(Raster raster, double[] x, double[] y, int[] ink, int count, double scale, double radius, int[] argb) {
        if (count >= CLOUD && argb.length <= FEW_INKS) {
            gather(raster, x, y, ink, count, scale, radius, argb);
            lay(raster, argb);
            return;
        }
        stamps.make(radius, argb[0] >>> 24, alpha -> alpha + (alpha >>> 7));
        for (int i = 0; i < count; i++) {
            int color = argb.length == 1 ? argb[0] : argb[ink[i]];
            int eighthX = eighths(scale * x[i]);
            int eighthY = eighths(scale * y[i]);
            int left = stamps.first(eighthX);
            int top = stamps.first(eighthY);
            if (raster.holds(left, top, stamps.side(), stamps.side())) {
                int from = stamps.at(eighthX & PLACES - 1, eighthY & PLACES - 1);
                raster.stamp(top * raster.width() + left, stamps.side(), stamps.weights(), from, color);
            } else {
                raster.disc(scale * x[i], scale * y[i], radius, color);
            }
        }
    }

    private static int eighths(double pixels) {
        return (int) Math.floor(pixels * PLACES);
    }

    /** Adds up all discs that lie wholly inside; the others are drawn as they come. */
    private void gather(
            Raster raster, double[] x, double[] y, int[] ink, int count, double scale, double radius, int[] argb) {
        stamps.make(radius, argb[0] >>> 24, DiscCloud::logarithm);
        int side = stamps.side();
        int words = Math.ceilDiv(side, LANES);
        pack(side, words);
        prepare(argb.length, raster.width() * raster.height());
        int rowBytes = 2 * raster.width();
        for (int i = 0; i < count; i++) {
            int kind = argb.length == 1 ? 0 : ink[i];
            int eighthX = eighths(scale * x[i]);
            int eighthY = eighths(scale * y[i]);
            int left = stamps.first(eighthX);
            int top = stamps.first(eighthY);
            if (raster.holds(left, top, words * LANES, side)) {
                int place = (eighthY & PLACES - 1) << PLACE_BITS | (eighthX & PLACES - 1);
                int at = top * rowBytes + 2 * left;
                if (words == 1) {
                    addNarrow(depths[kind], at, rowBytes, place * side, side);
                } else {
                    addWide(depths[kind], at, rowBytes, place * side * words, side, words);
                }
            } else {
                raster.disc(scale * x[i], scale * y[i], radius, argb[kind]);
            }
        }
    }

    /** Stamps whose rows are whole words of four pixels. */
    private void pack(int side, int words) {
        int needed = PLACES * PLACES * side * words;
        sums = sums.length < needed ? new long[needed] : sums;
        int[] weights = stamps.weights();
        for (int row = 0; row < PLACES * PLACES * side; row++) {
            for (int word = 0; word < words; word++) {
                long packed = 0;
                for (int lane = 0; lane < LANES && word * LANES + lane < side; lane++) {
                    packed |= (long) weights[row * side + word * LANES + lane] << (LANE_BITS * lane);
                }
                sums[row * words + word] = packed;
            }
        }
    }

    private void prepare(int inks, int pixels) {
        if (depths.length < inks) {
            int had = depths.length;
            depths = Arrays.copyOf(depths, inks);
            Arrays.fill(depths, had, inks, new byte[0]);
        }
        for (int k = 0; k < inks; k++) {
            // The last word may reach beyond the last pixel.
            int needed = 2 * pixels + Long.BYTES;
            depths[k] = depths[k].length < needed ? new byte[needed] : depths[k];
        }
    }

    private void addNarrow(byte[] depth, int at, int rowBytes, int from, int side) {
        int row = at;
        for (int k = from; k < from + side; k++) {
            long sum = (long) FOUR.get(depth, row) + sums[k];
            FOUR.set(depth, row, (sum & HIGH_BITS) == 0 ? sum : cut(sum));
            row += rowBytes;
        }
    }

    private void addWide(byte[] depth, int at, int rowBytes, int from, int side, int words) {
        int k = from;
        for (int j = 0; j < side; j++) {
            int word = at + j * rowBytes;
            for (int w = 0; w < words; w++) {
                long sum = (long) FOUR.get(depth, word) + sums[k++];
                FOUR.set(depth, word, (sum & HIGH_BITS) == 0 ? sum : cut(sum));
                word += Long.BYTES;
            }
        }
    }

    /** Lanes of 2¹⁵ and more become 2¹⁵ − 1. */
    private static long cut(long sum) {
        long high = sum & HIGH_BITS;
        long below = high - (high >>> (LANE_BITS - 1));
        return (sum | below) & ~high;
    }

    /** Lays colours on all pixels and sets the sums back to 0. */
    private void lay(Raster raster, int[] argb) {
        int pixels = raster.width() * raster.height();
        if (argb.length == 1) {
            for (int first = 0; first < pixels; first += LANES) {
                long sum = (long) FOUR.get(depths[0], 2 * first);
                if (sum != 0) {
                    FOUR.set(depths[0], 2 * first, 0L);
                    layOne(raster.pixels(), first, Math.min(LANES, pixels - first), sum, argb[0]);
                }
            }
        } else {
            means = means.length < argb.length ? new long[argb.length] : means;
            for (int first = 0; first < pixels; first += LANES) {
                long any = 0;
                for (int k = 0; k < argb.length; k++) {
                    any |= (long) FOUR.get(depths[k], 2 * first);
                }
                if (any != 0) {
                    layMean(raster.pixels(), first, Math.min(LANES, pixels - first), argb);
                }
            }
        }
    }

    private static void layOne(int[] pixels, int first, int count, long sum, int argb) {
        long rest = sum;
        for (int i = first; i < first + count; i++) {
            int depth = (int) (rest & LANE);
            pixels[i] = 0xff000000 | Raster.mix(pixels[i], argb, LAID[Math.min(depth, LAID.length - 1)]);
            rest >>>= LANE_BITS;
        }
    }

    private void layMean(int[] pixels, int first, int count, int[] argb) {
        for (int k = 0; k < argb.length; k++) {
            means[k] = (long) FOUR.get(depths[k], 2 * first);
            FOUR.set(depths[k], 2 * first, 0L);
        }
        for (int i = first; i < first + count; i++) {
            int depth = 0;
            // Red and blue in one number, too far apart to touch.
            long redBlue = 0;
            int green = 0;
            for (int k = 0; k < argb.length; k++) {
                int d = (int) (means[k] & LANE);
                means[k] >>>= LANE_BITS;
                depth += d;
                redBlue += d * ((argb[k] & 0xff0000L) << LANE_BITS | (argb[k] & 0xff));
                green += d * (argb[k] >>> 8 & 0xff);
            }
            float share = 1f / Math.max(1, depth);
            int red = (int) (share * (redBlue >>> 32));
            int blue = (int) (share * (int) redBlue);
            int color = red << 16 | (int) (share * green) << 8 | blue;
            pixels[i] = 0xff000000 | Raster.mix(pixels[i], color, LAID[Math.min(depth, LAID.length - 1)]);
        }
    }
}
