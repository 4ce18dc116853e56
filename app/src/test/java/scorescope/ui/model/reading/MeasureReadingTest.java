package scorescope.ui.model.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.sampling.Diagnostics;
import scorescope.core.sampling.history.ParticleHistory;
import scorescope.core.score.MixtureScore;
import scorescope.core.score.ScoreField;
import scorescope.ui.model.ParticleFrame;

class MeasureReadingTest {
    private static final MixtureScore TWO = new MixtureScore(
            new GaussianMixture(List.of(Component.isotropic(0.5, -2, 0, 0.5), Component.isotropic(0.5, 2, 0, 0.5))));
    private static final NoiseLevel LEVEL = NoiseLevel.plain(0.3);

    private static ParticleFrame exact(int count, double shift) {
        double[] x = new double[count];
        double[] y = new double[count];
        TWO.mixture().noised(LEVEL).draw(1, x, y);
        for (int i = 0; i < count; i++) {
            x[i] += shift;
        }
        return new ParticleFrame(
                x,
                y,
                List.of(),
                ParticleHistory.Past.NONE,
                0,
                LEVEL,
                false,
                new Diagnostics(0, Diagnostics.Status.DONE, ""),
                Optional.empty());
    }

    private static double value(List<MeasureReading.Row> rows, String name, boolean analytic) {
        var row = rows.stream().filter(r -> r.name().equals(name)).findFirst().orElseThrow();
        String text = analytic ? row.analytic() : row.chance();
        return Double.parseDouble(text.replace("< ", "")
                .replace("×10⁻³", "e-3")
                .replace("×10⁻⁴", "e-4")
                .replace('−', '-'));
    }

    @Test
    void exactParticlesAreAsCloseAsChanceAllowsAndShiftedOnesAreNot() {
        var request = new MeasureReading.Request(TWO, LEVEL, exact(3000, 0), ParticleFrame.NONE, Optional.empty());
        var shifted = new MeasureReading.Request(TWO, LEVEL, exact(3000, 2), ParticleFrame.NONE, Optional.empty());
        var near = MeasureReading.of(request);
        var far = MeasureReading.of(shifted);
        for (String name : List.of("W₂", "Sliced W₂", "Total variation", "Jensen–Shannon")) {
            assertTrue(value(near, name, true) < 2.5 * value(near, name, false), name + " " + near);
            assertTrue(value(far, name, true) > 2.5 * value(far, name, false), name + " " + far);
        }
        var modes = near.stream()
                .filter(row -> row.name().startsWith("modes"))
                .findFirst()
                .orElseThrow();
        double left = Double.parseDouble(
                modes.analytic().substring(0, modes.analytic().indexOf(" ")));
        assertEquals(50, left, 5);
        assertTrue(near.stream().noneMatch(row -> row.definition().isBlank()));
    }

    @Test
    void withoutParticlesOnlyTheScoreIsMeasured() {
        ScoreField doubled = (x, y, from, to, level, outX, outY) -> {
            TWO.score(x, y, from, to, level, outX, outY);
            for (int i = from; i < to; i++) {
                outX[i] *= 2;
                outY[i] *= 2;
            }
        };
        var rows = MeasureReading.of(
                new MeasureReading.Request(TWO, LEVEL, ParticleFrame.NONE, ParticleFrame.NONE, Optional.of(doubled)));
        assertEquals(1, rows.size());
        // The error of 2s is s.
        assertTrue(
                rows.getFirst().definition().contains("100 % of"),
                rows.getFirst().definition());
        assertFalse(rows.getFirst().learned().equals("0"));
    }

    @Test
    void lostParticlesAreNotMeasured() {
        var lost = exact(50, 0);
        lost.x()[7] = Double.NaN;
        assertTrue(MeasureReading.of(new MeasureReading.Request(TWO, LEVEL, lost, ParticleFrame.NONE, Optional.empty()))
                .isEmpty());
    }

    /** Means of a few draws lie within the stated error in 95 of 100 cases. */
    @Test
    void whatChanceGivesIsStatedWithItsError() {
        int outside = 0;
        for (int seed = 0; seed < 400; seed++) {
            var random = new java.util.Random(seed);
            var chance = MeasureReading.byChance(k -> 1 + 0.3 * random.nextGaussian());
            outside += Math.abs(chance.value() - 1) > chance.error() ? 1 : 0;
        }
        assertTrue(outside > 5 && outside < 40, outside + " of 400");
    }
}
