package scorescope.core.evolution;

import scorescope.core.field.Grid;
import scorescope.core.noise.NoiseProcess;

/** A forward process dx = f x dt + g dW: drift f x, diffusion ½ g². It carries every marginal p_s into every later p_t. */
public record ProcessMotion(NoiseProcess process) implements Motion {
    @Override
    public double diffusion(double t) {
        return Math.max(0, 0.5 * process.diffusionSquared(t));
    }

    @Override
    public void drift(Grid grid, double t, boolean alongX, double[] out) {
        double f = process.drift(t);
        for (int row = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.columns(); column++) {
                out[grid.index(column, row)] =
                        alongX ? f * grid.x(column + 0.5) * grid.stepX() : f * grid.y(row + 0.5) * grid.stepY();
            }
        }
    }
}
