package scorescope.core.evolution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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

    private static double[] masses(Grid grid, NoiseLevel level) {
        return Arrays.stream(GridDensity.of(grid, MIXTURE, level).logMass())
                .map(Math::exp)
                .toArray();
    }

    private static double distance(FokkerPlanck solver, GridDensity exact) {
        return new TotalVariation().between(GridDensity.of(solver.grid(), solver.mass()), exact);
    }
}
