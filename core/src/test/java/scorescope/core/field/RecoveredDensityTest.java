package scorescope.core.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.score.MixtureScore;
import scorescope.core.score.ScoreField;

class RecoveredDensityTest {
    private static final NoiseLevel LEVEL = new NoiseLevel(0.3, 0.9, 0.4);

    private final MixtureScore score = new MixtureScore(
            new GaussianMixture(List.of(Component.isotropic(.3, -2, 0, .6), new Component(.7, 2, 1, .9, .3, .4))));

    private double log(double x, double y) {
        double[] out = new double[1];
        score.logDensity(new double[] {x}, new double[] {y}, 0, 1, LEVEL, out);
        return out[0];
    }

    @Test
    void lineIntegralsOfTheExactScoreGiveTheLogDensityBack() {
        var random = new Random(5);
        double[] x = random.doubles(60, -6, 6).toArray();
        double[] y = random.doubles(60, -6, 6).toArray();
        double[] out = new double[60];
        RecoveredDensity.logRatio(score, LEVEL, 1.5, -0.5, x, y, 8, 12, out);
        for (int i = 0; i < 60; i++) {
            assertEquals(log(x[i], y[i]) - log(1.5, -0.5), out[i], 1e-8);
        }
    }

    @Test
    void theFanAgreesWithThem() {
        var recovered = new RecoveredDensity();
        recovered.fan(score, LEVEL, 1.5, -0.5, 10, 256, 64, 3);
        var random = new Random(6);
        double worst = 0;
        for (int i = 0; i < 2000; i++) {
            double x = -5 + 10 * random.nextDouble();
            double y = -5 + 10 * random.nextDouble();
            worst = Math.max(worst, Math.abs(recovered.logRatio(x, y) - log(x, y) + log(1.5, -0.5)));
        }
        assertTrue(worst < 0.02, "off by " + worst);
        assertEquals(0, recovered.logRatio(1.5, -0.5), 1e-12);
    }

    @Test
    void aFieldWithCurlGivesADensityThatDependsOnTheAnchor() {
        ScoreField turning = (x, y, from, to, level, outX, outY) -> {
            score.score(x, y, from, to, level, outX, outY);
            for (int i = from; i < to; i++) {
                outX[i] -= 0.3 * y[i];
                outY[i] += 0.3 * x[i];
            }
        };
        double[] x = {2, -2};
        double[] y = {2, 1};
        double[] fromA = new double[2];
        double[] fromB = new double[2];
        RecoveredDensity.logRatio(turning, LEVEL, 0, 0, x, y, 8, 12, fromA);
        RecoveredDensity.logRatio(turning, LEVEL, 3, 0, x, y, 8, 12, fromB);
        assertTrue(Math.abs((fromA[0] - fromA[1]) - (fromB[0] - fromB[1])) > 0.1);
    }

    /** Rings of 0.16 and a component of std 0.001 beside one of std 10, seen along rays through both. */
    @Test
    void narrowComponentsBesideWideOnesAreIntegratedAlongTheRays() {
        var mixture =
                new GaussianMixture(List.of(Component.isotropic(0.3, 1, 0, 1e-3), Component.isotropic(0.7, 0, 0, 10)));
        var score = new MixtureScore(mixture);
        var level = NoiseLevel.plain(0);
        var recovered = new RecoveredDensity();
        recovered.fan(score, level, 1, 0, 20, 16, 128, 3);
        assertTrue(recovered.error() < 0.02, "stated error " + recovered.error());
        double[] x = {1, 1, 11, -9};
        double[] y = {0, 10, 0, 0};
        double[] log = new double[4];
        score.logDensity(x, y, 0, 4, level, log);
        for (int i = 1; i < 4; i++) {
            assertEquals(log[i] - log[0], recovered.logRatio(x[i], y[i]), 0.02, "at " + x[i] + ", " + y[i]);
        }
    }
}
