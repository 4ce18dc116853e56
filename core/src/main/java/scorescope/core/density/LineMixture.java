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
    /** So far from a mean in standard deviations nothing is left. */
    private static final double FARTHEST = 9;

    private static final double FLAT = 0.5 * Math.log(2 * Math.PI);

    /** What is seen of the plane's mixture along the direction {@code angle}, whatever lies across: its marginal. */
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
     * The plane's density along the line of direction {@code angle} that passes the origin at the distance {@code offset},
     * to its left, scaled to mass 1: component k has weight ∝ w_k N(offset; b_k, v_bb), mean a_k + v_ab/v_bb (offset − b_k)
     * and variance v_aa − v_ab²/v_bb, a along the line and b across.
     *
     * @throws BadInputException if the components are points, which a line misses
     */
    public static LineMixture slice(GaussianMixture plane, double angle, double offset) {
        double ux = Math.cos(angle);
        double uy = Math.sin(angle);
        var line = empty(plane.components().size());
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < line.weight.length; k++) {
            var c = plane.components().get(k);
            double across = along(c, -uy, ux, -uy, ux);
            double both = along(c, ux, uy, -uy, ux);
            if (!(across > 0)) {
                throw new BadInputException(
                        "density", "a line misses points without width", "choose the projection, or give a bandwidth");
            }
            double off = offset - (ux * c.meanY() - uy * c.meanX());
            line.weight[k] = Math.log(c.weight()) - 0.5 * Math.log(across) - 0.5 * off * off / across;
            line.mean[k] = ux * c.meanX() + uy * c.meanY() + both / across * off;
            line.variance[k] = Math.max(0, along(c, ux, uy, ux, uy) - both * both / across);
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

    /** log p_t(s); −∞ where nothing is. */
    public double logDensity(double s, NoiseLevel level) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < weight.length; k++) {
            largest = Math.max(largest, logTerm(k, s, level));
        }
        if (largest == Double.NEGATIVE_INFINITY) {
            return largest;
        }
        double sum = 0;
        for (int k = 0; k < weight.length; k++) {
            sum += Math.exp(logTerm(k, s, level) - largest);
        }
        return largest + Math.log(sum);
    }

    /**
     * p_t at places in equal steps from {@code low} to {@code high}, both included, in 1/data units. A component adds
     * nothing where it is below 3e-18 of its peak; points without width have no density and add nothing anywhere.
     *
     * @param out at least 2 numbers; overwritten
     */
    public void densities(double low, double high, NoiseLevel level, double[] out) {
        Arrays.fill(out, 0);
        double step = (high - low) / (out.length - 1);
        for (int k = 0; k < weight.length; k++) {
            double v = noised(k, level);
            if (v > 0) {
                add(weight[k] / Math.sqrt(2 * Math.PI * v), level.alpha() * mean[k], v, low, step, out);
            }
        }
    }

    private static void add(double peak, double middle, double variance, double low, double step, double[] out) {
        double reach = FARTHEST * Math.sqrt(variance);
        int from = Math.clamp((long) Math.ceil((middle - reach - low) / step), 0, out.length);
        int to = Math.clamp((long) Math.floor((middle + reach - low) / step) + 1, 0, out.length);
        for (int i = from; i < to; i++) {
            double off = low + i * step - middle;
            out[i] += peak * Math.exp(-0.5 * off * off / variance);
        }
    }

    /** (log p_t)'(s), in 1/data units. */
    public double score(double s, NoiseLevel level) {
        double log = logDensity(s, level);
        double sum = 0;
        for (int k = 0; k < weight.length; k++) {
            sum += Math.exp(logTerm(k, s, level) - log) * (level.alpha() * mean[k] - s) / noised(k, level);
        }
        return sum;
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
     * Where a share u of the mass lies below. On a line the flow of p_t carries quantiles along: s(t) with fixed u solves
     * ds/dt = f s − ½g² score(s), exactly.
     *
     * @param u between 0 and 1, both left out
     * @param guess near it, such as the quantile at a level close by
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
            // Newton's step where it stays between the bounds, halves elsewhere.
            double step = s - over / Math.exp(logDensity(s, level));
            double next = step > low && step < high ? step : 0.5 * (low + high);
            if (Math.abs(next - s) <= 1e-13 * (1 + Math.abs(s))) {
                return next;
            }
            s = next;
        }
        return s;
    }

    /** The smallest interval that holds so many standard deviations about every mean of p₀. */
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
