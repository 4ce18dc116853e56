package scorescope.core.evolution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.field.Grid;
import scorescope.core.measure.GridDensity;
import scorescope.core.measure.TotalVariation;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.noise.VarianceExploding;
import scorescope.core.noise.VariancePreserving;
import scorescope.core.score.MixtureScore;

class FokkerPlanckTest {
    private static final MixtureScore MIXTURE = new MixtureScore(new GaussianMixture(
            List.of(new Component(0.4, -1.5, 0.5, 0.5, 0.2, 0.4), new Component(0.6, 1, -0.5, 0.4, -0.1, 0.6))));
    private static final NoiseLevel CLEAN = NoiseLevel.plain(0);

    static Stream<NoiseProcess> processes() {
        return Stream.of(new VariancePreserving(0.1, 20), new VarianceExploding(0.05, 2));
    }

    /** Halving the cells and quartering the time step, the error falls by the scheme's order, four. */
    @ParameterizedTest
    @MethodSource("processes")
    void convergesToTheExactMarginalsAtSecondOrder(NoiseProcess process) {
        double coarse = error(process, 40, 25);
        double middle = error(process, 80, 100);
        double fine = error(process, 160, 400);
        assertEquals(2, Math.log(coarse / middle) / Math.log(2), 0.35, coarse + " -> " + middle);
        assertEquals(2, Math.log(middle / fine) / Math.log(2), 0.2, middle + " -> " + fine);
        assertTrue(fine < 2e-3, "error " + fine);
    }

    /** Total variation from the exact marginal at t = 0.6, started from the exact one at t = 0.1. */
    private static double error(NoiseProcess process, int cells, int steps) {
        var grid = new Grid(cells, cells, -8, 8, 8, -8);
        var solver = new FokkerPlanck(grid, new ProcessMotion(process), masses(grid, process.at(0.1)), 0.1);
        solver.advance(0.6, steps);
        assertEquals(1, solver.total(), 1e-10);
        assertTrue(Arrays.stream(solver.mass()).allMatch(m -> m >= 0));
        return distance(solver, GridDensity.of(grid, MIXTURE, process.at(0.6)));
    }

    @Test
    void keepsAllMassAndNoneNegativeHoweverLongAndSteepTheSteps() {
        var narrow = new MixtureScore(new GaussianMixture(
                List.of(Component.isotropic(0.5, -3, 0, 0.1), Component.isotropic(0.5, 3, 2, 0.1))));
        var grid = new Grid(50, 40, -6, 6, -5, 5);
        var mass = new double[grid.cells()];
        mass[0] = 0.25;
        mass[777] = 0.75;
        var solver = new FokkerPlanck(grid, new LangevinMotion(narrow, CLEAN, 1), mass, 0);
        for (double end : new double[] {1e-4, 0.1, 10, 1000}) {
            solver.advance(end, 50);
            assertEquals(1, solver.total(), 1e-10);
            assertTrue(Arrays.stream(solver.mass()).allMatch(m -> m >= 0));
        }
    }

    @Test
    void langevinLeavesTheDensityInPlaceOnlyAtNoiseScaleOne() {
        assertEquals(0, moved(1), 1e-12);
        assertTrue(moved(0.9) > 0.02, "moved " + moved(0.9));
        assertTrue(moved(1.1) > 0.02, "moved " + moved(1.1));
    }

    private static double moved(double noiseScale) {
        var grid = new Grid(60, 60, -6, 6, -6, 6);
        var solver = new FokkerPlanck(grid, new LangevinMotion(MIXTURE, CLEAN, noiseScale), masses(grid, CLEAN), 0);
        solver.advance(2, 100);
        return distance(solver, GridDensity.of(grid, MIXTURE, CLEAN));
    }

    /** For c ≠ 1 the stationary density is q^(1/c²), from any start. */
    @Test
    void anyStartEndsInThePowerThatTheNoiseScaleDecides() {
        double c = 1.3;
        var grid = new Grid(40, 40, -6, 6, -6, 6);
        var power = Arrays.stream(GridDensity.of(grid, MIXTURE, CLEAN).logMass())
                .map(log -> log / (c * c))
                .toArray();
        for (int cell : new int[] {0, 820}) {
            var mass = new double[grid.cells()];
            mass[cell] = 1;
            var solver = new FokkerPlanck(grid, new LangevinMotion(MIXTURE, CLEAN, c), mass, 0);
            solver.advance(200, 400);
            assertEquals(0, distance(solver, GridDensity.ofLog(grid, power)), 1e-6);
        }
    }

    /** On q = N(0, 1) Langevin's variance is c² + (v − c²) e^(−2t): it ends at ½, 1, 2 for c = 1/√2, 1, √2. */
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 2, 9})
    void onANormalDensityTheVarianceIsTheSquareOfTheNoiseScale(double square) {
        for (double time : new double[] {0.4, 12}) {
            double expected = square + (0.09 - square) * Math.exp(-2 * time);
            double[] moments = moments(Math.sqrt(square), time);
            assertEquals(1.5 * Math.exp(-time), moments[0], 0.01, "mean at " + time);
            assertEquals(expected, moments[1], 0.01 * expected, "variance at " + time);
        }
    }

    /** Without noise the density contracts as the flow s(0) e^(−t) does, on to one cell, and no mass is lost. */
    @Test
    void withoutNoiseAllMassIsKeptAndContractsOnTheMode() {
        double[] soon = moments(0, 0.4);
        assertEquals(1.5 * Math.exp(-0.4), soon[0], 0.02);
        assertTrue(soon[1] < 0.09, "variance " + soon[1]);
        double[] late = moments(0, 12);
        assertEquals(0, late[0], 0.06);
        assertTrue(late[1] < 0.01, "variance " + late[1]);
    }

    /** Mean and variance of the first coordinate at a time under Langevin towards N(0, 1), begun at N(1.5, 0.3²). */
    private static double[] moments(double noiseScale, double time) {
        var normal = new MixtureScore(new GaussianMixture(List.of(Component.isotropic(1, 0, 0, 1))));
        var start = new MixtureScore(new GaussianMixture(List.of(Component.isotropic(1, 1.5, 0, 0.3))));
        var grid = new Grid(301, 3, -14, 14, -1, 1);
        var solver =
                new FokkerPlanck(grid, new LangevinMotion(normal, CLEAN, noiseScale), masses(start, grid, CLEAN), 0);
        solver.advance(time, 800);
        assertEquals(1, solver.total(), 1e-12);
        assertTrue(Arrays.stream(solver.mass()).allMatch(m -> m >= 0));
        double mean = 0;
        double square = 0;
        var x = grid.centresX();
        for (int i = 0; i < x.length; i++) {
            mean += x[i] * solver.mass()[i];
            square += x[i] * x[i] * solver.mass()[i];
        }
        return new double[] {mean, square - mean * mean};
    }

    /** Of two starts under one motion, the total variation between them never grows. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.6, 1, 2})
    void twoStartsNeverPart(double noiseScale) {
        var grid = new Grid(40, 40, -6, 6, -6, 6);
        var motion = new LangevinMotion(MIXTURE, CLEAN, noiseScale);
        var solvers = List.of(
                new FokkerPlanck(grid, motion, masses(point(-3, 3), grid, CLEAN), 0),
                new FokkerPlanck(grid, motion, masses(point(3, -2), grid, CLEAN), 0));
        double before = 2;
        for (int step = 1; step <= 40; step++) {
            double apart = 0;
            for (var solver : solvers) {
                solver.advance(0.1 * step, 2);
            }
            for (int i = 0; i < grid.cells(); i++) {
                apart += Math.abs(
                        solvers.getFirst().mass()[i] - solvers.getLast().mass()[i]);
            }
            assertTrue(apart <= before + 1e-12, "apart " + apart + " after " + before);
            before = apart;
        }
        assertTrue(noiseScale < 1 || before < 1.8, "apart " + before);
    }

    private static MixtureScore point(double x, double y) {
        return new MixtureScore(new GaussianMixture(List.of(Component.isotropic(1, x, y, 0.5))));
    }

    /** The mass that the grid gathers about each mode is that of the starts that a flow followed point by point leads there. */
    @Test
    void withoutNoiseTheModesGetTheMassOfTheirBasins() {
        var grid = new Grid(120, 120, -6, 6, -6, 6);
        var start = point(-0.6, 0.4);
        var ends = GradientEnds.of(MIXTURE, CLEAN, start.mixture());
        assertEquals(2, ends.size());
        var solver = new FokkerPlanck(grid, new LangevinMotion(MIXTURE, CLEAN, 0), masses(start, grid, CLEAN), 0);
        solver.advance(10, 200);
        assertEquals(1, solver.total(), 1e-12);
        for (var end : ends) {
            double gathered = 0;
            for (int i = 0; i < grid.cells(); i++) {
                double away = Math.hypot(
                        grid.x(i % grid.columns()) - end.x(), grid.y(Math.floorDiv(i, grid.columns())) - end.y());
                gathered += away < 0.4 ? solver.mass()[i] : 0;
            }
            assertTrue(end.share() > 0.1, "share " + end.share());
            assertEquals(end.share(), gathered, 0.02, "at " + end.x() + ", " + end.y());
        }
    }

    private static double[] masses(Grid grid, NoiseLevel level) {
        return masses(MIXTURE, grid, level);
    }

    private static double[] masses(MixtureScore density, Grid grid, NoiseLevel level) {
        return Arrays.stream(GridDensity.of(grid, density, level).logMass())
                .map(Math::exp)
                .toArray();
    }

    private static double distance(FokkerPlanck solver, GridDensity exact) {
        return new TotalVariation().between(GridDensity.of(solver.grid(), solver.mass()), exact);
    }
}
