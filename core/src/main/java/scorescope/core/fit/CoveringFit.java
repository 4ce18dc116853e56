package scorescope.core.fit;

import java.util.ArrayList;
import java.util.List;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.density.NoisedMixture;
import scorescope.core.noise.NoiseLevel;

/**
 * Gaussians that make the mean of log q under p largest, by expectation and maximisation: shares ρ_j at every node, then
 * weights, means and covariances of the shares. Each round raises the mean.
 *
 * @see <a href="https://doi.org/10.1111/j.2517-6161.1977.tb01600.x">Dempster, Laird and Rubin 1977</a>
 */
final class CoveringFit {
    static final int MOST_ROUNDS = 500;
    private static final double STILL = 1e-9;

    private CoveringFit() {}

    /** @param settled whether another round would have changed nothing */
    record Result(GaussianMixture fitted, double meanLog, int rounds, boolean settled) {}

    /**
     * @param start one Gaussian for each to be fitted
     * @param nodes of p
     * @param narrowest the least variance along an axis, so that none closes in on a single node
     */
    static Result from(List<Component> start, NormalNodes nodes, double narrowest, int mostRounds) {
        var fitted = new GaussianMixture(start);
        double before = Double.NEGATIVE_INFINITY;
        for (int round = 0; round < mostRounds; round++) {
            var sums = new double[start.size()][6];
            double meanLog = gather(fitted, nodes, sums);
            if (meanLog - before <= STILL * (1 + Math.abs(meanLog))) {
                return new Result(fitted, meanLog, round, true);
            }
            before = meanLog;
            fitted = means(sums, fitted, narrowest);
        }
        return new Result(fitted, before, mostRounds, false);
    }

    /** Adds ρ, ρx, ρy, ρxx, ρxy, ρyy for each Gaussian; returns the mean of log q. */
    private static double gather(GaussianMixture fitted, NormalNodes nodes, double[][] sums) {
        var q = new NoisedMixture(fitted, NoiseLevel.plain(0));
        double[] share = new double[sums.length];
        double meanLog = 0;
        for (int i = 0; i < nodes.count(); i++) {
            double x = nodes.x()[i];
            double y = nodes.y()[i];
            meanLog += nodes.weight()[i] * q.responsibilities(x, y, share);
            for (int j = 0; j < sums.length; j++) {
                double rho = nodes.weight()[i] * share[j];
                var c = fitted.components().get(j);
                // About the old mean, so that narrow Gaussians far from the origin lose no digits.
                double dx = x - c.meanX();
                double dy = y - c.meanY();
                double[] sum = sums[j];
                sum[0] += rho;
                sum[1] += rho * dx;
                sum[2] += rho * dy;
                sum[3] += rho * dx * dx;
                sum[4] += rho * dx * dy;
                sum[5] += rho * dy * dy;
            }
        }
        return meanLog;
    }

    private static GaussianMixture means(double[][] sums, GaussianMixture before, double narrowest) {
        var gaussians = new ArrayList<Component>();
        for (int j = 0; j < sums.length; j++) {
            double[] sum = sums[j];
            var c = before.components().get(j);
            if (!(sum[0] > 1e-12)) {
                gaussians.add(new Component(1e-12, c.meanX(), c.meanY(), c.xx(), c.xy(), c.yy()));
                continue;
            }
            double dx = sum[1] / sum[0];
            double dy = sum[2] / sum[0];
            gaussians.add(new Component(
                    sum[0],
                    c.meanX() + dx,
                    c.meanY() + dy,
                    Math.max(narrowest, sum[3] / sum[0] - dx * dx),
                    sum[4] / sum[0] - dx * dy,
                    Math.max(narrowest, sum[5] / sum[0] - dy * dy)));
        }
        return new GaussianMixture(gaussians);
    }
}
