package scorescope.core.field;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.density.HardMixtures;
import scorescope.core.density.NoisedMixture;
import scorescope.core.density.PointExpansion;
import scorescope.core.density.WideMixtures;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.tensor.Tensors;

/**
 * Rasters against values computed point by point, over random mixtures of all scales and views of all sizes. A raster has
 * floats. Tolerances: density 1e-5 of the largest value in view; logarithm 1e-6 relative or 1e-5; score 1e-5 of Σ r_k |u_k|
 * and of 1/√C of the components at the point; and for all the change due to one unit in the last place of a coordinate.
 */
class RasterExactnessTest {
    @BeforeAll
    static void loadTheMatrixLibrary() {
        Tensors.await();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            1, 2, 1
            2, 2, 1
            3, 3, 1
            4, 3, 1
            5, 5, 1
            6, 5, 1
            7, 20, 1
            8, 20, 0
            9, 40, 0
            10, 40, 0
            11, 40, 1
            12, 250, 0
            13, 250, 0
            14, 250, 1
            15, 100, 1
            16, 100, 0
            18, 1000, 1
            19, 1000, 0
            """)
    void rastersHoldWhatTheirPointsHold(long seed, int components, int slanted) {
        var one = WideMixtures.of(seed, components, 1);
        var mixture = slanted == 1 ? one.mixture() : upright(one.mixture());
        views(new NoisedMixture(mixture, one.level()), seed, "seed " + seed);
    }

    @ParameterizedTest
    @EnumSource
    void rastersOfHardMixturesDoToo(HardMixtures family) {
        for (int components : new int[] {2, 7, 40}) {
            var one = family.of(components, components, 1);
            views(new NoisedMixture(one.mixture(), one.level()), components, family + ", " + components);
        }
    }

    private static void views(NoisedMixture noised, long seed, String what) {
        var random = new SplittableRandom(seed);
        for (int view = 0; view < 4; view++) {
            int k = random.nextInt(noised.size());
            double size = Math.sqrt(noised.covarianceXX(k) + noised.covarianceYY(k))
                    * Math.pow(10, random.nextDouble(-1, view == 3 ? 5 : 2));
            double x = noised.meanX(k) + size * random.nextDouble(-1, 1);
            double y = noised.meanY(k) + size * random.nextDouble(-1, 1);
            same(noised, new Grid(23, 17, x - size, x + size, y - size, y + size), what + ", view " + view);
        }
    }

    /** A std of 0.01 or 1e-5 beside one of 10 in one row of cells: the cut-off of the narrow one must not change the other's score. */
    @Test
    void narrowComponentsLeaveTheFieldOfAWideOneAlone() {
        for (int narrow : new int[] {1, 40}) {
            var components = new ArrayList<Component>();
            components.add(new Component(0.5, 0, 0, 100, 0, 100));
            for (int k = 0; k < narrow; k++) {
                components.add(Component.isotropic(0.5 / narrow, Math.cos(k), Math.sin(k), 0.01));
            }
            var noised = new NoisedMixture(new GaussianMixture(components), NoiseLevel.plain(0));
            same(noised, new Grid(40, 40, -20, 20, -20, 20), narrow + " narrow");
            same(noised, new Grid(40, 40, 3, 60, 5, 30), narrow + " narrow, aside");
            same(noised, new Grid(40, 40, 0.9, 1.1, -0.1, 0.1), narrow + " narrow, near");
            components.replaceAll(c -> c.xx() == 100 ? c : Component.isotropic(c.weight(), c.meanX(), 0.5, 1e-5));
            var narrower = new NoisedMixture(new GaussianMixture(components), NoiseLevel.plain(0));
            same(narrower, new Grid(80, 80, -40, 40, -40, 40), narrow + " narrower");
        }
    }

    /** A view of small values far from the data is as accurate as one of the peaks. */
    @Test
    void aViewOfTheTailIsRight() {
        var components = new ArrayList<Component>();
        for (int k = 0; k < 250; k++) {
            components.add(Component.isotropic(1, 0.01 * k, Math.sin(k), 0.3));
        }
        var many = new NoisedMixture(new GaussianMixture(components), NoiseLevel.plain(0.2));
        var few = new NoisedMixture(
                new GaussianMixture(List.of(
                        new Component(0.999, 0, 0, 1e-12, 1e-13, 1e-12), new Component(0.001, 1, 0, 1e4, 2e3, 1e4))),
                NoiseLevel.plain(0));
        for (var noised : List.of(many, few)) {
            same(noised, new Grid(30, 20, 6.2, 6.6, 0, 0.4), "tail");
            same(noised, new Grid(30, 20, 450, 500, 90, 120), "tail, farther");
        }
    }

    /** Coordinates of a map: far from the origin, with a view of a few metres. */
    @Test
    void aViewFarFromTheOriginIsRight() {
        var here = new NoisedMixture(
                new GaussianMixture(List.of(
                        new Component(0.5, 448250.5, 5411970, 1, 0.5, 2),
                        new Component(0.5, 448253, 5411971.25, 1e-12, 3e-13, 1e-12))),
                NoiseLevel.plain(0));
        same(here, new Grid(40, 30, 448245, 448258, 5411965, 5411975), "map");
        same(here, new Grid(40, 30, 448252.999997, 448253.000003, 5411971.249997, 5411971.250003), "map, near");
    }

    private static GaussianMixture upright(GaussianMixture mixture) {
        return new GaussianMixture(mixture.components().stream()
                .map(c -> new Component(c.weight(), c.meanX(), c.meanY(), c.xx(), 0, c.yy()))
                .toList());
    }

    private static void same(NoisedMixture noised, Grid grid, String what) {
        int cells = grid.cells();
        double[] p = new double[cells];
        double[] log = new double[cells];
        double[] sx = new double[cells];
        double[] sy = new double[cells];
        double[] scale = new double[cells];
        double largest = 0;
        var point = new PointExpansion(noised);
        for (int i = 0; i < cells; i++) {
            double x = grid.x(i % grid.columns());
            double y = grid.y(Math.floorDiv(i, grid.columns()));
            point.at(x, y);
            log[i] = point.logDensity();
            p[i] = Math.exp(log[i]);
            sx[i] = point.scoreX();
            sy[i] = point.scoreY();
            largest = Math.max(largest, p[i]);
            for (int k = 0; k < noised.size(); k++) {
                double r = point.responsibilities()[k];
                scale[i] += r * Math.hypot(noised.pullX(k, x, y), noised.pullY(k, x, y))
                        + r * Math.sqrt(noised.precisionXX(k) + noised.precisionYY(k));
            }
        }
        float[] density = new DensityRaster(1).density(noised, grid).values();
        float[] logarithm = new DensityRaster(2).logDensity(noised, grid).values();
        float[] picture = new DensityRaster(1).picture(noised, grid).values();
        var fields = new ScoreRaster(2).compute(noised, grid);
        for (int i = 0; i < cells; i++) {
            String where = what + ", cell " + i;
            double place =
                    Math.max(Math.abs(grid.x0()) + Math.abs(grid.x1()), Math.abs(grid.y0()) + Math.abs(grid.y1()));
            double moved = Math.ulp(place) * scale[i];
            double most = (1e-5 + moved) * largest + 1e-44;
            assertEquals(p[i], density[i], most, where + ": p");
            assertEquals(p[i], picture[i], most, where + ": picture");
            assertEquals(p[i], fields.density().values()[i], most, where + ": p beside the score");
            assertEquals(log[i], logarithm[i], 1e-5 + 1e-6 * Math.abs(log[i]) + moved, where + ": log p");
            assertEquals(sx[i], fields.scoreX().values()[i], (1e-5 + moved) * scale[i], where + ": score x");
            assertEquals(sy[i], fields.scoreY().values()[i], (1e-5 + moved) * scale[i], where + ": score y");
        }
    }
}
