package scorescope.core.measure;

/**
 * Which share of a sample belongs to each mode: a point belongs to the mode nearest to it. A sampler that loses modes, or
 * weighs them wrongly, shows here where averages hide it.
 */
public final class ModeShares {
    private ModeShares() {}

    /**
     * Shares that sum to one, in the order of the modes.
     *
     * @param modes where the modes are, in data units
     */
    public static double[] of(Sample sample, Sample modes) {
        var shares = new double[modes.count()];
        double share = 1.0 / sample.count();
        for (int i = 0; i < sample.count(); i++) {
            shares[nearest(sample.x()[i], sample.y()[i], modes)] += share;
        }
        return shares;
    }

    /** The index of the mode nearest to (x, y), which the point belongs to. */
    public static int nearest(double x, double y, Sample modes) {
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k < modes.count(); k++) {
            double dx = x - modes.x()[k];
            double dy = y - modes.y()[k];
            double distance = dx * dx + dy * dy;
            if (distance < least) {
                least = distance;
                nearest = k;
            }
        }
        return nearest;
    }
}
