package scorescope.core.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.density.Component;
import scorescope.core.density.DensityCatalog;
import scorescope.core.density.GaussianMixture;
import scorescope.core.density.LocalDerivatives;
import scorescope.core.density.NoisedMixture;
import scorescope.core.field.CriticalPoint.Kind;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.parameter.Choice;

class CriticalPointsTest {
    private static GaussianMixture random(Random random) {
        var components = new ArrayList<Component>();
        int size = 1 + random.nextInt(9);
        for (int k = 0; k < size; k++) {
            double a = Math.exp(0.7 * random.nextGaussian() - 1);
            double c = Math.exp(0.7 * random.nextGaussian() - 1);
            double b = (1.8 * random.nextDouble() - 0.9) * Math.sqrt(a * c);
            components.add(new Component(
                    0.1 + random.nextDouble(), 2.5 * random.nextGaussian(), 2.5 * random.nextGaussian(), a, b, c));
        }
        return new GaussianMixture(components);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void ofGenericMixturesTheIndicesSumToOneAndNoneIsMissed(long seed) {
        var random = new Random(seed);
        for (int trial = 0; trial < 30; trial++) {
            var noised = new NoisedMixture(random(random), NoiseLevel.plain(Math.exp(random.nextGaussian() - 1.5)));
            var found = CriticalPoints.of(noised);
            String place = "seed " + seed + ", trial " + trial + ": " + found;
            assertTrue(found.complete(), place);
            assertEquals(1, found.count(Kind.MAXIMUM) - found.count(Kind.SADDLE) + found.count(Kind.MINIMUM), place);
            var local = new LocalDerivatives(noised);
            for (var point : found.points()) {
                local.at(point.x(), point.y());
                double width = 1 / Math.sqrt(Math.abs(point.smaller()));
                assertTrue(Math.hypot(local.scoreX(), local.scoreY()) * width < 1e-8, place);
            }
            climb(local, noised, found, place);
        }
    }

    /** Gradient ascent from every mean: each maximum reached must be among the points found. */
    private static void climb(LocalDerivatives local, NoisedMixture noised, CriticalPoints found, String place) {
        for (int k = 0; k < noised.size(); k++) {
            double x = noised.meanX(k);
            double y = noised.meanY(k);
            for (int step = 0; step < 20_000; step++) {
                local.at(x, y);
                double rate = 0.2 / Math.max(1, Math.abs(local.xx()) + Math.abs(local.yy()));
                x += rate * local.scoreX();
                y += rate * local.scoreY();
            }
            double topX = x;
            double topY = y;
            assertTrue(
                    found.points().stream()
                            .anyMatch(p -> p.kind() == Kind.MAXIMUM && Math.hypot(p.x() - topX, p.y() - topY) < 1e-3),
                    "the top at " + topX + ", " + topY + " is missing; " + place);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "eight-gaussians, 0.4, 8, 8, 1",
        "eight-gaussians, 0.01, 8, 8, 1",
        "three-gaussians, 0.001, 3, 2, 0",
        "three-gaussians, 50, 1, 0, 0",
        "single-gaussian, 0.5, 1, 0, 0"
    })
    void ofPresetsTheyAreThoseThatSymmetrySays(String preset, double sigma, int maxima, int saddles, int minima) {
        var mixture = DensityCatalog.CATALOG.create(Choice.of(preset), "preset");
        var found = CriticalPoints.of(new NoisedMixture(mixture, NoiseLevel.plain(sigma)));
        assertEquals(maxima, found.count(Kind.MAXIMUM), found.toString());
        assertEquals(saddles, found.count(Kind.SADDLE), found.toString());
        assertEquals(minima, found.count(Kind.MINIMUM), found.toString());
        assertTrue(found.complete());
        assertEquals("", found.advice());
    }

    @Test
    void ofALatticeEveryMeshHasItsMinimum() {
        var components = new ArrayList<Component>();
        for (int i = 0; i < 25; i++) {
            components.add(Component.isotropic(.04, 2 * (i % 5) - 4, 2 * (i / 5) - 4, 0.15));
        }
        var found = CriticalPoints.of(new NoisedMixture(new GaussianMixture(components), NoiseLevel.plain(0.1)));
        assertEquals(25, found.count(Kind.MAXIMUM), found.toString());
        assertEquals(40, found.count(Kind.SADDLE), found.toString());
        assertEquals(16, found.count(Kind.MINIMUM), found.toString());
    }

    @Test
    void twoEqualGaussiansMergeWhereTheirDistanceIsTwoDeviations() {
        double a = 1.5;
        double std = 0.3;
        var mixture =
                new GaussianMixture(List.of(Component.isotropic(.5, -a, 0, std), Component.isotropic(.5, a, 0, std)));
        int levels = 80;
        var paths = CriticalPaths.of(mixture, 1, 0.2, 4, levels);
        double merging = Math.sqrt(a * a - std * std);
        double step = Math.pow(4 / 0.2, 1.0 / (levels - 1));
        var saddle = paths.paths().stream()
                .filter(path -> path.kind() == Kind.SADDLE)
                .findFirst()
                .orElseThrow();
        double last = saddle.sigma()[saddle.length() - 1];
        assertTrue(last >= merging / step && last <= merging * step, last + " where theory has " + merging);
        for (var path : paths.paths()) {
            for (int i = 0; i + 1 < path.length(); i++) {
                var local = new LocalDerivatives(new NoisedMixture(mixture, NoiseLevel.plain(path.sigma()[i])));
                local.at(path.x()[i], path.y()[i]);
                assertEquals(0, Math.hypot(local.scoreX(), local.scoreY()), 1e-8);
            }
        }
    }

    @Test
    void aSaddleAndAnExtremumEndTogetherUntilOneMaximumIsLeft() {
        var random = new Random(11);
        for (int trial = 0; trial < 5; trial++) {
            var paths = CriticalPaths.of(random(random), 0.8, 0.05, 30, 90).paths();
            double end = paths.stream()
                    .mapToDouble(path -> path.sigma()[path.length() - 1])
                    .max()
                    .orElseThrow();
            var left = paths.stream()
                    .filter(path -> path.sigma()[path.length() - 1] == end)
                    .toList();
            assertTrue(left.stream().anyMatch(path -> path.kind() == Kind.MAXIMUM), left.size() + " at the end");
            long saddles = paths.stream().filter(p -> p.kind() == Kind.SADDLE).count();
            assertEquals(2 * saddles + 1, paths.size(), "each saddle takes one extremum with it");
        }
    }
}
