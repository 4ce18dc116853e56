package scorescope.core.evolution;

import java.util.List;
import java.util.stream.IntStream;
import scorescope.core.Watcher;
import scorescope.core.density.EvenPoints;
import scorescope.core.density.GaussianMixture;
import scorescope.core.field.CriticalPoint;
import scorescope.core.field.CriticalPoints;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.score.MixtureScore;

/**
 * Limit of a density under the gradient flow dx/dt = ∇log q: point masses at the maxima of q, each with the initial mass of
 * its basin. Computed by following evenly distributed points of the start; the error of a share is about that of one point
 * for each crossing of a border between basins.
 */
public final class GradientEnds {
    private static final int POINTS = 2000;
    private static final int MOST_STEPS = 4000;

    /** Step of the classical Runge–Kutta method, as a multiple of the smallest variance of a component. */
    private static final double STEP = 0.3;

    /** A point has converged if a step moves it by less than this share of the smallest standard deviation. */
    private static final double LEAST_MOVE = 1e-5;

    private GradientEnds() {}

    /**
     * A point mass.
     *
     * @param share of all mass
     */
    public record End(double x, double y, double share) {}

    /**
     * The point masses with positive mass, in the order of the maxima found.
     *
     * @param exact q before noise is added
     * @param start the density that flows
     */
    public static List<End> of(MixtureScore exact, NoiseLevel level, GaussianMixture start) {
        var x = new double[POINTS];
        var y = new double[POINTS];
        EvenPoints.of(new MixtureScore(start).at(NoiseLevel.plain(0)), 0.5, 0.25, 0.75, x, y);
        follow(exact, level, x, y);
        var maxima = CriticalPoints.of(exact.at(level), CriticalPoints.HASTY).points().stream()
                .filter(point -> point.kind() == CriticalPoint.Kind.MAXIMUM)
                .toList();
        var counts = new int[maxima.size()];
        for (int i = 0; i < POINTS; i++) {
            counts[nearest(maxima, x[i], y[i])]++;
        }
        return IntStream.range(0, counts.length)
                .filter(k -> counts[k] > 0)
                .mapToObj(k -> new End(maxima.get(k).x(), maxima.get(k).y(), counts[k] / (double) POINTS))
                .toList();
    }

    private static int nearest(List<CriticalPoint> maxima, double x, double y) {
        return IntStream.range(0, maxima.size())
                .boxed()
                .min((a, b) -> Double.compare(
                        Math.hypot(maxima.get(a).x() - x, maxima.get(a).y() - y),
                        Math.hypot(maxima.get(b).x() - x, maxima.get(b).y() - y)))
                .orElseThrow();
    }

    private static void follow(MixtureScore exact, NoiseLevel level, double[] x, double[] y) {
        double smallest = exact.mixture().noised(level).components().stream()
                .mapToDouble(component -> Math.min(component.xx(), component.yy()))
                .min()
                .orElse(1);
        double h = STEP * smallest;
        var watcher = Watcher.current();
        var slope = new double[8][POINTS];
        var at = new double[2][POINTS];
        double farthest = Double.POSITIVE_INFINITY;
        for (int step = 0; step < MOST_STEPS && farthest > LEAST_MOVE * Math.sqrt(smallest); step++) {
            watcher.requireWanted();
            exact.score(x, y, 0, POINTS, level, slope[0], slope[1]);
            for (int stage = 1; stage < 4; stage++) {
                double ahead = stage == 3 ? h : 0.5 * h;
                for (int i = 0; i < POINTS; i++) {
                    at[0][i] = x[i] + ahead * slope[2 * stage - 2][i];
                    at[1][i] = y[i] + ahead * slope[2 * stage - 1][i];
                }
                exact.score(at[0], at[1], 0, POINTS, level, slope[2 * stage], slope[2 * stage + 1]);
            }
            farthest = 0;
            for (int i = 0; i < POINTS; i++) {
                double dx = h / 6 * (slope[0][i] + 2 * slope[2][i] + 2 * slope[4][i] + slope[6][i]);
                double dy = h / 6 * (slope[1][i] + 2 * slope[3][i] + 2 * slope[5][i] + slope[7][i]);
                x[i] += dx;
                y[i] += dy;
                farthest = Math.max(farthest, Math.hypot(dx, dy));
            }
        }
    }
}
