package scorescope.core.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.score.MixtureScore;

class StreamlinesTest {
    private static final double SEPARATION = 0.4;

    private final MixtureScore score = new MixtureScore(
            new GaussianMixture(List.of(Component.isotropic(.5, -2, 0, .8), new Component(.5, 2, 1, .9, .3, .5))));
    private final VectorField field = VectorField.zero(new Grid(120, 100, -6, 6, 5, -5));
    private final Streamlines lines = new Streamlines();

    @Test
    void theyRunAlongTheFieldAndUphill() {
        field.evaluate(score, NoiseLevel.plain(0.3));
        lines.trace(field, SEPARATION);
        double[] log = new double[lines.points()];
        score.logDensity(lines.x(), lines.y(), 0, lines.points(), NoiseLevel.plain(0.3), log);
        for (int line = 0; line < lines.lines(); line++) {
            double before = Double.NEGATIVE_INFINITY;
            for (int i = lines.start(line); i < lines.start(line) + lines.length(line); i++) {
                assertTrue(log[i] > before - 1e-3, "line " + line + " goes down at point " + i);
                before = log[i];
            }
        }
        assertTrue(lines.lines() > 20, lines.lines() + " lines");
    }

    @Test
    void noTwoComeNearerThanSixTenthsOfTheirDistance() {
        field.evaluate(score, NoiseLevel.plain(0.3));
        lines.trace(field, SEPARATION);
        for (int a = 0; a < lines.lines(); a++) {
            for (int b = a + 1; b < lines.lines(); b++) {
                for (int i = lines.start(a); i < lines.start(a) + lines.length(a); i++) {
                    for (int j = lines.start(b); j < lines.start(b) + lines.length(b); j++) {
                        double apart = Math.hypot(lines.x()[i] - lines.x()[j], lines.y()[i] - lines.y()[j]);
                        assertTrue(apart > 0.6 * SEPARATION - 1e-9, "lines " + a + " and " + b + ": " + apart);
                    }
                }
            }
        }
    }

    @Test
    void thePlaneIsCovered() {
        field.evaluate(score, NoiseLevel.plain(0.3));
        lines.trace(field, SEPARATION);
        int lonely = 0;
        for (double py = -4.8; py < 5; py += 0.2) {
            for (double px = -5.8; px < 6; px += 0.2) {
                double nearest = Double.POSITIVE_INFINITY;
                for (int i = 0; i < lines.points(); i++) {
                    nearest = Math.min(nearest, Math.hypot(lines.x()[i] - px, lines.y()[i] - py));
                }
                lonely += nearest > 1.6 * SEPARATION ? 1 : 0;
            }
        }
        assertTrue(lonely < 0.02 * 49 * 59, lonely + " places without a line");
    }

    @Test
    void ofARotationTheyAreCircles() {
        for (int i = 0; i < field.u().length; i++) {
            field.u()[i] = -field.y()[i];
            field.v()[i] = field.x()[i];
        }
        lines.trace(field, SEPARATION);
        for (int line = 0; line < lines.lines(); line++) {
            int start = lines.start(line);
            double radius = Math.hypot(lines.x()[start], lines.y()[start]);
            for (int i = start; i < start + lines.length(line); i++) {
                assertEquals(radius, Math.hypot(lines.x()[i], lines.y()[i]), 0.03, "line " + line);
            }
        }
    }

    @Test
    void aFieldOfZerosHasNone() {
        java.util.Arrays.fill(field.u(), 0);
        java.util.Arrays.fill(field.v(), 0);
        lines.trace(field, SEPARATION);
        assertEquals(0, lines.lines());
    }
}
