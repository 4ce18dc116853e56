package scorescope.core.evolution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import scorescope.core.density.LineMixture;
import scorescope.core.field.Grid;
import scorescope.core.noise.NoiseLevel;

class LineFilmTest {
    private static final LineMixture Q =
            new LineMixture(new double[] {0.3, 0.7}, new double[] {-1.5, 1}, new double[] {0.4, 0.5});
    private static final LineMixture START = new LineMixture(new double[] {1}, new double[] {-0.5}, new double[] {1});
    private static final NoiseLevel CLEAN = NoiseLevel.plain(0);
    private static final LineFilm.Cells CELLS = new LineFilm.Cells(-6, 6, 240);
    private static final int FRAMES = 60;

    private static double[] times(double duration) {
        var times = new double[FRAMES + 1];
        Arrays.setAll(times, j -> duration * j / FRAMES);
        return times;
    }

    private static double farthest(double[] a, double[] b) {
        double most = 0;
        for (int i = 0; i < a.length; i++) {
            most = Math.max(most, Math.abs(a[i] - b[i]));
        }
        return most;
    }

    @Test
    void langevinEndsInTheDensityFromAnyStart() {
        var film = LineFilm.langevin(Q, 1, START, times(30), CELLS, 1, 1);
        var exact = new double[CELLS.count()];
        Arrays.setAll(exact, i -> Q.cumulative(CELLS.edge(i + 1), CLEAN));
        assertTrue(farthest(exact, film.below(0)) > 0.1);
        assertTrue(farthest(exact, film.below(FRAMES)) < 2e-3, "off by " + farthest(exact, film.below(FRAMES)));
    }

    /** The Kolmogorov distance between the density on the grid and many simulated points is that of independent points. */
    @Test
    void langevinsPathsHaveItsDensity() {
        int count = 4000;
        var film = LineFilm.langevin(Q, 0.8, START, times(1.5), CELLS, count, 5);
        for (int j : new int[] {10, 30, FRAMES}) {
            int now = j;
            double[] sorted = Arrays.stream(film.paths())
                    .mapToDouble(path -> path[now])
                    .sorted()
                    .toArray();
            double most = 0;
            var below = film.below(j);
            for (int i = 0; i < CELLS.count(); i++) {
                double edge = CELLS.edge(i + 1);
                long found = Arrays.stream(sorted).filter(s -> s < edge).count();
                most = Math.max(most, Math.abs(found / (double) count - below[i]));
            }
            // 2.1/√n is exceeded with probability 3e-4; the rest is the error of both time steps.
            assertTrue(most < 2.1 / Math.sqrt(count) + 0.01, "at " + j + ": " + most);
        }
    }

    /** The quantiles against the same flow on a fine grid, whose upwind fluxes smooth over one cell. */
    @Test
    void gradientFlowIsThatOfTheEquationWithoutNoise() {
        var film = LineFilm.gradientFlow(Q, START, times(8), CELLS, 5);
        var grid = new Grid(2400, 1, CELLS.low(), CELLS.high(), 0, 1);
        var mass = new double[grid.cells()];
        Arrays.setAll(mass, i -> START.cumulative(edge(i + 1), CLEAN) - START.cumulative(edge(i), CLEAN));
        var solver = new FokkerPlanck(
                grid,
                new LangevinMotion(
                        (x, _, from, to, level, out) -> {
                            for (int i = from; i < to; i++) {
                                out[i] = Q.logDensity(x[i], level);
                            }
                        },
                        CLEAN,
                        0),
                mass,
                0);
        for (int j : new int[] {6, 20, FRAMES}) {
            solver.advance(8.0 * j / FRAMES, 300);
            assertEquals(1, Arrays.stream(film.mass()[j]).sum(), 1e-12);
            double sum = 0;
            double apart = 0;
            var below = film.below(j);
            for (int i = 0; i < CELLS.count(); i++) {
                for (int part = 0; part < 10; part++) {
                    sum += solver.mass()[10 * i + part];
                }
                apart += Math.abs(sum - below[i]) * 12 / CELLS.count();
            }
            // The integral of |F − F'| is the Wasserstein distance W₁.
            assertTrue(apart < 0.03, "at " + j + ": " + apart);
        }
    }

    private static double edge(int cell) {
        return CELLS.low() + (CELLS.high() - CELLS.low()) * cell / 2400;
    }

    @Test
    void pathsWithoutNoiseKeepTheirOrderAndEndOnModes() {
        var film = LineFilm.gradientFlow(Q, START, times(40), CELLS, 9);
        for (int k = 0; k < 9; k++) {
            assertEquals(0, Q.score(film.paths()[k][FRAMES], CLEAN), 1e-6);
            if (k > 0) {
                assertTrue(film.paths()[k][20] > film.paths()[k - 1][20]);
            }
        }
    }
}
