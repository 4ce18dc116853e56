package scorescope.core.field;

import java.util.Arrays;
import scorescope.core.density.Box;
import scorescope.core.density.NoisedMixture;
import scorescope.core.quadrature.Estimate;
import scorescope.core.quadrature.GaussRule;
import scorescope.core.quadrature.NormalMass;

/**
 * The mass of a mixture in a rectangle: component by component, a product of two differences of Φ where the axes are those
 * of the rectangle, else ∫ N(x) P(y0 &lt; y &lt; y1 | x) dx by the Gauss–Legendre rule with 8 nodes, on pieces that are
 * halved until the rule agrees with that of 6 nodes. Places are offsets from the component's mean, which may be millions of
 * standard deviations from the origin.
 */
public final class MassInBox {
    /**
     * Error tolerated in a component's mass, per standard deviation of x, relative to the component's weight: at most 1.7e-8 of
     * it in all. What the rules differ by is returned as the error.
     */
    private static final double TOLERANCE = 1e-9;

    /** Rounding error of a difference of two values of Φ. */
    private static final double ROUNDING = 4e-15;

    /** Standard deviations beyond which an oblique component is left out: 2Φ(−8.5) = 2e-17 of it. */
    private static final double REACH = 8.5;

    private static final int DEEPEST = 40;
    private static final GaussRule FINE = GaussRule.ofUnitInterval(8);
    private static final GaussRule COARSE = GaussRule.ofUnitInterval(6);

    /** Sides of the box, relative to the mean. */
    private final double x0;

    private final double x1;
    private final double y0;
    private final double y1;
    private final double std;
    private final double slope;
    private final double across;

    private MassInBox(NoisedMixture mixture, int k, Box box) {
        x0 = box.x0() - mixture.meanX(k);
        x1 = box.x1() - mixture.meanX(k);
        y0 = box.y0() - mixture.meanY(k);
        y1 = box.y1() - mixture.meanY(k);
        std = Math.sqrt(mixture.covarianceXX(k));
        slope = mixture.covarianceXY(k) / mixture.covarianceXX(k);
        across = 1 / Math.sqrt(mixture.precisionYY(k));
    }

    /** The share of the mixture's mass that lies in {@code box}, from 0 to 1, with a bound of its error. */
    public static Estimate of(NoisedMixture mixture, Box box) {
        double value = 0;
        double error = 0;
        for (int k = 0; k < mixture.size(); k++) {
            var own = new MassInBox(mixture, k, box);
            // exp(logFactor) = w / (2π √det C), √det C = √C_xx · √(C_yy given x).
            double weight = Math.exp(mixture.logFactor(k)) * 2 * Math.PI * own.std * own.across;
            var mass = own.mass();
            value += weight * mass.value();
            error += weight * mass.error();
        }
        return new Estimate(value, error);
    }

    private Estimate mass() {
        if (slope == 0) {
            double inX = NormalMass.between(x0 / std, x1 / std);
            return new Estimate(inX * inY(0), 2 * ROUNDING);
        }
        double low = Math.max(x0, -REACH * std);
        double high = Math.min(x1, REACH * std);
        if (!(low < high)) {
            return new Estimate(0, ROUNDING);
        }
        // Where an edge of the box passes through the strip at x, P changes over its width.
        double width = across / Math.abs(slope);
        double atLow = y0 / slope;
        double atHigh = y1 / slope;
        double[] ends = {
            low, high, atLow - REACH * width, atLow + REACH * width, atHigh - REACH * width, atHigh + REACH * width
        };
        for (int i = 0; i < ends.length; i++) {
            ends[i] = Math.clamp(ends[i], low, high);
        }
        Arrays.sort(ends);
        var mass = Estimate.exact(0);
        for (int i = 0; i + 1 < ends.length; i++) {
            double middle = 0.5 * (ends[i] + ends[i + 1]);
            boolean edge = Math.min(Math.abs(middle - atLow), Math.abs(middle - atHigh)) < REACH * width;
            if (ends[i] < ends[i + 1]) {
                mass = mass.plus(between(ends[i], ends[i + 1], edge ? Math.min(std, 4 * width) : std, 0));
            }
        }
        return mass;
    }

    /** P(y0 &lt; y &lt; y1 | x). */
    private double inY(double x) {
        double middle = slope * x;
        return NormalMass.between((y0 - middle) / across, (y1 - middle) / across);
    }

    /** @param widest largest width of a piece, so that no summit of the integrand lies between two nodes unseen */
    private Estimate between(double low, double high, double widest, int depth) {
        double fine = sum(FINE, low, high);
        double off = Math.abs(fine - sum(COARSE, low, high));
        if ((high - low <= widest && off <= TOLERANCE * (high - low) / std) || depth == DEEPEST) {
            return new Estimate(fine, off + ROUNDING * fine);
        }
        double middle = 0.5 * (low + high);
        return between(low, middle, widest, depth + 1).plus(between(middle, high, widest, depth + 1));
    }

    private double sum(GaussRule rule, double low, double high) {
        double sum = 0;
        for (int i = 0; i < rule.nodes().length; i++) {
            double x = low + (high - low) * rule.nodes()[i];
            double z = x / std;
            sum += rule.weights()[i] * Math.exp(-0.5 * z * z) * inY(x);
        }
        return sum * (high - low) / (std * Math.sqrt(2 * Math.PI));
    }
}
