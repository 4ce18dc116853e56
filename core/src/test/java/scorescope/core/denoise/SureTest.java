package scorescope.core.denoise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scorescope.core.density.RandomMixture;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.score.MixtureScore;

class SureTest {
    /** Unbiased for every denoiser; four standard errors are exceeded once in 16,000 runs. */
    @ParameterizedTest
    @CsvSource({"0.3, 1, 1", "1.5, 1, 1", "0.8, 0.6, 1", "0.8, 1, 0.5", "0.8, 1, 1.7", "0.8, 0.6, 0"})
    void hasTheMeanOfTheTrueErrorWithoutSeeingCleanData(double sigma, double alpha, double strength) {
        var mixture = RandomMixture.of(4);
        var level = new NoiseLevel(Double.NaN, alpha, sigma);
        var sure = Sure.of(new MixtureScore(mixture), mixture, level, strength, 40_000, 17);
        assertEquals(sure.truth(), sure.estimate(), 4 * sure.differenceError());
        assertTrue(sure.differenceError() < 0.05 * sure.truth(), sure.toString());
    }

    @Test
    void isLeastAtTweediesStrength() {
        var mixture = RandomMixture.of(4);
        var score = new MixtureScore(mixture);
        var level = NoiseLevel.plain(0.8);
        double best = Sure.of(score, mixture, level, 1, 20_000, 3).estimate();
        assertTrue(best < Sure.of(score, mixture, level, 0.8, 20_000, 3).estimate());
        assertTrue(best < Sure.of(score, mixture, level, 1.2, 20_000, 3).estimate());
    }

    /** The mean of the true error is E tr Cov[x₀ | x̃], at α = 1. */
    @Test
    void theBestErrorIsTheMeanPosteriorVariance() {
        var mixture = RandomMixture.of(8);
        var score = new MixtureScore(mixture);
        var level = NoiseLevel.plain(0.7);
        var sure = Sure.of(score, mixture, level, 1, 40_000, 5);
        int n = 40_000;
        var v = new double[5][n];
        mixture.noised(level).draw(6, v[0], v[1]);
        new Posterior(score).covariance(v[0], v[1], 0, n, level, v[2], v[3], v[4]);
        double variance = 0;
        for (int i = 0; i < n; i++) {
            variance += (v[2][i] + v[4][i]) / n;
        }
        assertEquals(variance, sure.truth(), 4 * sure.truthError() + 0.01 * variance);
    }
}
