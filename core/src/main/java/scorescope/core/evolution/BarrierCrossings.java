package scorescope.core.evolution;

import java.util.List;
import java.util.OptionalDouble;
import scorescope.core.Watcher;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.density.LineMixture;
import scorescope.core.field.CriticalPoint;
import scorescope.core.field.CriticalPoint.Kind;
import scorescope.core.field.CriticalPoints;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.quadrature.Estimate;
import scorescope.core.random.NoiseStream;
import scorescope.core.random.PhiloxNoise;
import scorescope.core.score.MixtureScore;

/**
 * Rate, per unit of time, at which Langevin dynamics dx = ∇log p dt + √2 dW in equilibrium passes from one mode of p to
 * another. A passage is an entry into the core of a mode after that of another, so that returns from a saddle do not count.
 * The core of mode k holds the points x with (x − m_k)·(m_j − m_k) ≤ δ‖m_j − m_k‖² for every other mode j.
 *
 * @param density p
 * @param maxima the modes m_k
 * @param saddles the lowest points of the paths between modes
 */
public record BarrierCrossings(GaussianMixture density, List<CriticalPoint> maxima, List<CriticalPoint> saddles) {
    /** δ in the definition of a core. */
    private static final double CORE = 0.15;

    private static final NoiseLevel CLEAN = NoiseLevel.plain(0);
    private static final int INTERVALS = 4000;

    /** The passages between the modes of a density. */
    public static BarrierCrossings of(GaussianMixture density) {
        var points = CriticalPoints.of(new MixtureScore(density).at(CLEAN), CriticalPoints.HASTY)
                .points();
        return new BarrierCrossings(density, kind(points, Kind.MAXIMUM), kind(points, Kind.SADDLE));
    }

    private static List<CriticalPoint> kind(List<CriticalPoint> points, Kind kind) {
        return points.stream().filter(point -> point.kind() == kind).toList();
    }

    /**
     * Eyring and Kramers: 2 Σ p(x_s) √(λ₁/|λ₂|) over the saddles, λ₁ &gt; 0 &gt; λ₂ the eigenvalues of the Hessian of log p
     * there. It approximates log p at each saddle to second order: exact in the limit of low temperature, √(π/2) times too large
     * between two narrow Gaussians, whose barrier has a kink.
     */
    public double eyringKramers() {
        return saddles.stream()
                .mapToDouble(saddle ->
                        2 * Math.exp(saddle.logDensity()) * Math.sqrt(saddle.larger() / Math.abs(saddle.smaller())))
                .sum();
    }

    /**
     * 2 / ∫ ds/p(s) from core to core along the line through the two modes. Exact for barriers of any height if the motions
     * along and across that line are independent: for two components of equal covariance with the line as a principal axis.
     * Empty for all other densities.
     */
    public OptionalDouble quadrature() {
        var components = density.components();
        if (components.size() != 2 || maxima.size() != 2 || !separable(components.getFirst(), components.getLast())) {
            return OptionalDouble.empty();
        }
        var a = maxima.getFirst();
        var b = maxima.getLast();
        double angle = Math.atan2(b.y() - a.y(), b.x() - a.x());
        var line = LineMixture.projection(density, angle);
        double from = a.x() * Math.cos(angle) + a.y() * Math.sin(angle);
        double length = Math.hypot(b.x() - a.x(), b.y() - a.y());
        double low = from + CORE * length;
        double step = (1 - 2 * CORE) * length / INTERVALS;
        double sum = 0;
        for (int i = 0; i < INTERVALS; i++) {
            sum += step * Math.exp(-line.logDensity(low + (i + 0.5) * step, CLEAN));
        }
        return OptionalDouble.of(2 / sum);
    }

    private static boolean separable(Component a, Component b) {
        double dx = b.meanX() - a.meanX();
        double dy = b.meanY() - a.meanY();
        double turned = dx * (a.xy() * dx + a.yy() * dy) - dy * (a.xx() * dx + a.xy() * dy);
        double scale = 1e-9 * (a.xx() + a.yy());
        return Math.abs(a.xx() - b.xx()) < scale
                && Math.abs(a.xy() - b.xy()) < scale
                && Math.abs(a.yy() - b.yy()) < scale
                && Math.abs(turned) < scale * (dx * dx + dy * dy);
    }

    /**
     * Passages per unit of time of chains of unadjusted Langevin steps from exact samples, with two standard errors from the
     * scatter between chains. Before counting, the chains take a quarter of the steps, in which those between cores reach one.
     *
     * @param eta step size
     * @param steps steps during which passages are counted
     * @param seed determines the chains
     */
    public Estimate counted(double eta, int steps, int chains, long seed) {
        var score = new MixtureScore(density);
        var noise = new PhiloxNoise(seed);
        var x = new double[chains];
        var y = new double[chains];
        density.draw(seed, x, y);
        var last = new int[chains];
        var passages = new int[chains];
        for (int i = 0; i < chains; i++) {
            last[i] = core(x[i], y[i]);
        }
        var work = new double[4][chains];
        double kick = Math.sqrt(2 * eta);
        var watcher = Watcher.current();
        for (int step = -(steps / 4); step < steps; step++) {
            watcher.requireWanted();
            score.score(x, y, 0, chains, CLEAN, work[0], work[1]);
            noise.gaussian(NoiseStream.PATH, step + steps, 0, chains, work[2], work[3]);
            for (int i = 0; i < chains; i++) {
                x[i] += eta * work[0][i] + kick * work[2][i];
                y[i] += eta * work[1][i] + kick * work[3][i];
                int core = core(x[i], y[i]);
                if (core >= 0) {
                    passages[i] += step >= 0 && last[i] >= 0 && core != last[i] ? 1 : 0;
                    last[i] = core;
                }
            }
        }
        return estimate(passages, eta * steps);
    }

    private static Estimate estimate(int[] passages, double time) {
        double sum = 0;
        double squares = 0;
        for (int count : passages) {
            sum += count;
            squares += (double) count * count;
        }
        double mean = sum / passages.length;
        double variance = Math.max(0, squares / passages.length - mean * mean) / Math.max(1, passages.length - 1);
        return new Estimate(mean / time, 2 * Math.sqrt(variance) / time);
    }

    /** Index of the mode in whose core a point lies; −1 for none. */
    private int core(double x, double y) {
        for (int k = 0; k < maxima.size(); k++) {
            var own = maxima.get(k);
            boolean inside = true;
            for (int j = 0; inside && j < maxima.size(); j++) {
                double dx = maxima.get(j).x() - own.x();
                double dy = maxima.get(j).y() - own.y();
                inside = (x - own.x()) * dx + (y - own.y()) * dy <= CORE * (dx * dx + dy * dy);
            }
            if (inside) {
                return k;
            }
        }
        return -1;
    }
}
