package scorescope.core.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.density.NoisedMixture;
import scorescope.core.noise.NoiseLevel;

class ContoursTest {
    private final Contours contours = new Contours();

    private static ScalarField gaussian(double std, Grid grid) {
        var mixture = new GaussianMixture(List.of(Component.isotropic(1, 0.3, -0.2, std)));
        return new DensityRaster(1).density(new NoisedMixture(mixture, NoiseLevel.plain(0)), grid);
    }

    private static double length(Contours contours) {
        double length = 0;
        for (int p = 0; p < contours.points(); p += 2) {
            length += Math.hypot(contours.x()[p + 1] - contours.x()[p], contours.y()[p + 1] - contours.y()[p]);
        }
        return length;
    }

    /** Half the sum of cross products over a closed line: positive if it runs counter-clockwise. */
    private static double area(ContourJoin join, int line) {
        double twice = 0;
        int start = join.start(line);
        int n = join.length(line);
        for (int p = 0; p < n; p++) {
            int q = (p + 1) % n;
            twice += join.x()[start + p] * join.y()[start + q] - join.x()[start + q] * join.y()[start + p];
        }
        return twice / 2;
    }

    @Test
    void theContourOfARoundGaussianIsACircle() {
        var field = gaussian(1, new Grid(200, 160, -4, 4, -3.5, 3.5));
        double radius = 1.5;
        contours.trace(field, Math.exp(-radius * radius / 2) / (2 * Math.PI));
        assertEquals(2 * Math.PI * radius, length(contours), 2e-3);
        var join = contours.join();
        assertEquals(1, join.lines());
        assertTrue(join.closed(0));
        assertEquals(contours.points() / 2, join.length(0));
        assertEquals(Math.PI * radius * radius, area(join, 0), 5e-3);
        for (int p = 0; p < contours.points(); p++) {
            assertEquals(radius, Math.hypot(contours.x()[p] - 0.3, contours.y()[p] + 0.2), 2e-3);
        }
    }

    @Test
    void rowsFromTheTopGiveTheSameCircle() {
        double level = Math.exp(-0.5) / (2 * Math.PI);
        contours.trace(gaussian(1, new Grid(120, 120, -4, 4, 4, -4)), level);
        assertEquals(2 * Math.PI, length(contours), 2e-3);
        assertEquals(-Math.PI, area(contours.join(), 0), 5e-3);
    }

    @Test
    void twoBlobsHaveTwoContoursAboveTheSaddleAndOneBelow() {
        var mixture = new GaussianMixture(
                List.of(Component.isotropic(0.5, -1.5, 0, 0.7), Component.isotropic(0.5, 1.5, 0, 0.7)));
        var field = new DensityRaster(1)
                .density(new NoisedMixture(mixture, NoiseLevel.plain(0)), new Grid(120, 90, -5, 5, -4, 4));
        double saddle = 2 * 0.5 * Math.exp(-0.5 * 1.5 * 1.5 / 0.49) / (2 * Math.PI * 0.49);
        contours.trace(field, 1.2 * saddle);
        assertEquals(2, contours.join().lines());
        contours.trace(field, 0.8 * saddle);
        assertEquals(1, contours.join().lines());
    }

    @Test
    void aLineThatLeavesTheGridStaysOpenAndRunsFromEdgeToEdge() {
        var grid = new Grid(20, 30, 0, 2, 0, 3);
        var field = ScalarField.zero(grid);
        for (int j = 0; j < 30; j++) {
            for (int i = 0; i < 20; i++) {
                field.values()[grid.index(i, j)] = (float) (grid.x(i) + 0.2 * grid.y(j));
            }
        }
        contours.trace(field, 1);
        var join = contours.join();
        assertEquals(1, join.lines());
        assertFalse(join.closed(0));
        assertEquals(contours.points() / 2 + 1, join.length(0));
        double first = join.y()[join.start(0)];
        double last = join.y()[join.start(0) + join.length(0) - 1];
        assertEquals(2.9, Math.abs(last - first), 1e-6);
        for (int p = 0; p < join.length(0); p++) {
            assertEquals(1, join.x()[p] + 0.2 * join.y()[p], 1e-6);
        }
    }

    /** A field of noise whose width is not a multiple of the blocks: every edge that crosses the level lies on a line. */
    @Test
    void noCrossedEdgeIsPassedBy() {
        var random = new Random(5);
        var field = ScalarField.zero(new Grid(53, 21, 0, 53, 0, 21));
        for (int cell = 0; cell < field.values().length; cell++) {
            field.values()[cell] = (float) Math.pow(random.nextDouble(), 8);
        }
        contours.take(field);
        for (double level : new double[] {0.02, 0.5, 0.9}) {
            contours.trace(level);
            var traced = new TreeSet<String>();
            for (int p = 0; p < contours.points(); p++) {
                traced.add(String.format(Locale.ROOT, "%.5f %.5f", contours.x()[p], contours.y()[p]));
            }
            assertEquals(crossings(field, (float) level), traced);
        }
    }

    private static Set<String> crossings(ScalarField field, float level) {
        var grid = field.grid();
        var crossings = new TreeSet<String>();
        for (int j = 0; j < grid.rows(); j++) {
            for (int i = 0; i < grid.columns(); i++) {
                for (int[] next : new int[][] {{i + 1, j}, {i, j + 1}}) {
                    if (next[0] == grid.columns() || next[1] == grid.rows()) {
                        continue;
                    }
                    double from = field.at(i, j);
                    double to = field.at(next[0], next[1]);
                    if (from >= level != to >= level) {
                        double part = (level - from) / (to - from);
                        crossings.add(String.format(
                                Locale.ROOT,
                                "%.5f %.5f",
                                grid.x(i) + part * (grid.x(next[0]) - grid.x(i)),
                                grid.y(j) + part * (grid.y(next[1]) - grid.y(j))));
                    }
                }
            }
        }
        return crossings;
    }

    /** High values at lower left and upper right, low ones at the others: the mean decides which pair is connected. */
    @Test
    void theMeanOfASquareDecidesHowItsSaddleIsCut() {
        var grid = new Grid(2, 2, 0, 2, 0, 2);
        contours.trace(new ScalarField(grid, new float[] {3, 0, 0, 3}), 1);
        assertEquals(2, contours.join().lines());
        assertTrue(cutsOff(0.5, 1.5) && cutsOff(1.5, 0.5), "mean 1.5 ≥ 1: the low corners are cut off");
        contours.trace(new ScalarField(grid, new float[] {3, 0, 0, 3}), 2);
        assertEquals(2, contours.join().lines());
        assertTrue(cutsOff(0.5, 0.5) && cutsOff(1.5, 1.5), "mean 1.5 < 2: the high corners are cut off");
        contours.trace(new ScalarField(grid, new float[] {0, 3, 3, 0}), 1);
        assertTrue(cutsOff(0.5, 0.5) && cutsOff(1.5, 1.5), "mean 1.5 ≥ 1: the low corners are cut off");
        contours.trace(new ScalarField(grid, new float[] {0, 3, 3, 0}), 2);
        assertTrue(cutsOff(0.5, 1.5) && cutsOff(1.5, 0.5), "mean 1.5 < 2: the high corners are cut off");
    }

    /** Whether some segment has both ends on the two edges that meet at this corner. */
    private boolean cutsOff(double cornerX, double cornerY) {
        for (int p = 0; p < contours.points(); p += 2) {
            boolean first = contours.x()[p] == cornerX || contours.y()[p] == cornerY;
            boolean second = contours.x()[p + 1] == cornerX || contours.y()[p + 1] == cornerY;
            if (first && second) {
                return true;
            }
        }
        return false;
    }

    @Test
    void noisyFieldsGiveLinesThatNeverBreakInside() {
        var random = new java.util.SplittableRandom(4);
        var grid = new Grid(60, 40, 0, 6, 0, 4);
        var field = ScalarField.zero(grid);
        for (int i = 0; i < grid.cells(); i++) {
            field.values()[i] = random.nextInt(5);
        }
        contours.trace(field, 2);
        var join = contours.join();
        int segments = 0;
        for (int line = 0; line < join.lines(); line++) {
            int n = join.length(line);
            segments += join.closed(line) ? n : n - 1;
            if (!join.closed(line)) {
                assertTrue(onBorder(join, join.start(line)) && onBorder(join, join.start(line) + n - 1));
            }
        }
        assertEquals(contours.points() / 2, segments);
    }

    private static boolean onBorder(ContourJoin join, int p) {
        double x = join.x()[p];
        double y = join.y()[p];
        double near = 1e-9;
        return x < 0.05 + near || x > 5.95 - near || y < 0.05 + near || y > 3.95 - near;
    }
}
