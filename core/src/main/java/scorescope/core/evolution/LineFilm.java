package scorescope.core.evolution;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import scorescope.core.density.LineMixture;
import scorescope.core.field.Grid;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.random.NoiseStream;
import scorescope.core.random.PhiloxNoise;

/**
 * A one-dimensional density over time under Langevin dynamics or gradient flow of log q, with paths of single points.
 *
 * @param mass mass[j][i] is the mass of cell i, from the lowest, at time j
 * @param paths paths[k][j] is the position of point k at time j, in data units
 */
public record LineFilm(Cells cells, double[][] mass, double[][] paths) {
    private static final NoiseLevel CLEAN = NoiseLevel.plain(0);
    private static final int SOLVER_STEPS = 4;
    private static final int QUANTILES = 400;

    /** Longest step of a path, as a multiple of the smallest variance of a component. */
    private static final double STEP = 0.04;

    /** Equal cells from {@code low} to {@code high}. */
    public record Cells(double low, double high, int count) {
        /** Lower border of a cell; for {@code count} the upper end. */
        public double edge(int cell) {
            return low + (high - low) * cell / count;
        }
    }

    /**
     * Langevin dynamics ds = (log q)'(s) dt + √2 c dW: the density by the Fokker–Planck equation, the paths by the
     * Euler–Maruyama method.
     *
     * @param times ascending from 0, evenly spaced
     * @param seed determines the paths' noise
     */
    public static LineFilm langevin(
            LineMixture q, double noiseScale, LineMixture start, double[] times, Cells cells, int count, long seed) {
        var grid = new Grid(cells.count(), 1, cells.low(), cells.high(), 0, 1);
        var motion = new StillMotion(new LangevinMotion(
                (x, _, from, to, level, out) -> {
                    for (int i = from; i < to; i++) {
                        out[i] = q.logDensity(x[i], level);
                    }
                },
                CLEAN,
                noiseScale));
        var mass = new double[times.length][];
        mass[0] = masses(cells, edge -> start.cumulative(edge, CLEAN));
        var solver = new FokkerPlanck(grid, motion, mass[0], 0);
        for (int j = 1; j < times.length; j++) {
            solver.advance(times[j], SOLVER_STEPS);
            mass[j] = solver.mass().clone();
        }
        return new LineFilm(cells, mass, noisyPaths(q, noiseScale, start, times, count, seed));
    }

    /** Gradient flow ds/dt = (log q)'(s), by {@code count} quantiles: see {@link LineQuantiles}. */
    public static LineFilm gradientFlow(LineMixture q, LineMixture start, double[] times, Cells cells, int count) {
        var carried = LineQuantiles.of(q, CLEAN, start, times, QUANTILES);
        var mass = new double[times.length][];
        for (int j = 0; j < times.length; j++) {
            int now = j;
            mass[j] = masses(cells, edge -> carried.below(edge, now));
        }
        return new LineFilm(
                cells, mass, LineQuantiles.of(q, CLEAN, start, times, count).s());
    }

    private static double[] masses(Cells cells, DoubleUnaryOperator below) {
        var mass = new double[cells.count()];
        double last = 0;
        for (int i = 0; i < mass.length; i++) {
            double next = i == mass.length - 1 ? 1 : below.applyAsDouble(cells.edge(i + 1));
            mass[i] = next - last;
            last = next;
        }
        return mass;
    }

    private static double[][] noisyPaths(
            LineMixture q, double noiseScale, LineMixture start, double[] times, int count, long seed) {
        double smallest = Arrays.stream(q.variance()).min().orElse(1);
        int substeps = Math.max(1, (int) Math.ceil((times[1] - times[0]) / (STEP * smallest)));
        double h = (times[1] - times[0]) / substeps;
        double kick = noiseScale * Math.sqrt(2 * h);
        var noise = new PhiloxNoise(seed);
        var z = new double[count];
        var unused = new double[count];
        var paths = new double[count][times.length];
        for (int k = 0; k < count; k++) {
            paths[k][0] = start.quantile((k + 0.5) / count, CLEAN, start.mean()[0]);
        }
        for (int j = 1; j < times.length; j++) {
            for (int k = 0; k < count; k++) {
                paths[k][j] = paths[k][j - 1];
            }
            for (int step = 0; step < substeps; step++) {
                noise.gaussian(NoiseStream.PATH, (long) j * substeps + step, 0, count, z, unused);
                for (int k = 0; k < count; k++) {
                    paths[k][j] += h * q.score(paths[k][j], CLEAN) + kick * z[k];
                }
            }
        }
        return paths;
    }

    /** The mass below the upper border of each cell at a time. */
    public double[] below(int time) {
        var sums = mass[time].clone();
        for (int i = 1; i < sums.length; i++) {
            sums[i] += sums[i - 1];
        }
        return sums;
    }

    /** The masses as shares of each time's largest, row by row from the highest cell; a column is a time. */
    public float[] image() {
        var image = new float[mass.length * cells.count()];
        for (int j = 0; j < mass.length; j++) {
            double peak = Arrays.stream(mass[j]).max().orElse(1);
            for (int i = 0; i < cells.count(); i++) {
                image[(cells.count() - 1 - i) * mass.length + j] = (float) (mass[j][i] / peak);
            }
        }
        return image;
    }
}
