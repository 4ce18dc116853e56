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

    /**
     * The signs of both clean coordinates, of the radius about its median, and their products, against the same of the noise, at
     * 80 seeds of which some are neighbours: 3,920 means of 4,096 products within 5.5 standard errors, by chance not so in 1e-4.
     */
    @Test
    void cleanPointsTellNothingAboutTheirNoise() {
        int n = 4096;
        var one = new GaussianMixture(List.of(Component.isotropic(1, 0, 0, 1)));
        for (int k = 0; k < 80; k++) {
            long seed = k < 64 ? k : (1L << (k - 64)) * 1001;
            var pairs = NoisyPairs.of(one, new NoiseLevel(0.3, 0.6, 0.8), n, seed);
            var mean = new double[7][7];
            for (int i = 0; i < n; i++) {
                double x = pairs.cleanX()[i];
                double y = pairs.cleanY()[i];
                double[] clean = signs(x, y);
                double[] noise = signs((pairs.noisyX()[i] - 0.6 * x) / 0.8, (pairs.noisyY()[i] - 0.6 * y) / 0.8);
                for (int a = 0; a < 7; a++) {
                    for (int b = 0; b < 7; b++) {
                        mean[a][b] += clean[a] * noise[b] / n;
                    }
                }
            }
            for (int a = 0; a < 7; a++) {
                for (int b = 0; b < 7; b++) {
                    assertEquals(0, mean[a][b], 5.5 / Math.sqrt(n), "seed " + seed + ": " + a + ", " + b);
                }
            }
        }
    }

    private static double[] signs(double x, double y) {
        double a = Math.signum(x);
        double b = Math.signum(y);
        double c = Math.signum(x * x + y * y - 2 * Math.log(2));
        return new double[] {a, b, c, a * b, a * c, b * c, a * b * c};
    }
}
