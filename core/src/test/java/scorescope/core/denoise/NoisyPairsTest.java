package scorescope.core.denoise;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.noise.NoiseLevel;

class NoisyPairsTest {
    private static GaussianMixture points(double width) {
        return new GaussianMixture(List.of(
                Component.isotropic(1, -1, 2, width),
                Component.isotropic(3, 0.5, 0, width),
                Component.isotropic(1, 4, 1, width)));
    }

    @Test
    void ownPointsAreTakenThemselvesEachOnce() {
        var pairs = NoisyPairs.of(points(0), NoiseLevel.plain(0), 100, 5);
        assertArrayEquals(new double[] {-1, 0.5, 4}, pairs.cleanX());
        assertArrayEquals(new double[] {2, 0, 1}, pairs.cleanY());
        assertArrayEquals(pairs.cleanX(), pairs.noisyX(), 1e-15);
        assertEquals(2, NoisyPairs.of(points(0), NoiseLevel.plain(0), 2, 5).cleanX().length);
        assertEquals(
                100, NoisyPairs.of(points(0.1), NoiseLevel.plain(0), 100, 5).cleanX().length);
    }

    /** Means and variances of 20,000 differences, within five standard errors. */
    @Test
    void noisyPointsAreScaledCleanOnesWithNoiseOfTheLevel() {
        var level = new NoiseLevel(0.3, 0.6, 0.8);
        for (double width : new double[] {0, 0.5}) {
            var many = new java.util.ArrayList<Component>();
            for (int i = 0; i < 20_000; i++) {
                many.add(Component.isotropic(1, i % 7, i % 3, width));
            }
            var pairs = NoisyPairs.of(new GaussianMixture(many), level, 20_000, 9);
            double mean = 0;
            double square = 0;
            int n = pairs.cleanX().length;
            for (int i = 0; i < n; i++) {
                double noise = (pairs.noisyX()[i] - level.alpha() * pairs.cleanX()[i]) / level.sigma();
                mean += noise / n;
                square += noise * noise / n;
            }
            assertEquals(0, mean, 5 / Math.sqrt(n));
            assertEquals(1, square, 5 * Math.sqrt(2.0 / n));
        }
    }
}
