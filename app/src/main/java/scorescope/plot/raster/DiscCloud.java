package scorescope.plot.raster;

/**
 * Many small discs on a raster, in one colour or in several of one opacity: a cloud by its {@link DiscSums}; fewer are
 * blended one after the other, which saves going over all pixels.
 */
final class DiscCloud {
    /** Least number of discs for which stamps are faster than drawing each disc. */
    private static final int MANY = 200;

    /** Least number for which adding their coverage up is faster. */
    private static final int CLOUD = 8_000;

    /** Most colours that are summed: each has sums of its own, and those of more colours do not fit into the cache. */
    private static final int MOST_SUMMED_COLORS = 4;

    private final DiscStamps stamps = new DiscStamps();
    private final DiscSums sums = new DiscSums();

    /** Whether that number of discs is drawn faster here than one by one. */
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
