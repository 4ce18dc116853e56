package scorescope.core.guidance;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import scorescope.core.BadInputException;
import scorescope.core.denoise.Posterior;
import scorescope.core.density.Box;
import scorescope.core.density.GaussianMixture;
import scorescope.core.measure.Sample;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.score.CombinedScore;
import scorescope.core.score.MixtureScore;
import scorescope.core.score.ScoreField;

/**
 * The tilted density q(x₀) ∝ p(x₀ | c)^w p(x₀)^(1−w), noised: the score of ∫ q(x₀) N(x; αx₀, σ²I) dx₀. A guided score is
 * often mistaken for this score; the two agree only at σ = 0.
 *
 * <p>There the score is (1 − w)∇log p + w∇log p(· | c). At other levels it is (E[αx₀ | x] − x)/σ², by the trapezoid rule
 * around x/α, with steps of a third of the narrowest feature, so that its error lies below 1e-7 of 1/σ; where this needs
 * more than {@value #MOST} nodes along an axis, or where the integrand is narrower than {@value #COARSEST} of the point's
 * distance from the origin, the score is NaN.
 */
public final class TiltedDensity implements ScoreField {
    /** Nodes along one axis. */
    private static final int MOST = 600;

    private static final double REACH = 8.5;
    /**
     * Standard deviations by which the grid extends further, since the posterior of a distant point is displaced towards
     * the point.
     */
    private static final double SLACK = 2;

    private static final double STEPS = 3;

    /** Logarithm below that of the maximum at which the integrand is negligible. */
    private static final double NEGLIGIBLE = 40;

    /** Least width of the integrand as a share of the point's distance from the origin, for seven digits of differences. */
    private static final double COARSEST = 1e-9;

    /** Intervals on each axis when looking for the part that is not negligible. */
    private static final int ACROSS = 48;

    /** Rounds of that search; tripling a box takes 35 from the narrowest to the farthest place of a double. */
    private static final int MOST_ROUNDS = 200;

    private final MixtureScore all;
    private final MixtureScore own;
    private final double classShare;
    private final double weight;
    private final double narrowest;
    /** The longest step for a power of p, whose complex zeros leave an error of 2e-10 at a sixth of the least width. */
    private final double finest;

    /** Upper bound of log q, not normalised: p(x | c) ≤ p(x)/P(c), and p is at most the sum of its components' maxima. */
    private final double highest;

    private final Box box;
    /** The density on nodes with a spacing of a third of the narrowest feature; empty if they are too many. */
    private final Optional<TiltedGrid> grid;

    /**
     * @param label the class c
     * @param weight w ≥ 0
     * @throws BadInputException if no component has that label
     */
    public TiltedDensity(GaussianMixture mixture, String label, double weight) {
        if (!(weight >= 0)) {
            throw new IllegalArgumentException("weight must not be negative: " + weight);
        }
        var given = Guidance.classOf(mixture, label);
        all = new MixtureScore(mixture);
        own = new MixtureScore(given);
        classShare = mixture.components().stream()
                .filter(c -> c.label().equals(label))
                .mapToDouble(c -> c.weight())
                .sum();
        this.weight = weight;
        double least = mixture.components().stream()
                .mapToDouble(c -> {
                    double half = 0.5 * (c.xx() - c.yy());
                    double largest = 0.5 * (c.xx() + c.yy()) + Math.hypot(half, c.xy());
                    return Math.sqrt(c.determinant() / largest);
                })
                .min()
                .orElseThrow();
        narrowest = least / Math.sqrt(Math.max(1, weight));
        finest = weight == 0 || weight == 1 ? Double.POSITIVE_INFINITY : least / 6;
        double peaks = mixture.components().stream()
                .mapToDouble(c -> c.weight() / (2 * Math.PI * Math.sqrt(c.determinant())))
                .sum();
        highest = Math.log(peaks) - weight * Math.log(classShare);
        box = mixture.bounds(REACH);
        var wide = mixture.bounds(REACH + SLACK);
        double step = Math.min(narrowest / STEPS, finest);
        grid = Math.max(wide.x1() - wide.x0(), wide.y1() - wide.y0()) / step > MOST
                ? Optional.empty()
                : Optional.of(new TiltedGrid(wide, step, this::logTilted));
    }

    @Override
    public boolean definedAt(NoiseLevel level) {
        return all.definedAt(NoiseLevel.plain(0));
    }

    @Override
    public void score(double[] x, double[] y, int from, int to, NoiseLevel level, double[] outX, double[] outY) {
        if (level.sigma() == 0) {
            CombinedScore.guided(all, own, weight).score(x, y, from, to, level, outX, outY);
            return;
        }
        for (int i = from; i < to; i++) {
            if (!onGrid(x[i], y[i], level, i, outX, outY)) {
                noised(x[i], y[i], level, i, outX, outY);
            }
        }
    }

    /**
     * Computes the score on the grid of the clean density; false if the grid is not sufficient. Its spacing is small enough
     * for σ/α from half of the narrowest feature on, where the integrand is no narrower than 1.3 steps (error e⁻³⁵), and
     * the integrand, at most a constant times that of the class, must lie within the grid.
     */
    private boolean onGrid(double x, double y, NoiseLevel level, int i, double[] outX, double[] outY) {
        if (grid.isEmpty() || level.ratio() < narrowest / 2) {
            return false;
        }
        var behind = new Posterior(weight >= 1 ? own : all).at(x, y, level);
        return grid.get().box().contains(behind.bounds(REACH))
                && grid.get().score(x, y, level, behind.moments(), i, outX, outY);
    }

    private void noised(double x, double y, NoiseLevel level, int i, double[] outX, double[] outY) {
        double ratio = level.ratio();
        double centreX = x / level.alpha();
        double centreY = y / level.alpha();
        double feature = narrowest * ratio / Math.hypot(narrowest, ratio);
        if (feature < COARSEST * Math.hypot(centreX, centreY)) {
            outX[i] = Double.NaN;
            outY[i] = Double.NaN;
            return;
        }
        var found = region(new Posterior(all).at(x, y, level).bounds(REACH), centreX, centreY, ratio, feature);
        var region = found.orElse(box);
        double x0 = region.x0();
        double y0 = region.y0();
        double step = Math.min(feature / STEPS, finest);
        long columns = (long) Math.ceil((region.x1() - x0) / step);
        long rows = (long) Math.ceil((region.y1() - y0) / step);
        if (found.isEmpty() || Math.max(columns, rows) > MOST) {
            outX[i] = Double.NaN;
            outY[i] = Double.NaN;
            return;
        }
        int width = (int) columns + 1;
        var nodesX = new double[width];
        var nodesY = new double[width];
        var log = new double[width];
        for (int k = 0; k < width; k++) {
            nodesX[k] = x0 + k * step;
        }
        double most = Double.NEGATIVE_INFINITY;
        double mass = 0;
        double sumX = 0;
        double sumY = 0;
        for (int row = 0; row <= rows; row++) {
            double at = y0 + row * step;
            Arrays.fill(nodesY, at);
            logIntegrand(nodesX, nodesY, centreX, centreY, ratio, log);
            double dy = (at - centreY) / ratio;
            for (int k = 0; k < width; k++) {
                double dx = (nodesX[k] - centreX) / ratio;
                double value = log[k];
                if (value > most) {
                    double scale = Math.exp(most - value);
                    mass *= scale;
                    sumX *= scale;
                    sumY *= scale;
                    most = value;
                }
                double share = Math.exp(value - most);
                mass += share;
                sumX += share * dx;
                sumY += share * dy;
            }
        }
        outX[i] = sumX / mass / level.sigma();
        outY[i] = sumY / mass / level.sigma();
    }

    /** A box that holds the integrand but for e^−{@value #NEGLIGIBLE} of its maximum; empty if none is found. */
    private Optional<Box> region(Box posterior, double centreX, double centreY, double ratio, double feature) {
        double x0 = Math.min(box.x0(), posterior.x0());
        double x1 = Math.max(box.x1(), posterior.x1());
        double y0 = Math.min(box.y0(), posterior.y0());
        double y1 = Math.max(box.y1(), posterior.y1());
        var nodesX = new double[ACROSS + 1];
        var nodesY = new double[ACROSS + 1];
        var log = new double[ACROSS + 1][ACROSS + 1];
        double share = 0;
        for (int round = 0; share < 0.8 && round < MOST_ROUNDS; round++) {
            double stepX = (x1 - x0) / ACROSS;
            double stepY = (y1 - y0) / ACROSS;
            double most = Double.NEGATIVE_INFINITY;
            for (int row = 0; row <= ACROSS; row++) {
                for (int k = 0; k <= ACROSS; k++) {
                    nodesX[k] = x0 + k * stepX;
                    nodesY[k] = y0 + row * stepY;
                }
                logIntegrand(nodesX, nodesY, centreX, centreY, ratio, log[row]);
                most = Math.max(most, Arrays.stream(log[row]).max().orElseThrow());
            }
            double least = most - NEGLIGIBLE - (stepX * stepX + stepY * stepY) / (feature * feature);
            int left = ACROSS;
            int right = 0;
            int bottom = ACROSS;
            int top = 0;
            for (int row = 0; row <= ACROSS; row++) {
                for (int k = 0; k <= ACROSS; k++) {
                    if (log[row][k] >= least) {
                        left = Math.min(left, k);
                        right = Math.max(right, k);
                        bottom = Math.min(bottom, row);
                        top = Math.max(top, row);
                    }
                }
            }
            double before = (x1 - x0) * (y1 - y0);
            double farthest = ratio * Math.sqrt(2 * (highest - most + NEGLIGIBLE));
            boolean reached = (left == 0 && x0 > centreX - farthest)
                    || (right == ACROSS && x1 < centreX + farthest)
                    || (bottom == 0 && y0 > centreY - farthest)
                    || (top == ACROSS && y1 < centreY + farthest);
            // A side that is reached moves outwards by the whole width; the others move to the first negligible node.
            double fromX = x0;
            double fromY = y0;
            x0 = Math.max(centreX - farthest, fromX + (left == 0 ? -ACROSS : left - 1) * stepX);
            x1 = Math.min(centreX + farthest, fromX + (right == ACROSS ? 2 * ACROSS : right + 1) * stepX);
            y0 = Math.max(centreY - farthest, fromY + (bottom == 0 ? -ACROSS : bottom - 1) * stepY);
            y1 = Math.min(centreY + farthest, fromY + (top == ACROSS ? 2 * ACROSS : top + 1) * stepY);
            share = reached ? 0 : (x1 - x0) * (y1 - y0) / before;
        }
        return share > 0 ? Optional.of(new Box(x0, x1, y0, y1)) : Optional.empty();
    }

    /** log of q(x₀) N(x; αx₀, σ²I) up to a constant, (centreX, centreY) being x/α. */
    private void logIntegrand(double[] x, double[] y, double centreX, double centreY, double ratio, double[] out) {
        logTilted(x, y, out);
        for (int k = 0; k < x.length; k++) {
            double dx = (x[k] - centreX) / ratio;
            double dy = (y[k] - centreY) / ratio;
            out[k] -= 0.5 * (dx * dx + dy * dy);
        }
    }

    /** log q up to a constant at σ = 0. */
    private void logTilted(double[] x, double[] y, double[] out) {
        var clean = NoiseLevel.plain(0);
        var given = new double[x.length];
        all.logDensity(x, y, 0, x.length, clean, out);
        own.logDensity(x, y, 0, x.length, clean, given);
        for (int k = 0; k < x.length; k++) {
            out[k] = (1 - weight) * out[k] + weight * given[k];
        }
    }

    /**
     * Exact samples of q by rejection: points of the class are accepted with probability r^(w−1), r the responsibility of
     * the class; for w &lt; 1 points of all data with probability r^w.
     */
    public Sample draw(int count, long seed) {
        var random = new SplittableRandom(seed);
        var from = weight >= 1 ? own : all;
        double power = weight >= 1 ? weight - 1 : weight;
        var x = new double[count];
        var y = new double[count];
        int found = 0;
        for (long round = 0; found < count; round++) {
            var candidateX = new double[count];
            var candidateY = new double[count];
            from.mixture().draw(seed + 7919 * round, candidateX, candidateY);
            var log = new double[count];
            var given = new double[count];
            var clean = NoiseLevel.plain(0);
            all.logDensity(candidateX, candidateY, 0, count, clean, log);
            own.logDensity(candidateX, candidateY, 0, count, clean, given);
            for (int i = 0; i < count && found < count; i++) {
                double logResponsibility = Math.min(0, Math.log(classShare) + given[i] - log[i]);
                if (Math.log(random.nextDouble()) < power * logResponsibility) {
                    x[found] = candidateX[i];
                    y[found++] = candidateY[i];
                }
            }
        }
        return new Sample(x, y);
    }
}
