package scorescope.core.measure;

import java.util.Arrays;
import scorescope.core.density.GaussianMixture;

/**
 * Which share of a sample belongs to each mode: a point belongs to the mode nearest to it. A sampler that loses modes, or
 * weighs them wrongly, shows here where averages hide it.
 */
public final class ModeShares {
    private static final int BLOCK = 512;

    private ModeShares() {}

    /** Where the modes of a mixture are at a level: the means of its components, α times where they are without noise. */
    public static Sample modes(GaussianMixture mixture, double alpha) {
        var components = mixture.components();
        return new Sample(
                components.stream().mapToDouble(c -> alpha * c.meanX()).toArray(),
                components.stream().mapToDouble(c -> alpha * c.meanY()).toArray());
    }

    /**
     * Shares that sum to one, in the order of the modes.
     *
     * @param modes where the modes are, in data units
     */
    public static double[] of(Sample sample, Sample modes) {
        var shares = new double[modes.count()];
        double share = 1.0 / sample.count();
        var nearest = new int[sample.count()];
        nearest(sample.x(), sample.y(), sample.count(), modes, nearest);
        for (int mode : nearest) {
            shares[mode] += share;
        }
        return shares;
    }

    /**
     * The index of the mode nearest to each of the first n points, which the point belongs to; of two that are as near to
     * nine digits the first.
     *
     * <p>A comparison that turns out either way by chance costs as much as ten distances. So the low bits of a squared
     * distance give way to the mode's index, and the least of whole numbers is taken, which needs no jump.
     *
     * @param nearest its first n are overwritten
     */
    public static void nearest(double[] x, double[] y, int n, Sample modes, int[] nearest) {
        long indices = Long.highestOneBit(2L * modes.count() - 1) - 1;
        var distance = new double[Math.min(n, BLOCK)];
        var least = new long[distance.length];
        for (int from = 0; from < n; from += BLOCK) {
            int count = Math.min(BLOCK, n - from);
            Arrays.fill(least, Long.MAX_VALUE);
            for (int k = 0; k < modes.count(); k++) {
                measure(x, y, from, count, modes.x()[k], modes.y()[k], distance);
                lower(distance, ~indices, k, least, count);
            }
            for (int i = 0; i < count; i++) {
                nearest[from + i] = (int) (least[i] & indices);
            }
        }
    }

    private static void measure(
            double[] x, double[] y, int from, int count, double modeX, double modeY, double[] distance) {
        for (int i = 0; i < count; i++) {
            double dx = x[from + i] - modeX;
            double dy = y[from + i] - modeY;
            distance[i] = dx * dx + dy * dy;
        }
    }

    private static void lower(double[] distance, long kept, long index, long[] least, int count) {
        for (int i = 0; i < count; i++) {
            least[i] = Math.min(least[i], (Double.doubleToRawLongBits(distance[i]) & kept) | index);
        }
    }
}
