package scorescope.core.evolution;

import scorescope.core.density.LineMixture;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.noise.Transition;
import scorescope.core.parallel.SpinPool;
import scorescope.core.random.NoiseStream;
import scorescope.core.random.PhiloxNoise;

/**
 * Paths on a line through the times of a process, from late to early, with the distribution p_t at every time. Computed
 * exactly, without a solver.
 *
 * @param s positions in data units; s[i][j] is that of path i at time j
 */
public record LinePaths(double[][] s) {
    public int count() {
        return s.length;
    }

    /** The positions of one path. */
    public double[] at(int path) {
        return s[path];
    }

    /**
     * Paths of the flow ODE, which on a line are the quantiles (i + ½)/n of p_t.
     *
     * @param times from late to early
     */
    public static LinePaths flow(LineMixture line, NoiseProcess process, double[] times, int count) {
        var paths = new double[count][times.length];
        SpinPool.current().run(count, i -> {
            double guess = 0;
            for (int k = 0; k < times.length; k++) {
                guess = line.quantile((i + 0.5) / count, process.at(times[k]), guess);
                paths[i][k] = guess;
            }
        });
        return new LinePaths(paths);
    }

    /**
     * Paths of the reverse SDE, which have the same law as those of the forward process and are drawn forward: x at the earliest
     * time, then from each time t to the later u by x_u = a x_t + √(σ_u² − a²σ_t²) z, a = α_u/α_t.
     *
     * @param times from late to early
     * @param seed determines all paths
     */
    public static LinePaths sde(LineMixture line, NoiseProcess process, double[] times, int count, long seed) {
        var noise = new PhiloxNoise(seed);
        var paths = new double[count][times.length];
        var z = new double[count];
        var unused = new double[count];
        noise.uniform(NoiseStream.START, 0, 0, count, z);
        for (int k = times.length - 1; k >= 0; k--) {
            var level = process.at(times[k]);
            if (k == times.length - 1) {
                for (int i = 0; i < count; i++) {
                    // One path starts in each of {@code count} parts of equal mass, so that few paths cover the
                    // distribution.
                    double u = (i + z[i]) / count;
                    paths[i][k] = line.quantile(u, level, 0);
                }
                continue;
            }
            var law = Transition.of(process, times[k + 1], times[k]);
            double std = Math.sqrt(law.variance());
            noise.gaussian(NoiseStream.PATH, times.length - k, 0, count, z, unused);
            for (int i = 0; i < count; i++) {
                paths[i][k] = law.keep() * paths[i][k + 1] + std * z[i];
            }
        }
        return new LinePaths(paths);
    }
}
