package scorescope.core.noise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.BadInputException;
import scorescope.core.formula.Formula;
import scorescope.core.parameter.Choice;

class OwnScheduleTest {
    private static NoiseProcess formula(String text) {
        return ProcessCatalog.CATALOG.create(Choice.of("formula").with(FormulaSchedule.LOG_SNR, text), "process");
    }

    /** t' = 1 − e^−t: equal levels at corresponding times, and rates divided by dt'/dt = 1 − t'. */
    @Test
    void finiteTimeIsTheSameProcessInAnotherTime() {
        var infinite = new OrnsteinUhlenbeck(7);
        var finite = new FiniteOrnsteinUhlenbeck();
        for (double t = 0.01; t < 6.9; t += 0.37) {
            double within = -Math.expm1(-t);
            assertEquals(infinite.alpha(t), finite.alpha(within), 1e-14);
            assertEquals(infinite.sigma(t), finite.sigma(within), 1e-14);
            assertEquals(infinite.drift(t), finite.drift(within) * (1 - within), 1e-12);
            assertEquals(infinite.diffusionSquared(t), finite.diffusionSquared(within) * (1 - within), 1e-12);
        }
        assertEquals(6.907755278982137, -Math.log(finite.alpha(finite.tMax())), 1e-12);
    }

    /** ᾱ = exp(−t(0.1 + 9.95 t)) written as its log-SNR −log(exp(…) − 1) is the variance-preserving process. */
    @Test
    void aProcessWrittenAsAFormulaIsThatProcess() {
        var known = new VariancePreserving(0.1, 20);
        var written = new FormulaSchedule(Formula.parse("-log(exp(t*(0.1 + 9.95*t) + 1e-9) - 1)", "f"));
        for (double t = 0.05; t <= 1; t += 0.05) {
            assertEquals(known.alpha(t), written.alpha(t), 1e-8);
            assertEquals(known.sigma(t), written.sigma(t), 1e-8);
            assertEquals(known.drift(t), written.drift(t), 1e-6 * -known.drift(t));
            assertEquals(known.diffusionSquared(t), written.diffusionSquared(t), 1e-6 * known.diffusionSquared(t));
        }
    }

    @Test
    void twoPointsAreAStraightLogSnr() {
        var drawn = new DrawnSchedule(new FallingCurve(List.of(0.0, 10.0, 1.0, -10.0)));
        var written = formula("10 - 20*t");
        for (double t = 0; t <= 1; t += 0.125) {
            assertEquals(written.at(t).logSnr(), drawn.at(t).logSnr(), 1e-12);
            assertEquals(written.drift(t), drawn.drift(t), 1e-12);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "5 + t, does not fall",
        "10 - 20*t + 3*sin(20*t), does not fall",
        "3, does not fall",
        "-log(t), log(t + 0.001)",
        "-sqrt(t), finite",
        "50 - 100*t, from -40.0 to 40.0"
    })
    void whatIsNoScheduleIsRefusedWithARemedy(String text, String says) {
        var complaint = assertThrows(BadInputException.class, () -> formula(text));
        assertTrue(complaint.getMessage().startsWith("process.formula"), complaint.getMessage());
        assertTrue(complaint.getMessage().contains(says), complaint.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "'0, 5, 1, 6', below",
        "'0, 5, 0.5, 5, 1, -5', below",
        "'0, 5, 0.6, 3, 0.5, 2, 1, -5', right",
        "'0.1, 5, 1, -5', begin at t = 0",
        "'0, 5', two points",
        "'0, 99, 1, -5', from -15"
    })
    void aCurveThatDoesNotFallIsRefused(String points, String says) {
        var xy = new ArrayList<Double>();
        for (String number : points.split(",", -1)) {
            xy.add(Double.parseDouble(number.strip()));
        }
        var complaint =
                assertThrows(BadInputException.class, () -> Choice.of("drawn").with(DrawnSchedule.LOG_SNR, xy));
        assertTrue(complaint.getMessage().contains(says), complaint.getMessage());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyCurveFallsThroughItsPointsAndItsSlopeIsItsDerivative(long seed) {
        var random = new Random(seed);
        var points = new ArrayList<>(List.of(0.0, 12.0));
        for (double x = random.nextDouble() * 0.2, y = 12; x < 0.99 && y > -14; ) {
            y -= 0.01 + 6 * Math.pow(random.nextDouble(), 3);
            points.addAll(List.of(x + 0.002, y));
            x += 0.002 + 0.3 * Math.pow(random.nextDouble(), 2);
        }
        points.addAll(List.of(1.0, -40.0));
        var curve = new FallingCurve(points);
        for (int i = 0; i < points.size(); i += 2) {
            assertEquals(points.get(i + 1), curve.value(points.get(i)), 1e-12, "seed " + seed);
        }
        double before = Double.POSITIVE_INFINITY;
        for (int i = 0; i <= 20_000; i++) {
            double x = i / 20_000.0;
            assertTrue(curve.value(x) < before, "seed " + seed + " at " + x);
            assertTrue(curve.slope(x) < 0, "seed " + seed + " at " + x);
            before = curve.value(x);
        }
        for (int i = 0; i + 2 < points.size(); i += 2) {
            double x = 0.3 * points.get(i) + 0.7 * points.get(i + 2);
            double h = 1e-3 * (points.get(i + 2) - points.get(i));
            double slope = (curve.value(x + h) - curve.value(x - h)) / (2 * h);
            assertEquals(slope, curve.slope(x), 1e-4 * Math.abs(slope), "seed " + seed + " at " + x);
        }
    }
}
