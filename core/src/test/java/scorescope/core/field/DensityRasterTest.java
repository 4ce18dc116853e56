package scorescope.core.field;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.density.Component;
import scorescope.core.density.DensityCatalog;
import scorescope.core.density.GaussianMixture;
import scorescope.core.density.NoisedMixture;
import scorescope.core.density.RandomMixture;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.parameter.Choice;
import scorescope.core.score.MixtureScore;
import scorescope.core.tensor.Tensors;

class DensityRasterTest {
    private static final double[] SIGMAS = {0, 0.003, 0.2, 2, 50};
    private static final Grid VIEW = new Grid(70, 50, -5, 5, -4, 4);
    private static final Grid FROM_THE_TOP = new Grid(33, 47, -12, 12, 12, -12);
    private static final Grid BESIDE_THE_DATA = new Grid(31, 20, 30, 42, -7, 60);

    static Stream<GaussianMixture> mixtures() {
        return Stream.concat(
                Stream.of("three-gaussians", "anisotropic", "two-moons")
                        .map(id -> DensityCatalog.CATALOG.create(Choice.of(id), "density")),
                Stream.of(1L, 2L, 3L, 4L).map(RandomMixture::of));
    }

    @ParameterizedTest
    @MethodSource("mixtures")
    void densityIsThatOfTheMixtureToAMillionthOfItsPeak(GaussianMixture mixture) {
        for (double sigma : SIGMAS) {
            for (var grid : new Grid[] {VIEW, FROM_THE_TOP, BESIDE_THE_DATA}) {
                var level = NoiseLevel.plain(sigma);
                double[] exact = exactLogDensity(mixture, level, grid);
                double peak = 0;
                for (double value : exact) {
                    peak = Math.max(peak, Math.exp(value));
                }
                var field = new DensityRaster(1).density(new NoisedMixture(mixture, level), grid);
                for (int i = 0; i < exact.length; i++) {
                    // Outside the data the error is that of the cut-off of the highest component.
                    assertEquals(Math.exp(exact[i]), field.values()[i], Math.max(1e-6 * peak, 1e-19));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("mixtures")
    void logDensityIsRightEvenWhereTheDensityUnderflows(GaussianMixture mixture) {
        for (double sigma : SIGMAS) {
            for (var grid : new Grid[] {VIEW, FROM_THE_TOP, BESIDE_THE_DATA}) {
                var level = NoiseLevel.plain(sigma);
                double[] exact = exactLogDensity(mixture, level, grid);
                var field = new DensityRaster(1).logDensity(new NoisedMixture(mixture, level), grid);
                for (int i = 0; i < exact.length; i++) {
                    assertEquals(exact[i], field.values()[i], 1e-6 * Math.max(1, Math.abs(exact[i])));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.02, 0.2, 2})
    void pictureOfTenThousandPointsIsRightToAHundredThousandthOfItsPeak(double sigma) {
        Tensors.await();
        var random = new SplittableRandom(3);
        var points = new GaussianMixture(Stream.generate(
                        () -> Component.isotropic(1, 6 * random.nextDouble() - 3, 6 * random.nextDouble() - 3, 0))
                .limit(10_000)
                .toList());
        double[] exact = exactLogDensity(points, NoiseLevel.plain(sigma), VIEW);
        double peak = Math.exp(Arrays.stream(exact).max().orElseThrow());
        var field = new DensityRaster(2).picture(new NoisedMixture(points, NoiseLevel.plain(sigma)), VIEW);
        for (int i = 0; i < exact.length; i++) {
            assertEquals(Math.exp(exact[i]), field.values()[i], 1e-5 * peak);
        }
    }

    @Test
    void anyNumberOfThreadsGivesTheSamePicture() {
        var mixture = new NoisedMixture(RandomMixture.of(3), NoiseLevel.plain(0.4));
        var alone = new DensityRaster(1).density(mixture, VIEW).values();
        for (int threads : new int[] {2, 3, 64}) {
            assertArrayEquals(
                    alone, new DensityRaster(threads).density(mixture, VIEW).values());
        }
    }

    @Test
    void onTheSameGridTheFieldIsReused() {
        var raster = new DensityRaster(1);
        var first = raster.density(new NoisedMixture(RandomMixture.of(1), NoiseLevel.plain(1)), VIEW);
        var second = raster.density(new NoisedMixture(RandomMixture.of(2), NoiseLevel.plain(1)), VIEW);
        assertSame(first, second);
        var fresh = new DensityRaster(1).density(new NoisedMixture(RandomMixture.of(2), NoiseLevel.plain(1)), VIEW);
        assertArrayEquals(fresh.values(), second.values());
    }

    @Test
    void theMassOnALargeGridIsOne() {
        var mixture = new NoisedMixture(RandomMixture.of(2), NoiseLevel.plain(0.5));
        double mass = new DensityRaster(1)
                .density(mixture, new Grid(200, 200, -12, 12, -12, 12))
                .integral();
        assertEquals(1, mass, 1e-6);
    }

    private static double[] exactLogDensity(GaussianMixture mixture, NoiseLevel level, Grid grid) {
        var points = VectorField.zero(grid);
        double[] out = new double[grid.cells()];
        new MixtureScore(mixture).logDensity(points.x(), points.y(), 0, out.length, level, out);
        return out;
    }
}
