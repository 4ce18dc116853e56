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
import scorescope.core.density.GaussianMixture;
import scorescope.core.density.NoisedMixture;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.quadrature.NormalMass;

class CellMeansTest {
    private static final Grid GRID = new Grid(40, 30, -4, 4, 3, -3);

    private static float[] means(GaussianMixture mixture, Grid grid) {
        var values = new float[grid.cells()];
        new CellMeans(new NoisedMixture(mixture, NoiseLevel.plain(0)), grid).add(values);
        return values;
    }

    private static double mass(float[] values, Grid grid) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum * grid.cellArea();
    }

    @Test
    void noMassFallsBetweenTheCells() {
        var random = new Random(1);
        var components = new ArrayList<Component>();
        for (int k = 0; k < 50; k++) {
            double turn = Math.PI * random.nextDouble();
            double a = Math.pow(10, -1 - 6 * random.nextDouble());
            double b = a * Math.pow(10, -2 * random.nextDouble());
            double c = Math.cos(turn);
            double s = Math.sin(turn);
            components.add(new Component(
                    random.nextDouble(),
                    2 * random.nextDouble() - 1,
                    2 * random.nextDouble() - 1,
                    (c * c * a + s * s * b) * 0.01,
                    k % 2 == 0 ? 0 : c * s * (a - b) * 0.01,
                    (s * s * a + c * c * b) * 0.01));
        }
        assertEquals(1, mass(means(new GaussianMixture(components), GRID), GRID), 1e-5);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.7, -0.95, 0.999})
    void aMeanIsTheMeanOfManyPointsOfTheCell(double correlation) {
        double std = 0.15;
        var one = new GaussianMixture(
                List.of(new Component(1, 0.13, -0.21, std * std, correlation * std * 0.5 * std, 0.25 * std * std)));
        var values = means(one, GRID);
        int fine = 200;
        var mixture = new NoisedMixture(one, NoiseLevel.plain(0));
        for (int row = 13; row < 19; row++) {
            for (int column = 18; column < 24; column++) {
                double sum = 0;
                for (int i = 0; i < fine; i++) {
                    for (int j = 0; j < fine; j++) {
                        double x = GRID.x(column - 0.5 + (i + 0.5) / fine);
                        double y = GRID.y(row - 0.5 + (j + 0.5) / fine);
                        sum += Math.exp(mixture.logTerm(0, x, y));
                    }
                }
                assertEquals(sum / fine / fine, values[GRID.index(column, row)], 2e-3 * 7, column + ", " + row);
            }
        }
    }

    /** Mirrored about the diagonal, a component has the mirrored means: a needle may be steep, and thinner than its nodes. */
    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.05, 1e-3, 1e-5, 1e-8})
    void aSteepNeedleIsDrawnLikeAFlatOne(double thin) {
        var grid = new Grid(40, 40, -4, 4, 4, -4);
        double xy = 0.999 * thin * 1.5;
        var flat = means(new GaussianMixture(List.of(new Component(1, 0.13, -0.21, 2.25, xy, thin * thin))), grid);
        var steep = means(new GaussianMixture(List.of(new Component(1, 0.21, -0.13, thin * thin, xy, 2.25))), grid);
        for (int row = 0; row < 40; row++) {
            for (int column = 0; column < 40; column++) {
                float right = flat[grid.index(column, row)];
                assertEquals(right, steep[grid.index(row, column)], 1e-4 + 1e-4 * right, column + ", " + row);
            }
        }
        // Between two borders of columns the mass of the flat one is that of its first coordinate.
        double sum = 0;
        for (int row = 0; row < 40; row++) {
            sum += flat[grid.index(25, row)];
        }
        double right = NormalMass.between((1 - 0.13) / 1.5, (1.2 - 0.13) / 1.5);
        assertEquals(right, sum * grid.cellArea(), 1e-6);
    }

    @Test
    void wideAndNarrowTogetherAreTheWholeMixture() {
        var mixture = new NoisedMixture(
                new GaussianMixture(List.of(Component.isotropic(3, 0, 0, 1), Component.isotropic(1, 1, 1, 1e-3))),
                NoiseLevel.plain(0));
        var split = new CellMeans(mixture, GRID);
        assertEquals(0.75, split.wideWeight(), 1e-12);
        assertEquals(1, split.wide().orElseThrow().size());
        var values = new float[GRID.cells()];
        split.add(values);
        assertEquals(0.25, mass(values, GRID), 1e-6);
    }

    @Test
    void wideComponentsNeedNoMeans() {
        assertFalse(CellMeans.needed(
                new NoisedMixture(new GaussianMixture(List.of(Component.isotropic(1, 0, 0, 1))), NoiseLevel.plain(0)),
                GRID));
        assertTrue(CellMeans.needed(
                new NoisedMixture(
                        new GaussianMixture(List.of(Component.isotropic(1, 0, 0, 0))), NoiseLevel.plain(0.01)),
                GRID));
    }

    /** A component of 1e-9 of a cell's width, the smallest in a view. */
    @Test
    void aPointLeavesItsMassInOneCell() {
        var values = means(new GaussianMixture(List.of(Component.isotropic(1, 0.11, 0.11, 1e-9))), GRID);
        int filled = 0;
        for (float value : values) {
            filled += value > 0 ? 1 : 0;
        }
        assertEquals(1, filled);
        assertEquals(1, mass(values, GRID), 1e-6);
    }
}
