package scorescope.core.denoise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import scorescope.core.denoise.RegressionToTheMean.Threshold;
import scorescope.core.density.Component;
import scorescope.core.density.DensityCatalog;
import scorescope.core.density.GaussianMixture;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.parameter.Choice;

class RegressionToTheMeanTest {
    private static final GaussianMixture TWO =
            new GaussianMixture(List.of(Component.isotropic(1, -3, 0, 0.3), Component.isotropic(1, 3, 0, 0.3)));

    @Test
    void answersLeaveTheDataAsNoiseBridgesTheModes() {
        double quiet = RegressionToTheMean.of(TWO, NoiseLevel.plain(0.3), 4000, 1)
                .share()
                .value();
        double loud = RegressionToTheMean.of(TWO, NoiseLevel.plain(3), 4000, 1)
                .share()
                .value();
        assertTrue(quiet < 0.02, "as rare as clean points there: " + quiet);
        assertTrue(loud > 0.3, "between the modes: " + loud);
    }

    @Test
    void whatIsOffTheDataLiesFarFromThem() {
        var found = RegressionToTheMean.of(TWO, NoiseLevel.plain(2), 2000, 2);
        int off = 0;
        for (int i = 0; i < 2000; i++) {
            double beside = Math.hypot(Math.abs(found.answerX()[i]) - 3, found.answerY()[i]) / 0.3;
            // 99 % of a Gaussian lie within √(2 log 100) = 3.03 standard deviations.
            if (Math.abs(beside - 3.03) > 0.5) {
                assertEquals(beside > 3.03, found.offData()[i], "at " + beside);
            }
            off += found.offData()[i] ? 1 : 0;
        }
        assertEquals(off / 2000.0, found.share().value(), 1e-12);
    }

    @Test
    void ofOneGaussianNoAnswerLeavesTheData() {
        var one = new GaussianMixture(List.of(new Component(1, 1, 2, 0.5, 0.2, 0.4)));
        assertTrue(RegressionToTheMean.of(one, NoiseLevel.plain(2), 2000, 3)
                        .share()
                        .value()
                < 0.005);
    }

    @Test
    void pointsWithoutWidthAreJudgedByANarrowBand() {
        var circle = DensityCatalog.CATALOG.create(Choice.of("circle"), "density");
        assertTrue(RegressionToTheMean.of(circle, NoiseLevel.plain(2), 500, 3)
                        .share()
                        .value()
                > 0.8);
    }

    /** Two standard errors: of 40 shares from 500 pairs at most 5 may lie farther from that of 200,000. */
    @Test
    void theShareIsWithinItsErrorOfThatOfManyMorePairs() {
        for (double sigma : new double[] {0.3, 1, 2}) {
            double right = RegressionToTheMean.of(TWO, NoiseLevel.plain(sigma), 200_000, 77, Threshold.of(TWO, 77))
                    .share()
                    .value();
            int outside = 0;
            for (int seed = 1; seed <= 40; seed++) {
                var share = RegressionToTheMean.of(TWO, NoiseLevel.plain(sigma), 500, seed)
                        .share();
                outside += Math.abs(share.value() - right) > share.error() ? 1 : 0;
                assertTrue(share.error() < 0.1, share.toString());
            }
            assertTrue(outside <= 5, outside + " of 40 at sigma " + sigma);
        }
    }
}
