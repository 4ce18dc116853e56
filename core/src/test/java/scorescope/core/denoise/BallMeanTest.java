package scorescope.core.denoise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.density.RandomMixture;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.score.MixtureScore;

/** The mean behind a ball is what averages of hits converge to. */
class BallMeanTest {
    private static final NoiseLevel LEVEL = new NoiseLevel(Double.NaN, 0.9, 1.2);

    /** Within 4.5 standard errors of half a million pairs, in which the shift is some twenty of them. */
    @ParameterizedTest
    @ValueSource(longs = {4, 9})
    void theMeanOfManyHitsOfALargeBallIsTheMeanBehindTheBall(long seed) {
        var mixture = RandomMixture.of(seed);
        var noisy = mixture.noised(LEVEL).moments();
        double x = noisy.meanX() + 1.5;
        double y = noisy.meanY() - 1;
        double radius = 1.5 * LEVEL.sigma();
        var probe = new PosteriorProbe(mixture, LEVEL, x, y, radius, seed);
        for (int batch = 0; batch < 125; batch++) {
            probe.advance((cleanX, cleanY, noisyX, noisyY) -> {});
        }
        var mean = BallMean.of(new MixtureScore(mixture), LEVEL, x, y, radius);
        var at = new Posterior(new MixtureScore(mixture)).at(x, y, LEVEL).moments();
        assertEquals(mean.x(), probe.meanX(), 4.5 * probe.errorX());
        assertEquals(mean.y(), probe.meanY(), 4.5 * probe.errorY());
        double shift = Math.hypot(mean.x() - at.meanX(), mean.y() - at.meanY());
        assertTrue(shift > 10 * Math.hypot(probe.errorX(), probe.errorY()), "too small to tell: " + shift);
    }

    /** The denoised point of one Gaussian is linear in x̃: the shift is r²/4 J s, J = ατ²/v, s = −x/v, v = α²τ² + σ². */
    @Test
    void theShiftOfOneGaussianIsASquareOfTheRadius() {
        double variance = 0.81 * 0.25 + 1.44;
        var exact = new MixtureScore(new GaussianMixture(List.of(new Component(1, 0, 0, 0.25, 0, 0.25))));
        for (double radius : new double[] {1e-3, 0.01, 0.05}) {
            var mean = BallMean.of(exact, LEVEL, 1.1, -0.7, radius);
            double factor = radius * radius / 4 * 0.9 * 0.25 / variance / variance;
            double slope = 0.9 * 0.25 / variance;
            assertEquals(-factor * 1.1, mean.x() - slope * 1.1, 0.01 * factor);
            assertEquals(factor * 0.7, mean.y() + slope * 0.7, 0.01 * factor);
        }
    }
}
