package scorescope.core.denoise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import scorescope.core.density.DensityCatalog;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.parameter.Choice;
import scorescope.core.score.MixtureScore;

class PosteriorProbeTest {
    private static final NoiseLevel LEVEL = new NoiseLevel(Double.NaN, 0.9, 1.2);

    @Test
    void cleanPointsBehindABallAverageToTweediesAnswer() {
        var mixture = DensityCatalog.CATALOG.create(Choice.of("three-gaussians"), "density");
        var probe = new PosteriorProbe(mixture, LEVEL, 0.5, 0.2, 0.1, 3);
        var seen = new AtomicLong();
        for (int batch = 0; batch < 300; batch++) {
            probe.advance((cleanX, cleanY, noisyX, noisyY) -> {
                seen.incrementAndGet();
                assertTrue(Math.hypot(noisyX - 0.5, noisyY - 0.2) <= 0.1);
            });
        }
        assertEquals(probe.hits(), seen.get());
        assertTrue(probe.hits() > 500, "hits " + probe.hits());
        var x = new double[1];
        var y = new double[1];
        new Posterior(new MixtureScore(mixture)).mean(new double[] {0.5}, new double[] {0.2}, 0, 1, LEVEL, x, y);
        assertEquals(x[0], probe.meanX(), 4 * probe.errorX() + 0.01);
        assertEquals(y[0], probe.meanY(), 4 * probe.errorY() + 0.01);
        assertTrue(probe.errorX() < 0.1);
    }

    @Test
    void aBallThatNothingHitsComesWithAdvice() {
        var mixture = DensityCatalog.CATALOG.create(Choice.of("three-gaussians"), "density");
        var probe = new PosteriorProbe(mixture, LEVEL, 80, 80, 0.1, 3);
        for (int batch = 0; batch < 100; batch++) {
            probe.advance((cleanX, cleanY, noisyX, noisyY) -> {});
        }
        assertFalse(probe.advice().isEmpty());
        assertEquals(0, probe.hits());
    }
}
