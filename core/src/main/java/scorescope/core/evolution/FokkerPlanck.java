package scorescope.core.evolution;

import java.util.Arrays;
import scorescope.core.field.Grid;

/**
 * Solves the Fokker–Planck equation ∂p/∂t = −∇·(b p) + D Δp on a grid by finite volumes: the flux across each face is
 * (D/h²)(B(−P) p_i − B(P) p_{i+1}) with P = b h/D and Bernoulli's B(z) = z/(e^z − 1), which is exact for a constant drift
 * (Scharfetter and Gummel, Chang and Cooper). The flux across the border of the grid is zero.
 *
 * <p>A step is implicit along the rows, then along the columns. The matrix of each line has non-positive off-diagonal
 * entries and columns that sum to one, so that a step of any length conserves the total mass and keeps every mass
 * non-negative. The error is of second order in h and of first order in the time step.
 *
 * @see <a href="https://doi.org/10.1016/0021-9991(70)90001-X">Chang and Cooper 1970, A practical difference scheme for
 *     Fokker–Planck equations</a>
 */
public final class FokkerPlanck {
    private final Grid grid;
    private final Motion motion;
    private final double[] mass;
    private final double[] drift;
    private final double[] onward;
    private final double[] back;
    private final double[] pivot;
    private final double[] line;
    private double time;

    /**
     * @param mass mass in each cell, row by row, not negative; copied
     * @param time time of that distribution
     */
    public FokkerPlanck(Grid grid, Motion motion, double[] mass, double time) {
        if (mass.length != grid.cells()) {
            throw new IllegalArgumentException(mass.length + " masses for " + grid.cells() + " cells");
        }
        int longest = Math.max(grid.columns(), grid.rows());
        this.grid = grid;
        this.motion = motion;
        this.mass = mass.clone();
        this.time = time;
        drift = new double[grid.cells()];
        onward = new double[longest];
        back = new double[longest];
        pivot = new double[longest];
        line = new double[longest];
    }

    public Grid grid() {
        return grid;
    }

    public double time() {
        return time;
    }

    /** The mass in each cell, which is density times area of the cell. Not copied: the next step changes it. */
    public double[] mass() {
        return mass;
    }

    /** Integrates to {@code end} in equal steps, each with the mean coefficients of the step. */
    public void advance(double end, int steps) {
        double from = time;
        for (int step = 1; step <= steps; step++) {
            double next = from + (end - from) * step / steps;
            step(next - time);
            time = next;
        }
    }

    private void step(double duration) {
        double end = time + duration;
        double diffusion = motion.diffusion(time, end);
        motion.drift(grid, time, end, true, drift);
        for (int row = 0; row < grid.rows(); row++) {
            solve(row * grid.columns(), 1, grid.columns(), duration, diffusion, grid.stepX());
        }
        motion.drift(grid, time, end, false, drift);
        for (int column = 0; column < grid.columns(); column++) {
            solve(column, grid.columns(), grid.rows(), duration, diffusion, grid.stepY());
        }
    }

    /** One implicit step on the line of {@code count} cells from {@code first}, {@code stride} apart. */
    private void solve(int first, int stride, int count, double duration, double diffusion, double width) {
        double scale = duration / (width * width);
        for (int i = 0; i < count; i++) {
            double across = drift[first + i * stride];
            boolean last = i == count - 1;
            onward[i] = last ? 0 : scale * rate(across, diffusion);
            back[i] = last ? 0 : scale * rate(-across, diffusion);
            line[i] = mass[first + i * stride];
        }
        pivot[0] = 1 + onward[0];
        for (int i = 1; i < count; i++) {
            double carried = onward[i - 1] / pivot[i - 1];
            // 1 + onward + back·(1 − carried) without the cancellation that could make it negative.
            double remaining = (pivot[i - 1] - onward[i - 1]) / pivot[i - 1];
            pivot[i] = 1 + onward[i] + back[i - 1] * Math.max(0, remaining);
            line[i] += carried * line[i - 1];
        }
        double next = line[count - 1] / pivot[count - 1];
        mass[first + (count - 1) * stride] = next;
        for (int i = count - 2; i >= 0; i--) {
            next = (line[i] + back[i] * next) / pivot[i];
            mass[first + i * stride] = next;
        }
    }

    /** D B(−P): the rate, times h², at which mass crosses a face in the direction of the drift. */
    private static double rate(double drift, double diffusion) {
        if (!(diffusion > 0)) {
            return Math.max(0, drift);
        }
        double peclet = -drift / diffusion;
        return Math.abs(peclet) < 1e-8 ? diffusion * (1 - 0.5 * peclet) : -drift / Math.expm1(peclet);
    }

    /** The sum of all masses. */
    public double total() {
        return Arrays.stream(mass).sum();
    }
}
