package scorescope.core.fit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.density.NoisedMixture;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.quadrature.Estimate;

/**
 * Gaussians q that maximise the mean of log q under p, by expectation–maximisation: responsibilities ρ_j at every node, then
 * weights, means and covariances from them. Every round raises the mean, but convergence is slow, so that a descent follows.
 *
 * @see <a href="https://doi.org/10.1111/j.2517-6161.1977.tb01600.x">Dempster, Laird and Rubin 1977</a>
 */
final class CoveringFit {
    /**
     * Number of evaluations of a component in one sum over nodes, so that each component gets fewer nodes when there are
     * more of them.
     */
    private static final double ROUGH = 2e3;

    private static final double FINE = 1.5e4;
    private static final int MOST_ALONG = 24;

    private static final int FIRST_STEPS = 12;
    private static final int SEMIFINALISTS = 10;
    private static final int SEMIFINAL_STEPS = 80;
    private static final int FINALISTS = 2;
    private static final int REFINED_STEPS = 60;

    /** Fall of the divergence on more nodes at which a fit is refined again, relative to 1 + KL. */
    private static final double REFINED = 1e-7;

    /** Smallest width of a Gaussian, relative to the whole mixture. */
    private static final double NARROWEST = 1e-6;

    private static final double LEAST_GAIN = 1e-9;

    /** Progress at the ends of the stages, as shares of the search. */
    private static final double TRIED = 0.5;

    private static final double SHORTENED = 0.7;

    private CoveringFit() {}

    /**
     * A fit with the sum over nodes that chooses among fits until {@link FitResult} measures the best.
     *
     * @param settled whether the iteration converged
     */
    private record Tried(GaussianMixture fitted, double meanLog, boolean settled) {}

    /**
     * The best fit of all starts: each start gets a few rounds, the best ones descend to convergence. Fits of n Gaussians start
     * from fits of n − 1, so that more Gaussians are never worse.
     */
    static FitResult of(GaussianMixture target, NoisedMixture p, int count, FitProgress progress) {
        progress.begin(1);
        var whole = target.moments();
        double narrowest = NARROWEST * NARROWEST * (whole.xx() + whole.yy());
        var condensed = Condensation.searched(target);
        var rough = nodes(condensed, ROUGH, MOST_ALONG);
        var fine = nodes(condensed, FINE, MOST_ALONG);
        // A single Gaussian converges to p's mean and covariance from every start.
        var one = new GaussianMixture(List.of(FitStarts.component(1, whole)));
        if (count == 1) {
            return new FitResult(one.components(), Estimate.UNKNOWN, true);
        }
        var found = List.of(FitResult.of(Direction.FORWARD, one, p, true));
        for (int n = 2; n <= count; n++) {
            progress.begin(n);
            var fewer = found.stream().map(FitResult::gaussians).toList();
            var ends = best(FitStarts.several(condensed, n, fewer), rough, fine, narrowest, progress).stream()
                    .map(end -> FitResult.of(Direction.FORWARD, end.fitted(), p, end.settled()))
                    .toList();
            var sorted = FitResult.sorted(Direction.FORWARD, ends, target, n, p);
            sorted.addFirst(refined(sorted.getFirst(), condensed, p, progress));
            found = FitResult.neverWorse(sorted, found.getFirst());
        }
        return found.getFirst();
    }

    /** Continues the fit on more nodes until the integral no longer falls. */
    private static FitResult refined(FitResult found, GaussianMixture target, NoisedMixture p, FitProgress progress) {
        var best = found;
        double fall = Double.POSITIVE_INFINITY;
        for (int more = 2; more <= 4 && fall > REFINED * (1 + best.value()); more *= 2) {
            var nodes = nodes(target, more * more * FINE, more * MOST_ALONG);
            var end = descended(new GaussianMixture(best.gaussians()), nodes, REFINED_STEPS, progress);
            var next = FitResult.of(Direction.FORWARD, end.fitted(), p, end.settled());
            fall = best.value() - next.value();
            best = fall > 0 ? next : best;
        }
        return best;
    }

    private static NormalNodes nodes(GaussianMixture target, double effort, int most) {
        return NormalNodes.of(
                target, Math.clamp((int) Math.sqrt(effort / target.components().size()), 2, most));
    }

    private static List<Tried> best(
            List<List<Component>> starts, NormalNodes rough, NormalNodes fine, double narrowest, FitProgress progress) {
        var tried = new ArrayList<Tried>();
        for (var start : starts) {
            tried.add(from(start, rough, narrowest, FIRST_STEPS, progress));
            progress.reached(0, TRIED, tried.size(), starts.size());
        }
        var semifinal = descended(tried, SEMIFINALISTS, rough, SEMIFINAL_STEPS, progress);
        progress.reached(SHORTENED);
        return descended(semifinal, FINALISTS, fine, Minimiser.MOST_STEPS, progress);
    }

    /** The best {@code most} results after descents of the given number of steps, the best first. */
    private static List<Tried> descended(
            List<Tried> tried, int most, NormalNodes nodes, int steps, FitProgress progress) {
        return tried.stream()
                .sorted(Comparator.comparingDouble((Tried one) -> -one.meanLog()))
                .limit(most)
                .map(one -> descended(one.fitted(), nodes, steps, progress))
                .sorted(Comparator.comparingDouble((Tried one) -> -one.meanLog()))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static Tried descended(GaussianMixture start, NormalNodes nodes, int steps, FitProgress progress) {
        double[] theta = ReverseObjective.pack(start.components());
        var objective = new CoveringObjective(nodes, start.components().size(), progress);
        var end = Minimiser.from(theta, ReverseObjective.scales(theta), objective, steps);
        return new Tried(ReverseObjective.unpack(end.point()), -end.value(), end.settled());
    }

    /**
     * @param start initial Gaussians, one for each fitted one
     * @param nodes nodes and weights of p
     * @param narrowest the smallest variance in any direction, so that no Gaussian collapses onto a node
     */
    private static Tried from(
            List<Component> start, NormalNodes nodes, double narrowest, int mostRounds, FitProgress progress) {
        var fitted = new GaussianMixture(start);
        double before = Double.NEGATIVE_INFINITY;
        for (int round = 0; round < mostRounds; round++) {
            progress.requireWanted();
            var sums = new double[start.size()][6];
            double meanLog = gather(fitted, nodes, sums);
            if (meanLog - before <= LEAST_GAIN * (1 + Math.abs(meanLog))) {
                return new Tried(fitted, meanLog, true);
            }
            before = meanLog;
            fitted = means(sums, fitted, narrowest);
        }
        return new Tried(fitted, before, false);
    }

    /** Adds the weighted sums of ρ, ρx, ρy, ρxx, ρxy, ρyy for each Gaussian; returns the mean of log q. */
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
                // Relative to the old mean, so that narrow Gaussians far from the origin lose no digits.
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
            double xx = Math.max(narrowest, sum[3] / sum[0] - dx * dx);
            double yy = Math.max(narrowest, sum[5] / sum[0] - dy * dy);
            // Leaves the smaller eigenvalue at least about the narrowest variance.
            double most = Math.sqrt((xx - narrowest) * (yy - narrowest));
            double xy = Math.clamp(sum[4] / sum[0] - dx * dy, -most, most);
            gaussians.add(new Component(sum[0], c.meanX() + dx, c.meanY() + dy, xx, xy, yy));
        }
        return new GaussianMixture(gaussians);
    }
}
