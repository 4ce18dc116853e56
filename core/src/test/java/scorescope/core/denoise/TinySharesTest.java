package scorescope.core.denoise;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.score.MixtureScore;

/** For points of zero width the posterior's covariance comes from components with shares far below rounding. */
final class TinySharesTest {
    /** Of two points at distance 1 and a noisy one at a: Cov = r(1 − r), log r/(1 − r) = (2a − 1)/2σ². */
    @ParameterizedTest
    @CsvSource({
        "2, 0.2, 0.06",
        "2, 0.2, 0.05",
        "2, 0.1, 0.04",
        "3, 0.2, 0.05",
        "15, 0.2, 0.05",
        "16, 0.2, 0.05",
        "40, 0.1, 0.04",
        "2, 0.01, 0.031"
    })
    void thePosteriorCovarianceIsItsShare(int count, double at, double sigma) {
        var components = new ArrayList<Component>();
        components.add(Component.isotropic(1, 0, 0, 0));
        components.add(Component.isotropic(1, 1, 0, 0));
        while (components.size() < count) {
            components.add(Component.isotropic(1, -300 - components.size(), 0, 0));
        }
        double right = Math.exp((2 * at - 1) / (2 * sigma * sigma));
        var posterior = new Posterior(new MixtureScore(new GaussianMixture(components)));
        for (int points : new int[] {1, 3, 10}) {
            var x = new double[points];
            java.util.Arrays.fill(x, at);
            var y = new double[points];
            var xx = new double[points];
            var xy = new double[points];
            var yy = new double[points];
            posterior.covariance(x, y, 0, points, NoiseLevel.plain(sigma), xx, xy, yy);
            for (double value : xx) {
                assertEquals(right, value, 1e-10 * right, count + " components, " + points + " points");
            }
        }
        var moments = posterior.at(at, 0, NoiseLevel.plain(sigma)).moments();
        assertEquals(right, moments.xx(), 1e-10 * right, "moments of the posterior mixture");
    }
}
