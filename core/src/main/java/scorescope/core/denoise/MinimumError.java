package scorescope.core.denoise;

import java.util.SplittableRandom;
import scorescope.core.density.EvenPoints;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.quadrature.Estimate;
import scorescope.core.score.MixtureScore;

/**
 * The smallest mean squared error of an estimate of x₀ from x = αx₀ + σε: E tr Cov[x₀ | x] over x ~ p_t, in squared data units.
 * It determines the smallest loss for every target that is linear in x₀ and x, and E‖s‖² = (2 − α²/σ² · error)/σ².
 *
 * <p>The mean is taken over {@link EvenPoints}, {@value #SHIFTS} times with random shifts; the error is three standard errors
 * of their mean plus the change by one more point as large as the largest. The integrand is the exact posterior's covariance,
 * which has no cancellation at any noise level.
 *
 * @see <a href="https://doi.org/10.1090/mcom/1986-46-174">Cranley and Patterson 1976, Randomization of number theoretic
 *     methods for multiple integration</a>
 */
public final class MinimumError {
    private static final int SHIFTS = 8;
    private static final long SEED = 11;

    private MinimumError() {}

    /**
     * @param level any level at which the density exists; at σ = 0 the result is 0
     * @param points of all shifts together, at least {@value #SHIFTS}; the error falls nearly as 1/points
     */
    public static Estimate of(MixtureScore exact, NoiseLevel level, int points) {
        if (level.sigma() == 0) {
            return Estimate.exact(0);
        }
        int n = points / SHIFTS;
        if (n < 1) {
            throw new IllegalArgumentException("at least " + SHIFTS + " points are needed: " + points);
        }
        var noised = exact.at(level);
        var x = new double[n];
        var y = new double[n];
        var covariance = new double[3][n];
        var posterior = new Posterior(exact);
        var random = new SplittableRandom(SEED);
        double mean = 0;
        double squares = 0;
        double largest = 0;
        for (int shift = 0; shift < SHIFTS; shift++) {
            EvenPoints.of(noised, random.nextDouble(), random.nextDouble(), random.nextDouble(), x, y);
            posterior.covariance(x, y, 0, n, level, covariance[0], covariance[1], covariance[2]);
            double sum = 0;
            for (int i = 0; i < n; i++) {
                double trace = covariance[0][i] + covariance[2][i];
                sum += trace;
                largest = Math.max(largest, trace);
            }
            double off = sum / n - mean;
            mean += off / (shift + 1);
            squares += off * (sum / n - mean);
        }
        return new Estimate(mean, 3 * Math.sqrt(squares / (SHIFTS * (SHIFTS - 1))) + largest / (SHIFTS * n));
    }

    /** E‖s‖² = (2 − (α²/σ²) · error)/σ², by Tweedie's formula. */
    public static Estimate squaredScore(NoiseLevel level, Estimate error) {
        double variance = level.sigma() * level.sigma();
        double gain = level.alpha() * level.alpha() / variance;
        return new Estimate((2 - gain * error.value()) / variance, gain * error.error() / variance);
    }
}
