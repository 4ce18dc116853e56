package scorescope.core.score;

import java.util.Arrays;
import scorescope.core.density.NoisedMixture;

/**
 * The score s = Σ r_k u_k of a mixture at many points, laid out so that the compiler turns every loop into vector
 * instructions: one short loop for each component over a block of points, and an exponential without branches.
 *
 * <p>100,000 points, K = 8, one thread of a shared AVX2 machine: some 30 ms point by point with {@link Math#exp}, 5 ms
 * here (8 ns a term).
 */
public final class MixtureScoreBatch {
    /** Points in a block: all its arrays stay in a level-1 cache for usual K. */
    static final int BLOCK = 128;

    /** A term smaller than the largest by e^-45 cannot change a double. */
    private static final double NEGLIGIBLE = -45;

    /** The exponential is taken of a 2⁶th part and squared six times. */
    private static final double PART = 1.0 / 64;

    private NoisedMixture noised;
    private final double[] x;
    private final double[] y;
    private final double[] largest;
    private final double[] sum;
    private final double[] sumX;
    private final double[] sumY;
    private final double[][] terms;

    /** @param points as many as will be asked for at once; more are taken in blocks */
    public MixtureScoreBatch(NoisedMixture noised, int points) {
        int width = Math.clamp(points, 0, BLOCK);
        this.noised = noised;
        x = new double[width];
        y = new double[width];
        largest = new double[width];
        sum = new double[width];
        sumX = new double[width];
        sumY = new double[width];
        terms = new double[noised.size()][width];
    }

    /** The same working arrays for the same mixture at another level. */
    MixtureScoreBatch at(NoisedMixture other) {
        if (other.size() != terms.length) {
            throw new IllegalArgumentException("another mixture: " + other.size() + " components");
        }
        noised = other;
        return this;
    }

    /** Scores at the points {@code from ≤ i < to}; see {@link ScoreField#score}. */
    public void score(double[] pointsX, double[] pointsY, int from, int to, double[] outX, double[] outY) {
        for (int start = from; start < to; start += BLOCK) {
            int n = Math.min(BLOCK, to - start);
            System.arraycopy(pointsX, start, x, 0, n);
            System.arraycopy(pointsY, start, y, 0, n);
            weigh(n);
            gather(n);
            divide(sumX, sum, n);
            divide(sumY, sum, n);
            System.arraycopy(sumX, 0, outX, start, n);
            System.arraycopy(sumY, 0, outY, start, n);
        }
    }

    /** Scores as {@link #score}, and log p at the same points. */
    public void scoreAndLogDensity(
            double[] pointsX, double[] pointsY, int from, int to, double[] outX, double[] outY, double[] outLog) {
        for (int start = from; start < to; start += BLOCK) {
            int end = Math.min(start + BLOCK, to);
            score(pointsX, pointsY, start, end, outX, outY);
            for (int i = start; i < end; i++) {
                outLog[i] = largest[i - start] + Math.log(sum[i - start]) + 0.5 * NEGLIGIBLE;
            }
        }
    }

    /** Leaves in {@code terms} numbers proportional to the responsibilities, the largest of them e^22.5. */
    private void weigh(int n) {
        for (int k = 0; k < terms.length; k++) {
            double shear = noised.covarianceXY(k) / noised.covarianceXX(k);
            double first = 1 / noised.covarianceXX(k);
            double second = noised.precisionYY(k);
            logTerms(x, y, n, noised.meanX(k), noised.meanY(k), shear, first, second, noised.logFactor(k), terms[k]);
            if (k == 0) {
                System.arraycopy(terms[0], 0, largest, 0, n);
            } else {
                raise(largest, terms[k], n);
            }
        }
        for (var term : terms) {
            exponential(term, largest, n);
        }
    }

    private void gather(int n) {
        Arrays.fill(sum, 0);
        Arrays.fill(sumX, 0);
        Arrays.fill(sumY, 0);
        for (int k = 0; k < terms.length; k++) {
            double shear = noised.covarianceXY(k) / noised.covarianceXX(k);
            double first = 1 / noised.covarianceXX(k);
            double second = noised.precisionYY(k);
            addX(x, y, n, noised.meanX(k), noised.meanY(k), shear, first, second, terms[k], sumX);
            addY(x, y, n, noised.meanX(k), noised.meanY(k), shear, second, terms[k], sumY);
            add(terms[k], sum, n);
        }
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

    private static void raise(double[] largest, double[] term, int n) {
        for (int i = 0; i < n; i++) {
            largest[i] = Math.max(largest[i], term[i]);
        }
    }

    /**
     * term ← exp(term − largest + 22.5), to a relative error of 64 roundings: Taylor's series to degree 13 of a
     * 64th part, |z| ≤ 0.352, whose remainder is below 1e-17, squared six times. Centred on the interval in use; the
     * common factor cancels.
     */
    private static void exponential(double[] term, double[] largest, int n) {
        for (int i = 0; i < n; i++) {
            double z = (Math.max(term[i] - largest[i], NEGLIGIBLE) - 0.5 * NEGLIGIBLE) * PART;
            double p = Math.fma(z, 1 / 6227020800.0, 1 / 479001600.0);
            p = Math.fma(z, p, 1 / 39916800.0);
            p = Math.fma(z, p, 1 / 3628800.0);
            p = Math.fma(z, p, 1 / 362880.0);
            p = Math.fma(z, p, 1 / 40320.0);
            p = Math.fma(z, p, 1 / 5040.0);
            p = Math.fma(z, p, 1 / 720.0);
            p = Math.fma(z, p, 1 / 120.0);
            p = Math.fma(z, p, 1 / 24.0);
            p = Math.fma(z, p, 1 / 6.0);
            p = Math.fma(z, p, 0.5);
            p = Math.fma(z, p, 1);
            p = Math.fma(z, p, 1);
            p *= p;
            p *= p;
            p *= p;
            p *= p;
            p *= p;
            term[i] = p * p;
        }
    }

    private static void addX(
            double[] x,
            double[] y,
            int n,
            double meanX,
            double meanY,
            double shear,
            double first,
            double second,
            double[] weight,
            double[] sumX) {
        for (int i = 0; i < n; i++) {
            double dx = meanX - x[i];
            sumX[i] += weight[i] * (dx * first - shear * ((meanY - y[i] - shear * dx) * second));
        }
    }

    private static void addY(
            double[] x,
            double[] y,
            int n,
            double meanX,
            double meanY,
            double shear,
            double second,
            double[] weight,
            double[] sumY) {
        for (int i = 0; i < n; i++) {
            sumY[i] += weight[i] * ((meanY - y[i] - shear * (meanX - x[i])) * second);
        }
    }

    private static void add(double[] weight, double[] sum, int n) {
        for (int i = 0; i < n; i++) {
            sum[i] += weight[i];
        }
    }

    private static void divide(double[] numerator, double[] denominator, int n) {
        for (int i = 0; i < n; i++) {
            numerator[i] /= denominator[i];
        }
    }
}
