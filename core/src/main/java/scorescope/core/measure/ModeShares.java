package scorescope.core.measure;

import java.util.Arrays;
import scorescope.core.density.GaussianMixture;

/**
 * The share of a sample that belongs to each mode; a point belongs to the nearest mode. Detects lost or wrongly weighted
 * modes, which averages over the sample hide.
 */
public final class ModeShares {
    private static final int BLOCK = 512;

    private ModeShares() {}

    /** The modes of a mixture at a level, taken as its components' means αμ_k, in data units. */
    public static Sample modes(GaussianMixture mixture, double alpha) {
        var components = mixture.components();
        return new Sample(
                components.stream().mapToDouble(c -> alpha * c.meanX()).toArray(),
                components.stream().mapToDouble(c -> alpha * c.meanY()).toArray());
    }

    /**
     * Shares that sum to one, in the order of the modes.
     *
     * @param modes positions of the modes, in data units
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
     * The index of the mode nearest to each of the first n points; of two modes whose distances agree to nine digits, the
     * first.
     *
     * <p>An unpredictable branch costs as much as ten distances. So the low bits of a squared distance are replaced by the
     * mode's index, and the minimum of integers is taken, which needs no branch.
     *
     * @param nearest first n elements are overwritten
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

    private static void lower(double[] distance, long mask, long index, long[] least, int count) {
        for (int i = 0; i < count; i++) {
            least[i] = Math.min(least[i], (Double.doubleToRawLongBits(distance[i]) & mask) | index);
        }
    }
}
