package scorescope.core.evolution;

import scorescope.core.field.Grid;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.score.LogDensityField;

/**
 * Langevin dynamics towards q, dx = ∇log q dt + √2 c dW: drift ∇log q, diffusion c². Its stationary density is
 * proportional to q^(1/c²), which is q for c = 1. The drift across a face is the difference of log q, so that this holds on
 * the grid too.
 *
 * @param noiseScale c
 */
public record LangevinMotion(LogDensityField density, NoiseLevel level, double noiseScale) implements Motion {
    @Override
    public double diffusion(double from, double to) {
        return noiseScale * noiseScale;
    }

    @Override
    public void drift(Grid grid, double from, double to, boolean alongX, double[] out) {
        int cells = grid.cells();
        var x = new double[cells];
        var y = new double[cells];
        for (int row = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.columns(); column++) {
                x[grid.index(column, row)] = grid.x(column);
                y[grid.index(column, row)] = grid.y(row);
            }
        }
        var log = new double[cells];
        density.logDensity(x, y, 0, cells, level, log);
        int next = alongX ? 1 : grid.columns();
        for (int i = 0; i < cells; i++) {
            out[i] = i + next < cells ? log[i + next] - log[i] : 0;
        }
    }
}
