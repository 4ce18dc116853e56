package scorescope.core.field;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.density.NoisedMixture;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.quadrature.NormalMass;

/** For many components of one width the Hermite expansion equals the sum over components. */
final class HermiteSumsTest {
    private static NoisedMixture points(int count, double spread, double width, long seed) {
        var random = new Random(seed);
        var components = new ArrayList<Component>();
        for (int k = 0; k < count; k++) {
            components.add(Component.isotropic(
                    0.5 + random.nextDouble(),
                    spread * random.nextGaussian() + (k % 3),
                    spread * random.nextGaussian() - k % 2,
                    width));
        }
        return new NoisedMixture(new GaussianMixture(components), NoiseLevel.plain(0.05));
    }

    @ParameterizedTest
    @CsvSource({"2000, 2, 0.6, 81", "2500, 1, 0.7, 64", "3000, 20, 0.5, 90", "2000, 0.001, 5, 40", "2000, 3, 40, 33"})
    void valuesAreThoseOfTheSumToAHundredMillionthOfThePeak(int count, double spread, double width, int cells) {
        var mixture = points(count, spread, width, count);
        for (var grid : new Grid[] {
            new Grid(cells, cells - 7, -5, 5, 4, -4),
            new Grid(cells, cells, 1, 3, -1, 1),
            new Grid(cells, 9, 5, -5, -4, 4)
        }) {
            assertTrue(HermiteSums.fits(mixture, grid), "std of " + width);
            var values = new float[grid.cells()];
            new HermiteSums(mixture, grid, false).fill(values, 2);
            double largest = 0;
            double worst = 0;
            for (int j = 0; j < grid.rows(); j++) {
                for (int i = 0; i < grid.columns(); i++) {
                    double p = 0;
                    for (int k = 0; k < mixture.size(); k++) {
                        p += Math.exp(mixture.logTerm(k, grid.x(i), grid.y(j)));
                    }
                    largest = Math.max(largest, p);
                    // Without the rounding of float.
                    worst = Math.max(worst, Math.abs(p - values[grid.index(i, j)]) - 6e-8 * p);
                }
            }
            assertTrue(worst <= 1e-8 * largest, worst / largest + " of the largest value");
        }
    }

    /** Cells of two standard deviations, whose means differ strongly from the values at their centres. */
    @ParameterizedTest
    @CsvSource({"2000, 2, 0.3, 13", "2500, 0.5, 0.1, 40", "3000, 4, 0.5, 7"})
    void meansOverCellsAreThoseOfSingleComponents(int count, double spread, double width, int cells) {
        var mixture = points(count, spread, width, count);
        var grid = new Grid(cells, cells - 2, -5, 5, 4, -4);
        var values = new float[grid.cells()];
        new HermiteSums(mixture, grid, true).fill(values, 2);
        double s = Math.sqrt(mixture.covarianceXX(0));
        double largest = 0;
        double worst = 0;
        for (int j = 0; j < grid.rows(); j++) {
            for (int i = 0; i < grid.columns(); i++) {
                double p = 0;
                for (int k = 0; k < mixture.size(); k++) {
                    double x = (grid.x(i) - mixture.meanX(k)) / s;
                    double y = (grid.y(j) - mixture.meanY(k)) / s;
                    double halfX = 0.5 * Math.abs(grid.stepX()) / s;
                    double halfY = 0.5 * Math.abs(grid.stepY()) / s;
                    p += Math.exp(mixture.logFactor(k))
                            * 2
                            * Math.PI
                            * s
                            * s
                            * NormalMass.between(x - halfX, x + halfX)
                            * NormalMass.between(y - halfY, y + halfY);
                }
                p /= grid.cellArea();
                largest = Math.max(largest, p);
                worst = Math.max(worst, Math.abs(p - values[grid.index(i, j)]) - 6e-8 * p);
            }
        }
        assertTrue(worst <= 1e-8 * largest, worst / largest + " of the largest value");
    }

    /** In a view of the tail the expansion would have few correct digits. */
    @Test
    void viewsOfTheTailAreLeftToSingleSums() {
        var mixture = points(2000, 0.5, 0.3, 3);
        double edge = 0;
        for (int k = 0; k < mixture.size(); k++) {
            edge = Math.max(edge, mixture.meanX(k));
        }
        assertTrue(HermiteSums.fits(mixture, new Grid(40, 40, edge - 0.1, edge + 2, -3, 3)));
        var tail = new Grid(40, 40, edge + 1.8, edge + 2.5, -3, 3);
        assertFalse(HermiteSums.fits(mixture, tail));
        var values = new DensityRaster(1).density(mixture, tail).values();
        double largest = 0;
        double worst = 0;
        for (int i = 0; i < values.length; i++) {
            double x = tail.x(i % tail.columns());
            double y = tail.y(Math.floorDiv(i, tail.columns()));
            double p = 0;
            for (int k = 0; k < mixture.size(); k++) {
                p += Math.exp(mixture.logTerm(k, x, y));
            }
            largest = Math.max(largest, p);
            worst = Math.max(worst, Math.abs(p - values[i]));
        }
        assertTrue(worst <= 1e-6 * largest, worst / largest + " of the largest value");
    }

    @Test
    void threadsDoNotChangeABit() {
        var mixture = points(2000, 2, 0.3, 5);
        var grid = new Grid(90, 70, -5, 5, 4, -4);
        var one = new float[grid.cells()];
        var three = new float[grid.cells()];
        new HermiteSums(mixture, grid, false).fill(one, 1);
        new HermiteSums(mixture, grid, false).fill(three, 3);
        assertArrayEquals(one, three);
    }

    @Test
    void otherComponentsAreLeftToSingleSums() {
        var grid = new Grid(90, 70, -5, 5, 4, -4);
        assertFalse(HermiteSums.fits(points(1999, 2, 0.6, 5), grid));
        assertFalse(HermiteSums.fits(points(2000, 2, 0.01, 5), new Grid(900, 70, -5, 5, 4, -4)));
        var mixed = new ArrayList<Component>();
        for (int k = 0; k < 2000; k++) {
            mixed.add(Component.isotropic(1, k % 7, k % 5, 0.6));
        }
        mixed.add(Component.isotropic(1, 0, 0, 0.7));
        assertFalse(HermiteSums.fits(new NoisedMixture(new GaussianMixture(mixed), NoiseLevel.plain(0)), grid));
    }
}
