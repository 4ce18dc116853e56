package scorescope.plot.raster;

/**
 * Draws many small discs on a raster, in one colour or in several of one opacity. From {@value #CLOUD} discs on their
 * coverage is summed ({@link DiscSums}); fewer are blended one by one, which does not touch all pixels.
 */
final class DiscCloud {
    /** Least number of discs for which stamps are faster than drawing each disc. */
    private static final int MANY = 200;

    /** Least number of discs for which summing their coverage is faster. */
    private static final int CLOUD = 8_000;

    /** Most colours whose coverage is summed: each has its own sums, and those of more do not fit into the cache. */
    private static final int MOST_SUMMED_COLORS = 4;

    private final DiscStamps stamps = new DiscStamps();
    private final DiscSums sums = new DiscSums();

    /** Whether drawing that many discs here is faster than measuring each. */
    static boolean suits(int count, double radius) {
        return count >= MANY && radius <= DiscStamps.LARGEST;
    }

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
        if (count >= CLOUD && argb.length <= MOST_SUMMED_COLORS) {
            sums.draw(raster, x, y, colorIndex, count, map, radius, argb);
            return;
        }
        stamps.make(radius, argb[0] >>> 24, alpha -> alpha + (alpha >>> 7));
        for (int i = 0; i < count; i++) {
            int color = argb.length == 1 ? argb[0] : argb[colorIndex[i]];
            double px = map.x(x[i]);
            double py = map.y(y[i]);
            int eighthX = DiscStamps.eighths(px);
            int eighthY = DiscStamps.eighths(py);
            int left = stamps.first(eighthX);
            int top = stamps.first(eighthY);
            if (raster.holds(left, top, stamps.side(), stamps.side())) {
                int from = stamps.at(DiscStamps.place(eighthX, eighthY));
                raster.stamp(top * raster.width() + left, stamps.side(), stamps.weights(), from, color);
            } else {
                raster.disc(px, py, radius, color);
            }
        }
    }
}
