package scorescope.core.denoise;

import scorescope.core.density.GaussianMixture;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.score.JacobianField;
import scorescope.core.score.ScoreField;

/**
 * Stein's unbiased risk estimate of the denoiser D(x̃) = x̃ + cσ²s(x̃), which estimates αx₀: ‖D − x̃‖² + 2σ²∇·D − 2σ² has
 * the same mean as ‖D − αx₀‖² and needs no clean data. With c = 1 and the exact score D is optimal.
 *
 * @param estimate mean of SURE over noisy points, in squared data units of αx₀
 * @param estimateError its standard error
 * @param truth mean of the true squared error over the same points
 * @param truthError its standard error
 * @param differenceError standard error of estimate − truth, whose mean is zero
 * @see <a href="https://doi.org/10.1214/aos/1176345632">Stein 1981, Estimation of the mean of a multivariate normal
 *     distribution</a>
 */
public record Sure(double estimate, double estimateError, double truth, double truthError, double differenceError) {

    /**
     * SURE at one noisy point: c²σ⁴‖s‖² + 2cσ⁴ tr J + 2σ².
     *
     * @param strength c
     * @param trace tr J, the divergence of the score
     */
    public static double at(double scoreX, double scoreY, double trace, double sigma, double strength) {
        double variance = sigma * sigma;
        double step = strength * variance;
        return step * step * (scoreX * scoreX + scoreY * scoreY) + 2 * step * variance * trace + 2 * variance;
    }

    /**
     * Both errors over {@code count} pairs of a clean and a noisy point.
     *
     * @param score the score in D, exact or learned
     * @param strength c: for 0, D(x̃) = x̃; for 1, D is Tweedie's formula
     * @param seed determines the pairs
     */
    public static <S extends ScoreField & JacobianField> Sure of(
            S score, GaussianMixture clean, NoiseLevel level, double strength, int count, long seed) {
        var pairs = NoisyPairs.of(count);
        pairs.draw(clean, level, seed);
        var sx = new double[count];
        var sy = new double[count];
        var xx = new double[count];
        var yy = new double[count];
        var cross = new double[count];
        score.score(pairs.noisyX(), pairs.noisyY(), 0, count, level, sx, sy);
        score.jacobian(pairs.noisyX(), pairs.noisyY(), 0, count, level, xx, cross, new double[count], yy);
        double step = strength * level.sigma() * level.sigma();
        var estimate = new RunningMean();
        var truth = new RunningMean();
        var difference = new RunningMean();
        for (int i = 0; i < count; i++) {
            double sure = at(sx[i], sy[i], xx[i] + yy[i], level.sigma(), strength);
            double dx = pairs.noisyX()[i] + step * sx[i] - level.alpha() * pairs.cleanX()[i];
            double dy = pairs.noisyY()[i] + step * sy[i] - level.alpha() * pairs.cleanY()[i];
            double error = dx * dx + dy * dy;
            estimate.add(sure);
            truth.add(error);
            difference.add(sure - error);
        }
        return new Sure(
                estimate.mean(),
                estimate.standardError(),
                truth.mean(),
                truth.standardError(),
                difference.standardError());
    }
}
