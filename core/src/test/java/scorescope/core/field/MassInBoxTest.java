package scorescope.core.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.density.Box;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.density.NoisedMixture;
import scorescope.core.noise.NoiseLevel;

/** The stated error of a mass is a bound, compared with far finer sums and with rotations. */
final class MassInBoxTest {
    private static NoisedMixture one(double x, double y, double xx, double xy, double yy) {
        return new NoisedMixture(new GaussianMixture(List.of(new Component(1, x, y, xx, xy, yy))), NoiseLevel.plain(0));
    }

    /** (Φ(1) − Φ(−1))², computed with 50 digits. */
    @Test
    void aSquareOfOneStandardDeviationHoldsItsShare() {
        var mass = MassInBox.of(one(3, -2, 0.25, 0, 0.25), new Box(2.5, 3.5, -2.5, -1.5));
        assertEquals(0.6826894921370859 * 0.6826894921370859, mass.value(), 1e-15);
    }

    /** Mass of a quadrant: ¼ + asin ρ/2π (Sheppard). */
    @ParameterizedTest
    @ValueSource(doubles = {0.3, -0.8, 0.999, -0.999999})
    void aQuadrantHoldsWhatSheppardSays(double correlation) {
        var mass = MassInBox.of(one(0, 0, 1, correlation, 1), new Box(0, 50, 0, 60));
        double right = 0.25 + Math.asin(correlation) / (2 * Math.PI);
        assertTrue(mass.error() < 1e-7, mass.toString());
        assertEquals(right, mass.value(), Math.max(mass.error(), 1e-15));
    }

    /** Against the trapezoid rule with many nodes, which for such smooth functions is exact to rounding. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theErrorBoundsTheDifferenceFromAFarFinerSum(long seed) {
        var random = new Random(seed);
        double a = 0.05 + random.nextDouble();
        double b = 0.05 + random.nextDouble();
        double xy = (2 * random.nextDouble() - 1) * 0.95 * Math.sqrt(a * b);
        var mixture = one(random.nextGaussian(), random.nextGaussian(), a, xy, b);
        var box = new Box(-0.7, 0.4 + random.nextDouble(), -0.3, 0.2 + random.nextDouble());
        int nodes = 1500;
        double sum = 0;
        for (int i = 0; i < nodes; i++) {
            for (int j = 0; j < nodes; j++) {
                double x = box.x0() + (i + 0.5) / nodes * (box.x1() - box.x0());
                double y = box.y0() + (j + 0.5) / nodes * (box.y1() - box.y0());
                sum += Math.exp(mixture.logTerm(0, x, y));
            }
        }
        double right = sum * (box.x1() - box.x0()) * (box.y1() - box.y0()) / nodes / nodes;
        var mass = MassInBox.of(mixture, box);
        assertEquals(right, mass.value(), mass.error() + 1e-5 * right);
        assertTrue(mass.error() < 1e-8, mass.toString());
    }

    /** As {@link #aQuadrantHoldsWhatSheppardSays}, where a standard deviation is some thousand units in the last place. */
    @ParameterizedTest
    @ValueSource(doubles = {1e3, -1e6, 1e8})
    void aQuadrantFarFromTheOriginHoldsItToo(double away) {
        double std = 8192 * Math.ulp(away);
        var narrow = one(away, away, std * std, 0.6 * std * std, std * std);
        var mass = MassInBox.of(narrow, new Box(away, away + 50 * std, away, away + 60 * std));
        assertTrue(mass.error() < 1e-7, mass.toString());
        assertEquals(0.25 + Math.asin(0.6) / (2 * Math.PI), mass.value(), mass.error());
    }

    /** A strip across the box, thousands of times narrower than it. */
    @Test
    void aNeedleIsNotMissed() {
        double c = Math.cos(0.4);
        double s = Math.sin(0.4);
        double along = 100;
        double thin = 1e-8;
        var needle = one(0, 0, along * c * c + thin * s * s, (along - thin) * c * s, along * s * s + thin * c * c);
        // It leaves the box at x = ±1, since its slope is below one: erf(1/(10 √2 cos 0.4)), computed with 30 digits.
        var mass = MassInBox.of(needle, new Box(-1, 1, -1, 1));
        assertEquals(0.08645679466475147, mass.value(), 1e-6);
    }
}
