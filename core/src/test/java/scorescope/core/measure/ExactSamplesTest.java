package scorescope.core.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.score.MixtureScore;

class ExactSamplesTest {
    private static final int SIZE = 2000;
    private static final GaussianMixture STANDARD = new GaussianMixture(List.of(Component.isotropic(1, 0, 0, 0.6)));
    private static final NoiseLevel LEVEL = NoiseLevel.plain(0.8);
    private static final ExactSamples TRUTH =
            new ExactSamples(new MixtureScore(STANDARD), LEVEL, SIZE, 6, 30, new SlicedWasserstein2(16));

    private static Sample drawn(double scale, double shift) {
        var sample = Sample.drawn(STANDARD.noised(LEVEL), SIZE, 900);
        Arrays.setAll(sample.x(), i -> scale * sample.x()[i] + shift);
        Arrays.setAll(sample.y(), i -> scale * sample.y()[i]);
        return sample;
    }

    @Test
    void anotherExactSampleIsAboutOneFloorAway() {
        assertEquals(1, TRUTH.floors(drawn(1, 0)).value(), 0.6);
        assertEquals(0, TRUTH.logGap(drawn(1, 0)), 5 / Math.sqrt(SIZE));
    }

    /** Shifted by d along one axis, the mean over directions of (d cos θ)² is d²/2. */
    @Test
    void aShiftIsTheDistanceItself() {
        assertEquals(3 / Math.sqrt(2), TRUTH.floors(drawn(1, 3)).value() * TRUTH.floor(), 0.1);
        assertEquals(3 / Math.sqrt(2), TRUTH.floorsBetween(drawn(1, 0), drawn(1, 3)) * TRUTH.floor(), 1e-9);
    }

    /** For the standard normal distribution scaled by c the mean of log p falls by c² − 1. */
    @Test
    void stretchingLowersTheMeanOfLogDensity() {
        double gap = TRUTH.logGap(drawn(1.2, 0));
        assertEquals(1 - 1.44, gap, 0.1);
        assertTrue(TRUTH.logGap(drawn(0.8, 0)) > 0.25);
    }
}
