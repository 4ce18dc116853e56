package scorescope.ui.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.score.MixtureScore;
import scorescope.core.score.ScoreField;

class CursorReadingTest {
    private static final NoiseLevel LEVEL = NoiseLevel.plain(0.5);

    private final MixtureScore exact = new MixtureScore(
            new GaussianMixture(List.of(Component.isotropic(.25, -1, 0, 1), Component.isotropic(.75, 2, 0, 1))));

    @Test
    void ofOneGaussianEverythingIsInClosedForm() {
        var one = new MixtureScore(new GaussianMixture(List.of(Component.isotropic(1, 0, 0, Math.sqrt(0.75)))));
        var reading = CursorReading.of(one, one, LEVEL, 1, -2);
        assertEquals(-Math.log(2 * Math.PI) - 2.5, reading.logDensity(), 1e-12);
        assertEquals(-1, reading.scoreX(), 1e-12);
        assertEquals(2, reading.scoreY(), 1e-12);
        assertEquals(-2, reading.divergence(), 1e-12);
        assertEquals(List.of(1.0), reading.responsibilities());
        assertEquals(
                List.of("1.000, −2.000", "0.01306", "−4.338", "−1.000, 2.000", "2.236", "−2.000"),
                reading.lines().stream().map(CursorReading.Line::value).toList());
    }

    @Test
    void densityIsTheTruthsAndScoreTheShownOnes() {
        ScoreField shown = (x, y, from, to, level, outX, outY) -> {
            for (int i = from; i < to; i++) {
                outX[i] = 3 * x[i];
                outY[i] = 5 * y[i];
            }
        };
        var reading = CursorReading.of(exact, shown, LEVEL, 2, 1);
        assertEquals(6, reading.scoreX(), 1e-12);
        assertEquals(8, reading.divergence(), 1e-6);
        assertEquals(CursorReading.of(exact, exact, LEVEL, 2, 1).logDensity(), reading.logDensity());
    }

    @Test
    void theMostResponsibleComponentComesFirstAndThoseWithoutAShareAreLeftOut() {
        var lines = CursorReading.of(exact, exact, LEVEL, 2, 0).lines();
        assertTrue(lines.get(6).symbol().equals("r₂") && lines.get(7).symbol().equals("r₁"), lines.toString());
        assertEquals(7, CursorReading.of(exact, exact, LEVEL, 9, 0).lines().size());
    }
}
