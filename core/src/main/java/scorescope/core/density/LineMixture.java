package scorescope.core.density;

import java.util.Arrays;
import scorescope.core.BadInputException;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.quadrature.NormalMass;

/**
 * A Gaussian mixture on a line, p₀ = Σ w_k N(m_k, v_k), exact at every noise level: p_t = Σ w_k N(αm_k, α²v_k + σ²).
 * Projections of a mixture in the plane onto a line, and slices along one, are such mixtures. The arrays are not copied.
 *
 * @param weight sum to one
 * @param mean in data units
 * @param variance in squared data units; 0 for a point
 */
public record LineMixture(double[] weight, double[] mean, double[] variance) {
    /**
     * Distance from a mean, in standard deviations, beyond which a component is negligible relative to its value at the
     * mean.
     */
    private static final double FARTHEST = 9;

    /** Largest ratio of two variances at which one log-term is expanded about the other. */
    private static final double ALIKE = 2;

    private static final double FLAT = 0.5 * Math.log(2 * Math.PI);

    /** The marginal of the plane's mixture along the direction {@code angle}. */
    public static LineMixture projection(GaussianMixture plane, double angle) {
        double ux = Math.cos(angle);
        double uy = Math.sin(angle);
        var line = empty(plane.components().size());
        for (int k = 0; k < line.weight.length; k++) {
            var c = plane.components().get(k);
            line.weight[k] = c.weight();
            line.mean[k] = ux * c.meanX() + uy * c.meanY();
            line.variance[k] = along(c, ux, uy, ux, uy);
        }
        return line;
    }

    /**
     * The plane's density along the line of direction {@code angle} that lies at the signed distance {@code offset} from
     * the origin, positive to the left of the direction, scaled to mass 1: component k has weight ∝ w_k N(offset; b_k,
     * v_bb), mean a_k + v_ab/v_bb (offset − b_k) and variance v_aa − v_ab²/v_bb, a along the line and b across.
     *
     * @throws BadInputException if a component has no width across the line, such as a point
     */
    public static LineMixture slice(GaussianMixture plane, double angle, double offset) {
        double ux = Math.cos(angle);
        double uy = Math.sin(angle);
        var line = empty(plane.components().size());
        var off = new double[line.weight.length];
        var across = new double[line.weight.length];
        int best = 0;
        for (int k = 0; k < line.weight.length; k++) {
            var c = plane.components().get(k);
            across[k] = along(c, -uy, ux, -uy, ux);
            double both = along(c, ux, uy, -uy, ux);
            if (!(across[k] > 0)) {
                throw BadInputException.of("density", "core.line-mixture.points-without-width");
            }
            off[k] = offset - (ux * c.meanY() - uy * c.meanX());
            line.weight[k] = Math.log(c.weight()) - 0.5 * Math.log(across[k]);
            line.mean[k] = ux * c.meanX() + uy * c.meanY() + both / across[k] * off[k];
            // v_aa − v_ab²/v_bb, which would cancel.
            line.variance[k] = Math.max(0, c.determinant()) / across[k];
            double over = line.weight[k] - 0.5 * off[k] * off[k] / across[k];
            if (over > line.weight[best] - 0.5 * off[best] * off[best] / across[best]) {
                best = k;
            }
        }
        double largest = Double.NEGATIVE_INFINITY;
        var centre = plane.components().get(best);
        double reference = line.weight[best];
        for (int k = 0; k < line.weight.length; k++) {
            var c = plane.components().get(k);
            double apart = ux * (centre.meanY() - c.meanY()) - uy * (centre.meanX() - c.meanX());
            line.weight[k] += halfDifference(off[best], across[best], apart, off[k], across[k]) - reference;
            largest = Math.max(largest, line.weight[k]);
        }
        double sum = 0;
        for (int k = 0; k < line.weight.length; k++) {
            line.weight[k] = Math.exp(line.weight[k] - largest);
            sum += line.weight[k];
        }
        for (int k = 0; k < line.weight.length; k++) {
            line.weight[k] /= sum;
        }
        return line;
    }

    private static LineMixture empty(int count) {
        return new LineMixture(new double[count], new double[count], new double[count]);
    }

    /** aᵀ Σ b. */
    private static double along(Component c, double ax, double ay, double bx, double by) {
        return ax * (c.xx() * bx + c.xy() * by) + ay * (c.xy() * bx + c.yy() * by);
    }

    /** log p_t(s); −∞ where p_t is zero. */
    public double logDensity(double s, NoiseLevel level) {
        int best = largest(s, level);
        double largest = logTerm(best, s, level);
        if (largest == Double.NEGATIVE_INFINITY) {
            return largest;
        }
        double sum = 0;
        for (int k = 0; k < weight.length; k++) {
            sum += Math.exp(below(k, best, s, level));
        }
        return largest + Math.log(sum);
    }

    private int largest(double s, NoiseLevel level) {
        int best = 0;
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < weight.length; k++) {
            double term = logTerm(k, s, level);
            if (term > largest) {
                largest = term;
                best = k;
            }
        }
        return best;
    }

    /** log h_k − log h_d, h_k = w_k N(s; αm_k, α²v_k + σ²). */
    private double below(int k, int d, double s, NoiseLevel level) {
        double variance = noised(k, level);
        double centre = noised(d, level);
        double alpha = level.alpha();
        return Math.log(weight[k] / weight[d])
                - 0.5 * Math.log(variance / centre)
                + halfDifference(
                        s - alpha * mean[d], centre, alpha * (mean[d] - mean[k]), s - alpha * mean[k], variance);
    }

    /**
     * −½ (z_k²/v_k − z²/v). If the variances are similar, computed as −Δ a − ½ D a² − ½ w²/v_k with a = z/v, Δ = z_k − z, D
     * = v − v_k and w = Δ + Da, since far from the means the rounding errors of the squares exceed their difference.
     */
    private static double halfDifference(double z, double v, double apart, double zk, double vk) {
        if (vk > ALIKE * v || v > ALIKE * vk) {
            return 0.5 * (z * z / v - zk * zk / vk);
        }
        double pull = z / v;
        double wider = v - vk;
        double w = apart + wider * pull;
        return -pull * apart - 0.5 * wider * pull * pull - 0.5 * w * w / vk;
    }

    /**
     * p_t at equally spaced points from {@code low} to {@code high}, both included, in 1/data units. A component is left
     * out where it is below 3e-18 of its largest value in between; a component of variance 0 at σ = 0 has no density and is
     * left out everywhere.
     *
     * @param out at least 2 numbers; overwritten
     */
    public void densities(double low, double high, NoiseLevel level, double[] out) {
        Arrays.fill(out, 0);
        double step = (high - low) / (out.length - 1);
        double nearest = Double.POSITIVE_INFINITY;
        for (int k = 0; k < weight.length; k++) {
            double middle = level.alpha() * mean[k];
            double outside = Math.max(0, Math.max(low - middle, middle - high));
            nearest = Math.min(nearest, outside / Math.sqrt(noised(k, level)));
        }
        double farthest = Math.hypot(FARTHEST, Double.isFinite(nearest) ? nearest : 0);
        for (int k = 0; k < weight.length; k++) {
            double v = noised(k, level);
            if (v > 0) {
                add(weight[k] / Math.sqrt(2 * Math.PI * v), level.alpha() * mean[k], v, farthest, low, step, out);
            }
        }
    }

    private static void add(
            double peak, double middle, double variance, double farthest, double low, double step, double[] out) {
        double reach = farthest * Math.sqrt(variance);
        int from = Math.clamp((long) Math.ceil((middle - reach - low) / step), 0, out.length);
        int to = Math.clamp((long) Math.floor((middle + reach - low) / step) + 1, 0, out.length);
        for (int i = from; i < to; i++) {
            double off = low + i * step - middle;
            out[i] += peak * Math.exp(-0.5 * off * off / variance);
        }
    }

    /** (log p_t)'(s), in 1/data units. */
    public double score(double s, NoiseLevel level) {
        int best = largest(s, level);
        double sum = 0;
        double weights = 0;
        for (int k = 0; k < weight.length; k++) {
            double share = Math.exp(below(k, best, s, level));
            weights += share;
            sum += share * (level.alpha() * mean[k] - s) / noised(k, level);
        }
        return sum / weights;
    }

    private double logTerm(int k, double s, NoiseLevel level) {
        double off = s - level.alpha() * mean[k];
        double v = noised(k, level);
        return Math.log(weight[k]) - FLAT - 0.5 * Math.log(v) - 0.5 * off * off / v;
    }

    private double noised(int k, NoiseLevel level) {
        return level.alpha() * level.alpha() * variance[k] + level.sigma() * level.sigma();
    }

    /** The mass below s. */
    public double cumulative(double s, NoiseLevel level) {
        double sum = 0;
        for (int k = 0; k < weight.length; k++) {
            sum += weight[k] * NormalMass.below((s - level.alpha() * mean[k]) / Math.sqrt(noised(k, level)));
        }
        return sum;
    }

    /**
     * The quantile s with {@link #cumulative} = u. On a line the probability flow maps quantiles to quantiles: s(t) with
     * fixed u is the exact solution of ds/dt = f s − ½g² score(s).
     *
     * @param u in the open interval from 0 to 1
     * @param guess near the quantile, such as the quantile at a similar level
     */
    public double quantile(double u, NoiseLevel level, double guess) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < weight.length; k++) {
            double reach = FARTHEST * Math.sqrt(noised(k, level));
            low = Math.min(low, level.alpha() * mean[k] - reach);
            high = Math.max(high, level.alpha() * mean[k] + reach);
        }
        double s = Math.clamp(guess, low, high);
        for (int round = 0; round < 100 && high - low > 1e-12 * (1 + Math.abs(s)); round++) {
            double over = cumulative(s, level) - u;
            if (over > 0) {
                high = s;
            } else {
                low = s;
            }
            // Newton's step where it stays between the bounds, bisection elsewhere.
            double step = s - over / Math.exp(logDensity(s, level));
            double next = step > low && step < high ? step : 0.5 * (low + high);
            if (Math.abs(next - s) <= 1e-13 * (1 + Math.abs(s))) {
                return next;
            }
            s = next;
        }
        return s;
    }

    /**
     * The smallest interval that contains {@code deviations} standard deviations about the means of all components of p₀
     * with a weight above 1e-6/K, as {from, to}; K is the number of components.
     */
    public double[] bounds(double deviations) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < weight.length; k++) {
            if (weight[k] > 1e-6 / weight.length) {
                low = Math.min(low, mean[k] - deviations * Math.sqrt(variance[k]));
                high = Math.max(high, mean[k] + deviations * Math.sqrt(variance[k]));
            }
        }
        return new double[] {low, high};
    }

    /** Whether p_t has a density. */
    public boolean hasDensity(NoiseLevel level) {
        return level.sigma() > 0 || Arrays.stream(variance).allMatch(v -> v > 0);
    }
}
