package scorescope.core.sampling.flow;

import java.util.Comparator;
import java.util.stream.IntStream;
import scorescope.core.density.NoisedMixture;

/** Sorts points by the component of largest responsibility, and by its height: neighbours in this order need similar steps. */
final class ByMode {
    private ByMode() {}

    /** Indices of the points in that order. */
    static int[] order(NoisedMixture mixture, double[] x, double[] y) {
        int n = x.length;
        var mode = new int[n];
        var height = new double[n];
        for (int i = 0; i < n; i++) {
            height[i] = Double.NEGATIVE_INFINITY;
            for (int k = 0; k < mixture.size(); k++) {
                double term = mixture.logTerm(k, x[i], y[i]);
                if (term > height[i]) {
                    height[i] = term;
                    mode[i] = k;
                }
            }
        }
        return IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(i -> mode[i]).thenComparingDouble(i -> -height[i]))
                .mapToInt(i -> i)
                .toArray();
    }
}
