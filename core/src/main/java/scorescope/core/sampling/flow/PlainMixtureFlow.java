package scorescope.core.sampling.flow;

import java.util.Arrays;
import scorescope.core.density.Exponentials;
import scorescope.core.density.NoisedMixture;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.score.MixtureScore;

/**
 * The right side of {@link FlowLikelihood}'s equation under an exact mixture at many points: −ρ² s and −ρ² H with s = Σ r_k
 * u_k and H = Σ r_k ((u_k − s)(u_k − s)ᵀ − C_k⁻¹), with one exponential per term for both. Short loops over the points, one
 * component after another, which the compiler turns into vector instructions. For one thread at a time.
 */
final class PlainMixtureFlow implements DormandPrince.Field {
    /**
     * A term below e⁻²⁰⁰ of the largest is below the last digit of any Hessian, also after multiplication by the square of
     * a pull (at most 10⁴⁰: 10⁸ units away at a width of 10⁻⁶).
     */
    private static final double SMALLEST = -200;

    private final MixtureScore score;
    private final double[][] terms;
    private final boolean[] matters;
    private final double[] largest;
    private final double[] sum;
    private final double[] scratch;

    /** @param points largest number of points of a call */
    PlainMixtureFlow(MixtureScore score, int points) {
        this.score = score;
        terms = new double[score.mixture().components().size()][points];
        matters = new boolean[terms.length];
        largest = new double[points];
        sum = new double[points];
        scratch = new double[points];
    }

    @Override
    public void derivative(double logLevel, double[][] at, double[][] out, int from, int to) {
        var level = NoiseLevel.plain(Math.exp(logLevel));
        derivative(score.at(level), -level.sigma() * level.sigma(), at, out, to);
    }

    private void derivative(NoisedMixture mixture, double factor, double[][] at, double[][] out, int n) {
        for (int k = 0; k < terms.length; k++) {
            logTerms(at[0], at[1], n, mixture.meanX(k), mixture.meanY(k), mixture, k, terms[k]);
        }
        System.arraycopy(terms[0], 0, largest, 0, n);
        for (int k = 1; k < terms.length; k++) {
            raise(largest, terms[k], n);
        }
        for (var quantity : out) {
            Arrays.fill(quantity, 0, n, 0);
        }
        Arrays.fill(sum, 0, n, 0);
        for (int k = 0; k < terms.length; k++) {
            matters[k] = largestOf(terms[k], largest, n) > SMALLEST;
            if (!matters[k]) {
                continue;
            }
            Exponentials.relative(terms[k], largest, scratch, n);
            add(terms[k], sum, n);
            double shear = mixture.covarianceXY(k) / mixture.covarianceXX(k);
            addPull(
                    at[0],
                    at[1],
                    n,
                    mixture.meanX(k),
                    mixture.meanY(k),
                    shear,
                    1 / mixture.covarianceXX(k),
                    mixture.precisionYY(k),
                    terms[k],
                    out[0],
                    out[1]);
        }
        divide(out[0], sum, n);
        divide(out[1], sum, n);
        for (int k = 0; k < terms.length; k++) {
            if (!matters[k]) {
                continue;
            }
            double shear = mixture.covarianceXY(k) / mixture.covarianceXX(k);
            addSquares(
                    at[0],
                    at[1],
                    n,
                    mixture.meanX(k),
                    mixture.meanY(k),
                    shear,
                    1 / mixture.covarianceXX(k),
                    mixture.precisionYY(k),
                    terms[k],
                    out);
        }
        for (int q = 2; q < 5; q++) {
            divide(out[q], sum, n);
        }
        for (var quantity : out) {
            scale(quantity, factor, n);
        }
    }

    private static void logTerms(
            double[] x, double[] y, int n, double meanX, double meanY, NoisedMixture mixture, int k, double[] term) {
        double shear = mixture.covarianceXY(k) / mixture.covarianceXX(k);
        logTerms(
                x,
                y,
                n,
                meanX,
                meanY,
                shear,
                1 / mixture.covarianceXX(k),
                mixture.precisionYY(k),
                mixture.logFactor(k),
                term);
    }

    private static void logTerms(
            double[] x,
            double[] y,
            int n,
            double meanX,
            double meanY,
            double shear,
            double first,
            double second,
            double logFactor,
            double[] term) {
        for (int i = 0; i < n; i++) {
            double dx = meanX - x[i];
            double e = meanY - y[i] - shear * dx;
            term[i] = logFactor - 0.5 * Math.fma(dx * dx, first, e * e * second);
        }
    }

    /** The largest term of a component relative to the largest term at the same point. */
    private static double largestOf(double[] term, double[] largest, int n) {
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            most = Math.max(most, term[i] - largest[i]);
        }
        return most;
    }

    private static void raise(double[] largest, double[] term, int n) {
        for (int i = 0; i < n; i++) {
            largest[i] = Math.max(largest[i], term[i]);
        }
    }

    private static void add(double[] weight, double[] sum, int n) {
        for (int i = 0; i < n; i++) {
            sum[i] += weight[i];
        }
    }

    private static void addPull(
            double[] x,
            double[] y,
            int n,
            double meanX,
            double meanY,
            double shear,
            double first,
            double second,
            double[] weight,
            double[] sumX,
            double[] sumY) {
        for (int i = 0; i < n; i++) {
            double dx = meanX - x[i];
            double uy = (meanY - y[i] - shear * dx) * second;
            sumX[i] += weight[i] * (dx * first - shear * uy);
            sumY[i] += weight[i] * uy;
        }
    }

    private static void addSquares(
            double[] x,
            double[] y,
            int n,
            double meanX,
            double meanY,
            double shear,
            double first,
            double second,
            double[] weight,
            double[][] out) {
        addSquares(x, y, n, meanX, meanY, shear, first, second, weight, out[0], out[1], out[2], out[3], out[4]);
    }

    private static void addSquares(
            double[] x,
            double[] y,
            int n,
            double meanX,
            double meanY,
            double shear,
            double first,
            double second,
            double[] weight,
            double[] scoreX,
            double[] scoreY,
            double[] xx,
            double[] xy,
            double[] yy) {
        double precisionXX = first + shear * shear * second;
        double precisionXY = -shear * second;
        for (int i = 0; i < n; i++) {
            double dx = meanX - x[i];
            double pull = (meanY - y[i] - shear * dx) * second;
            double ux = dx * first - shear * pull - scoreX[i];
            double uy = pull - scoreY[i];
            xx[i] += weight[i] * (ux * ux - precisionXX);
            xy[i] += weight[i] * (ux * uy - precisionXY);
            yy[i] += weight[i] * (uy * uy - second);
        }
    }

    private static void divide(double[] numerator, double[] denominator, int n) {
        for (int i = 0; i < n; i++) {
            numerator[i] /= denominator[i];
        }
    }

    private static void scale(double[] values, double factor, int n) {
        for (int i = 0; i < n; i++) {
            values[i] *= factor;
        }
    }
}
