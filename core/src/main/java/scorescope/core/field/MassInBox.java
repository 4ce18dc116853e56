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
 * halved until the rule agrees with that of 6 nodes.
 */
public final class MassInBox {
    /** Error tolerated in a component's mass, per standard deviation of x, relative to the component's weight. */
    private static final double TOLERANCE = 1e-9;

    /** Rounding error of a difference of two values of Φ. */
    private static final double ROUNDING = 4e-15;

    /** Standard deviations beyond which an oblique component is left out: 2Φ(−8.5) = 2e-17 of it. */
    private static final double REACH = 8.5;

    private static final int DEEPEST = 40;
    private static final GaussRule FINE = GaussRule.ofUnitInterval(8);
    private static final GaussRule COARSE = GaussRule.ofUnitInterval(6);

    private final Box box;
    private final double meanX;
    private final double meanY;
    private final double std;
    private final double slope;
    private final double across;

    private MassInBox(NoisedMixture mixture, int k, Box box) {
        this.box = box;
        meanX = mixture.meanX(k);
        meanY = mixture.meanY(k);
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
            double inX = NormalMass.between((box.x0() - meanX) / std, (box.x1() - meanX) / std);
            return new Estimate(inX * inY(meanX), 2 * ROUNDING);
        }
        double low = Math.max(box.x0(), meanX - REACH * std);
        double high = Math.min(box.x1(), meanX + REACH * std);
        if (!(low < high)) {
            return new Estimate(0, ROUNDING);
        }
        // Where an edge of the box passes through the strip at x, P changes over its width.
        double width = across / Math.abs(slope);
        double atLow = meanX + (box.y0() - meanY) / slope;
        double atHigh = meanX + (box.y1() - meanY) / slope;
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
        double middle = meanY + slope * (x - meanX);
        return NormalMass.between((box.y0() - middle) / across, (box.y1() - middle) / across);
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
            double z = (x - meanX) / std;
            sum += rule.weights()[i] * Math.exp(-0.5 * z * z) * inY(x);
        }
        return sum * (high - low) / (std * Math.sqrt(2 * Math.PI));
    }
}
