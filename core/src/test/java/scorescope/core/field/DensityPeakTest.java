package scorescope.core.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.density.Component;
import scorescope.core.density.DensityCatalog;
import scorescope.core.density.GaussianMixture;
import scorescope.core.density.NoisedMixture;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.parameter.Choice;

class DensityPeakTest {
    private static NoisedMixture at(GaussianMixture mixture, double sigma) {
        return new NoisedMixture(mixture, NoiseLevel.plain(sigma));
    }

    private static double log(NoisedMixture mixture, double x, double y) {
        return mixture.responsibilities(x, y, new double[mixture.size()]);
    }

    @Test
    void oneGaussianPeaksAtItsMean() {
        var peak = DensityPeak.of(at(new GaussianMixture(List.of(Component.isotropic(1, 7, -3, 0.5))), 0));
        assertEquals(1 / (2 * Math.PI * 0.25), peak.density(), 1e-15);
        assertTrue(peak.certain());
    }

    @Test
    void twoGaussiansThatHaveMergedPeakBetweenTheirMeans() {
        var merged = at(
                new GaussianMixture(List.of(Component.isotropic(1, -0.5, 0, 1), Component.isotropic(1, 0.5, 0, 1))), 0);
        var peak = DensityPeak.of(merged);
        assertEquals(0, peak.x(), 1e-5);
        assertEquals(log(merged, 0, 0), peak.logDensity(), 1e-12);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void noPointOfAFineGridIsHigher(long seed) {
        var random = new Random(seed);
        var components = new ArrayList<Component>();
        int count = 2 + random.nextInt(10);
        for (int k = 0; k < count; k++) {
            double a = Math.pow(10, -1.5 * random.nextDouble());
            double b = Math.pow(10, -1.5 * random.nextDouble());
            double turn = Math.PI * random.nextDouble();
            double c = Math.cos(turn);
            double s = Math.sin(turn);
            components.add(new Component(
                    0.1 + random.nextDouble(),
                    2 * random.nextGaussian(),
                    2 * random.nextGaussian(),
                    c * c * a + s * s * b,
                    c * s * (a - b),
                    s * s * a + c * c * b));
        }
        var mixture = at(new GaussianMixture(components), 0.1);
        var peak = DensityPeak.of(mixture);
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i <= 400; i++) {
            for (int j = 0; j <= 400; j++) {
                highest = Math.max(highest, log(mixture, -8 + 0.04 * i, -8 + 0.04 * j));
            }
        }
        assertTrue(peak.logDensity() >= highest - 1e-12, "seed " + seed + ": " + peak + " below " + highest);
        assertEquals(log(mixture, peak.x(), peak.y()), peak.logDensity(), 1e-10);
    }

    @Test
    void manyPointsAreSearchedInPartAndSaySo() {
        var random = new Random(5);
        var points = new ArrayList<Component>();
        for (int i = 0; i < 20_000; i++) {
            points.add(Component.isotropic(1, random.nextGaussian(), random.nextGaussian(), 0));
        }
        var peak = DensityPeak.of(at(new GaussianMixture(points), 0.5));
        assertFalse(peak.certain());
        assertEquals(1 / (2 * Math.PI * 1.25), peak.density(), 0.004);
    }

    /** Ten thousand points in clusters; the densest place is reached from few starts only. */
    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.1, 0.4, 1})
    void ofManyPointsNoNodeOfAFineLatticeIsHigher(double sigma) {
        var random = new Random(9);
        var points = new ArrayList<Component>();
        for (int i = 0; i < 10_000; i++) {
            double turn = 0.25 * Math.PI * (i % 8);
            double std = i % 8 == 5 ? 0.2 : 0.4;
            points.add(Component.isotropic(
                    1,
                    5 * Math.cos(turn) + std * random.nextGaussian(),
                    5 * Math.sin(turn) + std * random.nextGaussian(),
                    0));
        }
        var mixture = at(new GaussianMixture(points), sigma);
        var peak = DensityPeak.of(mixture);
        double highest = new DensityRaster(1)
                .density(mixture, new Grid(900, 900, -7, 7, -7, 7))
                .largest();
        assertTrue(peak.density() >= highest * (1 - 1e-6), peak.density() + " below " + highest);
        assertTrue(peak.density() <= highest * 1.01, peak.density() + " above " + highest);
    }

    @Test
    void everyPresetHasThePeakOfItsHighestMode() {
        for (var kind : DensityCatalog.CATALOG.kinds()) {
            var mixture = DensityCatalog.CATALOG.create(Choice.of(kind.id()), "");
            var noised = at(mixture, 0.2);
            double modes = CriticalPoints.of(noised).points().stream()
                    .mapToDouble(point -> log(noised, point.x(), point.y()))
                    .max()
                    .orElseThrow();
            double found = DensityPeak.of(noised).logDensity();
            // Two moons have a ridge of modes that differ by 1e-4; a scale needs a tenth of a percent.
            assertTrue(found >= modes - 1e-3, kind.id() + ": " + found + " below " + modes);
        }
    }
}
