package scorescope.core.denoise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.score.MixtureScore;

class FrameByFrameTest {
    /** Two modes of brightness with strongly correlated frames. */
    private static final GaussianMixture VIDEO = new GaussianMixture(
            List.of(new Component(0.5, -1.5, -1.5, 0.5, 0.48, 0.5), new Component(0.5, 1.5, 1.5, 0.5, 0.48, 0.5)));

    @Test
    void denoisingTheFramesTogetherIsBetterAndFlickersLess() {
        for (double sigma : new double[] {0.3, 1, 2}) {
            var level = NoiseLevel.plain(sigma);
            var joint = FrameByFrame.Quality.of(new Posterior(new MixtureScore(VIDEO)), VIDEO, level, 20_000, 1);
            var apart = FrameByFrame.Quality.of(new FrameByFrame(VIDEO), VIDEO, level, 20_000, 1);
            assertTrue(joint.error() < apart.error(), joint + " " + apart);
            assertTrue(joint.flicker() < 0.6 * apart.flicker(), joint + " " + apart);
        }
    }

    @Test
    void framesThatKnowNothingOfEachOtherAreDenoisedAlikeEitherWay() {
        var independent = new GaussianMixture(List.of(new Component(1, 0.5, -1, 0.7, 0, 0.2)));
        double[] x = {0.3, -2, 1};
        double[] y = {1, 0, -3};
        var out = new double[4][3];
        var level = new NoiseLevel(Double.NaN, 0.8, 0.9);
        new Posterior(new MixtureScore(independent)).mean(x, y, 0, 3, level, out[0], out[1]);
        new FrameByFrame(independent).mean(x, y, 0, 3, level, out[2], out[3]);
        for (int i = 0; i < 3; i++) {
            assertEquals(out[0][i], out[2][i], 1e-12);
            assertEquals(out[1][i], out[3][i], 1e-12);
        }
    }
}
