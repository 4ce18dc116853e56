package scorescope.core.evolution;

import scorescope.core.field.Grid;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.noise.Transition;

/**
 * A forward process dx = f x dt + g dW: drift f x, diffusion ½ g². It maps every marginal p_s to every later p_t. The
 * constant coefficients of a step are those whose exact solution is the process's transition.
 */
public record ProcessMotion(NoiseProcess process) implements Motion {
    @Override
    public double diffusion(double from, double to) {
        return Transition.of(process, from, to).meanDiffusion();
    }

    @Override
    public void drift(Grid grid, double from, double to, boolean alongX, double[] out) {
        double f = Transition.of(process, from, to).meanDrift();
        for (int row = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.columns(); column++) {
                out[grid.index(column, row)] =
                        alongX ? f * grid.x(column + 0.5) * grid.stepX() : f * grid.y(row + 0.5) * grid.stepY();
            }
        }
    }
}
