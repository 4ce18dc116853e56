package scorescope.ui.model.listen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import scorescope.core.density.Box;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.score.MixtureScore;

/** What is heard along a line is log p: an octave for each power of ten. */
class MelodyTest {
    private static final NoiseLevel CLEAN = NoiseLevel.plain(0);
    private static final Box VIEW = new Box(-8, 8, -8, 8);
    private static final MixtureScore ROUND =
            new MixtureScore(new GaussianMixture(List.of(Component.isotropic(1, 0, 0, 1))));

    private static double at(Melody melody, double x) {
        return melody.frequency((x - VIEW.x0()) / (VIEW.x1() - VIEW.x0()));
    }

    /** A standard normal density is a tenth of its maximum at √(2 ln 10), a hundredth at √(4 ln 10). */
    @Test
    void aTenthOfTheDensityIsAnOctaveLower() {
        var melody = Melody.along(ROUND, CLEAN, VIEW, 0);
        assertEquals(1760, at(melody, 0), 1e-9);
        for (int sign : new int[] {-1, 1}) {
            assertEquals(880, at(melody, sign * Math.sqrt(2 * Math.log(10))), 0.5);
            assertEquals(440, at(melody, sign * Math.sqrt(4 * Math.log(10))), 0.5);
            assertEquals(110, at(melody, sign * 6), 1e-9, "below 1e-4 of the maximum");
        }
    }

    /** The highest tone belongs to the largest density of the picture, not of the line. */
    @Test
    void aLineThroughTheFlankIsLowerThanOneThroughTheMiddle() {
        var melody = Melody.along(ROUND, CLEAN, VIEW, Math.sqrt(2 * Math.log(10)));
        assertEquals(880, at(melody, 0), 1e-6);
    }

    /** With noise of the same size the variance doubles, and so does the squared distance of a tenth. */
    @Test
    void theMelodyFollowsTheNoise() {
        var melody = Melody.along(ROUND, NoiseLevel.plain(1), VIEW, 0);
        assertEquals(880, at(melody, Math.sqrt(4 * Math.log(10))), 0.5);
    }

    @Test
    void theLighterOfTwoModesSoundsLower() {
        var two = new MixtureScore(
                new GaussianMixture(List.of(Component.isotropic(.9, -4, 0, .5), Component.isotropic(.1, 4, 0, .5))));
        var melody = Melody.along(two, CLEAN, VIEW, 0);
        assertEquals(1760 * Math.pow(2, -Math.log10(9)), at(melody, 4), 1e-6);
    }

    @Test
    void nothingIsHeardWithoutDensity() {
        assertTrue(Double.isNaN(Melody.SILENCE.frequency(0.3)));
    }
}
