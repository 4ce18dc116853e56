package scorescope.plot.raster;

/**
 * Draws small discs of one opacity, in one colour or in several. Blending a colour of opacity w leaves the share 1 − w of
 * the pixel, and the product of these shares does not depend on the order. So each disc adds −log(1 − w) to integer sums,
 * and {@link ColorRow} blends the colours row by row: no disc covers another, so that no colour hides the others.
 *
 * <p>Layout: for each row of pixels the sums of the first colour, then those of the second, and so on. Sums are 16 bits wide,
 * so that one addition serves four pixels and the sums of a whole window fit into the cache. A sum of 2¹⁵ or more is cut to
 * 2¹⁵ − 1, which is opaque.
 */
final class DiscSums {
    private static final long HIGH_BITS = 0x8000_8000_8000_8000L;

    /** Discs located at once; their positions fit into the first-level cache. */
    private static final int BLOCK = 512;

    private final int[] eighthX = new int[BLOCK];
    private final int[] eighthY = new int[BLOCK];
    private final int[] at = new int[BLOCK];
    private final DiscStamps stamps = new DiscStamps();
    private final ColorRow row = new ColorRow();
    private long[] packed = new long[0];
    private byte[] sums = new byte[0];
    private int words;

    /**
     * Draws discs of {@code radius} pixels.
     *
     * @param colorIndex index of the colour of each disc; not read if there is one
     * @param argb colours, all of the same opacity
     */
    void draw(
            Raster raster,
            double[] x,
            double[] y,
            int[] colorIndex,
            int count,
            PixelMap map,
            double radius,
            int[] argb) {
        stamps.make(radius, argb[0] >>> 24, ColorRow::logarithm);
        pack();
        int rowBytes = ColorRow.bytes(raster.width());
        int bytes = raster.height() * argb.length * rowBytes;
        sums = sums.length < bytes ? new byte[bytes] : sums;
        gather(raster, x, y, colorIndex, count, map, radius, argb, rowBytes);
        for (int j = 0; j < raster.height(); j++) {
            row.lay(raster.pixels(), j * raster.width(), raster.width(), sums, j * argb.length * rowBytes, argb);
        }
    }

    /** Packs the rows of the stamps into words of four pixels. */
    private void pack() {
        int side = stamps.side();
        words = Math.ceilDiv(side, ColorRow.LANES);
        int rows = side * DiscStamps.PLACES * DiscStamps.PLACES;
        packed = packed.length < rows * words ? new long[rows * words] : packed;
        int[] weights = stamps.weights();
        for (int r = 0; r < rows; r++) {
            for (int word = 0; word < words; word++) {
                long lanes = 0;
                for (int lane = 0; lane < ColorRow.LANES && word * ColorRow.LANES + lane < side; lane++) {
                    lanes |= (long) weights[r * side + word * ColorRow.LANES + lane] << (ColorRow.LANE_BITS * lane);
                }
                packed[r * words + word] = lanes;
            }
        }
    }

    /** Sums the coverage of all discs that lie wholly inside the clip; the others are drawn at once. */
    private void gather(
            Raster raster,
            double[] x,
            double[] y,
            int[] colorIndex,
            int count,
            PixelMap map,
            double radius,
            int[] argb,
            int rowBytes) {
        var clip = raster.clip();
        for (int begin = 0; begin < count; begin += BLOCK) {
            int n = Math.min(BLOCK, count - begin);
            DiscStamps.eighths(x, begin, map.scaleX(), map.shiftX(), eighthX, n);
            DiscStamps.eighths(y, begin, map.scaleY(), map.shiftY(), eighthY, n);
            locate(clip, argb.length * rowBytes, n);
            for (int i = 0; i < n; i++) {
                int kind = argb.length == 1 ? 0 : colorIndex[begin + i];
                if (at[i] < 0) {
                    raster.disc(map.x(x[begin + i]), map.y(y[begin + i]), radius, argb[kind]);
                } else {
                    int place = DiscStamps.place(eighthX[i], eighthY[i]);
                    add(at[i] + kind * rowBytes, argb.length * rowBytes, place);
                }
            }
        }
    }

    private void locate(Raster.Clip clip, int stride, int n) {
        int lastX = clip.x1() - words * ColorRow.LANES;
        int lastY = clip.y1() - stamps.side();
        locate(eighthX, eighthY, stamps.lead(), clip.x0(), lastX, clip.y0(), lastY, stride, at, n);
    }

    /** Sets {@code at} to the byte at which each square begins, and to −1 if it is not wholly inside. */
    private static void locate(
            int[] eighthX,
            int[] eighthY,
            int lead,
            int firstX,
            int lastX,
            int firstY,
            int lastY,
            int stride,
            int[] at,
            int n) {
        for (int i = 0; i < n; i++) {
            int left = (eighthX[i] + lead) >> DiscStamps.PLACE_BITS;
            int top = (eighthY[i] + lead) >> DiscStamps.PLACE_BITS;
            int outside = (left - firstX) | (lastX - left) | (top - firstY) | (lastY - top);
            at[i] = (top * stride + ColorRow.LANE_BYTES * left) | (outside >> (Integer.SIZE - 1));
        }
    }

    private void add(int at, int stride, int place) {
        int side = stamps.side();
        if (words > 1) {
            addWide(at, stride, place * side * words, side);
        } else if (side > 2) {
            // The usual size of many particles: no loop.
            int from = place * side;
            add(at, packed[from]);
            add(at + stride, packed[from + 1]);
            add(at + 2 * stride, packed[from + 2]);
            if (side > 3) {
                add(at + 3 * stride, packed[from + 3]);
            }
        } else {
            addNarrow(at, stride, place * side, side);
        }
    }

    private void addNarrow(int at, int stride, int from, int side) {
        for (int j = 0; j < side; j++) {
            add(at + j * stride, packed[from + j]);
        }
    }

    private void addWide(int at, int stride, int from, int side) {
        int k = from;
        for (int j = 0; j < side; j++) {
            for (int w = 0; w < words; w++) {
                add(at + j * stride + w * Long.BYTES, packed[k++]);
            }
        }
    }

    private void add(int at, long lanes) {
        long sum = (long) ColorRow.WORD.get(sums, at) + lanes;
        ColorRow.WORD.set(sums, at, (sum & HIGH_BITS) == 0 ? sum : cut(sum));
    }

    /** Sets sums of 2¹⁵ and more to 2¹⁵ − 1. */
    private static long cut(long sum) {
        long high = sum & HIGH_BITS;
        long below = high - (high >>> (ColorRow.LANE_BITS - 1));
        return (sum | below) & ~high;
    }
}
