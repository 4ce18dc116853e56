package scorescope.core.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import scorescope.core.density.Component;
import scorescope.core.density.DensityCatalog;
import scorescope.core.density.GaussianMixture;
import scorescope.core.density.NoisedMixture;
import scorescope.core.density.RandomMixture;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.parameter.Choice;
import scorescope.core.score.MixtureScore;
import scorescope.core.tensor.Tensors;

class ScoreRasterTest {
    private static final Grid VIEW = new Grid(70, 50, -5, 5, -4, 4);
    private static final Grid FAR_OUT = new Grid(61, 83, -40, 40, 40, -40);
    private static final Grid BESIDE_THE_DATA = new Grid(31, 20, 30, 42, -7, 60);

    @BeforeAll
    static void loadTheMatrixLibrary() {
        Tensors.await();
    }

    static Stream<Arguments> scenes() {
        return Stream.of("eight-gaussians", "anisotropic", "pinwheel", "checkerboard", "circle", "random", "thousand")
                .flatMap(name ->
                        Stream.of(0.01, 0.1, 0.5, 3.0).map(sigma -> Arguments.of(name, NoiseLevel.plain(sigma))));
    }

    private static GaussianMixture mixture(String name) {
        return switch (name) {
            case "random" -> RandomMixture.of(5);
            case "thousand" -> spread(1000);
            default -> DensityCatalog.CATALOG.create(Choice.of(name), "density");
        };
    }

    private static GaussianMixture spread(int count) {
        var random = new SplittableRandom(11);
        return new GaussianMixture(Stream.generate(() -> Component.isotropic(
                        0.1 + random.nextDouble(), 8 * random.nextDouble() - 4, 8 * random.nextDouble() - 4, 0.05))
                .limit(count)
                .toList());
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void densityIsRightToATenThousandthOfItsPeakAndTheScoreEverywhere(String name, NoiseLevel level) {
        var mixture = mixture(name);
        for (var grid : new Grid[] {VIEW, FAR_OUT, BESIDE_THE_DATA}) {
            var exact = VectorField.zero(grid);
            double[] logDensity = new double[grid.cells()];
            var score = new MixtureScore(mixture);
            score.logDensity(exact.x(), exact.y(), 0, grid.cells(), level, logDensity);
            exact.evaluate(score, level);
            double peak = 0;
            for (double value : logDensity) {
                peak = Math.max(peak, Math.exp(value));
            }
            var fields = new ScoreRaster(1).compute(new NoisedMixture(mixture, level), grid);
            for (int i = 0; i < grid.cells(); i++) {
                int cell = i;
                assertEquals(
                        Math.exp(logDensity[i]),
                        fields.density().values()[i],
                        Math.max(1e-5 * peak, 1e-40),
                        () -> "p at cell " + cell + " of " + grid);
                // Where the terms of two components cancel, to 1e-5 of one term.
                double distance = Math.hypot(exact.u()[i], exact.v()[i]) + pull(mixture, level);
                assertEquals(exact.u()[i], fields.scoreX().values()[i], 1e-5 * distance, () -> "s_x at " + cell);
                assertEquals(exact.v()[i], fields.scoreY().values()[i], 1e-5 * distance, () -> "s_y at " + cell);
            }
        }
    }

    /** Size of a component's term ‖u_k‖ at the distance of the data's extent. */
    private static double pull(GaussianMixture mixture, NoiseLevel level) {
        var moments = mixture.moments();
        double least = mixture.components().stream()
                .mapToDouble(c -> Math.min(c.xx(), c.yy()))
                .min()
                .orElseThrow();
        return Math.sqrt(moments.xx() + moments.yy()) / (least + level.sigma() * level.sigma());
    }

    @Test
    void anyNumberOfThreadsGivesTheSamePicture() {
        for (String name : new String[] {"checkerboard", "pinwheel"}) {
            var noised = new NoisedMixture(mixture(name), NoiseLevel.plain(0.2));
            var alone = new ScoreRaster(1).compute(noised, VIEW);
            for (int threads : new int[] {2, 3, 64}) {
                var shared = new ScoreRaster(threads).compute(noised, VIEW);
                for (int i = 0; i < VIEW.cells(); i++) {
                    float p = alone.density().values()[i];
                    assertEquals(p, shared.density().values()[i], 1e-6 * Math.abs(p));
                    assertEquals(alone.scoreX().values()[i], shared.scoreX().values()[i], 1e-4);
                }
            }
        }
    }

    @Test
    void aSecondCallKeepsNothingOfTheFirst() {
        var raster = new ScoreRaster(2);
        var second = new NoisedMixture(mixture("checkerboard"), NoiseLevel.plain(0.3));
        raster.compute(new NoisedMixture(mixture("thousand"), NoiseLevel.plain(1)), FAR_OUT);
        raster.compute(new NoisedMixture(mixture("pinwheel"), NoiseLevel.plain(1)), VIEW);
        var reused = raster.compute(second, VIEW).density().values().clone();
        var fresh = new ScoreRaster(2).compute(second, VIEW).density().values();
        for (int i = 0; i < fresh.length; i++) {
            assertEquals(fresh[i], reused[i]);
        }
        assertTrue(fresh.length == VIEW.cells());
    }
}
