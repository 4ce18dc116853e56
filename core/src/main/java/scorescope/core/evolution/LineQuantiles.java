package scorescope.core.evolution;

import java.util.Arrays;
import scorescope.core.density.LineMixture;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.parallel.SpinPool;

/**
 * A one-dimensional density under the gradient flow ds/dt = (log q)'(s), given by its quantiles: the flow keeps the order of
 * points, so that the quantile of a share u moves as a point.
 *
 * @param shares u of each quantile, ascending
 * @param s positions in data units; s[i][j] is that of quantile i at time j
 */
public record LineQuantiles(double[] shares, double[][] s) {
    /** Longest step of the classical Runge–Kutta method, as a multiple of the smallest variance of a component. */
    private static final double STEP = 0.25;

    /**
     * The quantiles (i + ½)/n of {@code start} at times from 0 on.
     *
     * @param q the density of the flow, at {@code level}
     * @param times ascending from 0
     */
    public static LineQuantiles of(LineMixture q, NoiseLevel level, LineMixture start, double[] times, int count) {
        double smallest = level.alpha()
                        * level.alpha()
                        * Arrays.stream(q.variance()).min().orElse(1)
                + level.sigma() * level.sigma();
        var shares = new double[count];
        var s = new double[count][times.length];
        SpinPool.current().run(count, i -> {
            shares[i] = (i + 0.5) / count;
            double at = start.quantile(shares[i], NoiseLevel.plain(0), start.mean()[0]);
            s[i][0] = at;
            for (int j = 1; j < times.length; j++) {
                double duration = times[j] - times[j - 1];
                int steps = Math.max(1, (int) Math.ceil(duration / (STEP * smallest)));
                for (int step = 0; step < steps; step++) {
                    at = stepped(q, level, at, duration / steps);
                }
                s[i][j] = at;
            }
        });
        return new LineQuantiles(shares, s);
    }

    private static double stepped(LineMixture q, NoiseLevel level, double s, double h) {
        double k1 = q.score(s, level);
        double k2 = q.score(s + 0.5 * h * k1, level);
        double k3 = q.score(s + 0.5 * h * k2, level);
        double k4 = q.score(s + h * k3, level);
        return s + h / 6 * (k1 + 2 * k2 + 2 * k3 + k4);
    }

    /**
     * The mass below {@code at} at time j, linear between the quantiles.
     *
     * @return 0 below the first quantile, 1 above the last
     */
    public double below(double at, int j) {
        int low = 0;
        int high = s.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (s[middle][j] < at) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        if (low == 0 || low == s.length) {
            return low == 0 ? 0 : 1;
        }
        double step = s[low][j] - s[low - 1][j];
        double part = step > 0 ? (at - s[low - 1][j]) / step : 1;
        return shares[low - 1] + part * (shares[low] - shares[low - 1]);
    }
}
