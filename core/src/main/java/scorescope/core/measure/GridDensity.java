package scorescope.core.measure;

import java.util.Arrays;
import scorescope.core.field.Grid;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.score.LogDensityField;

/**
 * The share of a distribution's mass in every cell of a grid, kept as logarithms, so that ratios are right where the
 * mass itself underflows. What lies outside the grid is left out and the rest scaled to sum to one.
 *
 * @param logMass log of the mass, cell by cell, row by row; −∞ in an empty cell
 */
public record GridDensity(Grid grid, double[] logMass) {
    public GridDensity {
        if (logMass.length != grid.cells()) {
            throw new IllegalArgumentException(logMass.length + " masses for " + grid.cells() + " cells");
        }
    }

    /** Normalises any numbers that are the log-density up to a constant. */
    public static GridDensity ofLog(Grid grid, double[] logDensity) {
        double largest = Arrays.stream(logDensity).max().orElseThrow();
        if (!Double.isFinite(largest)) {
            throw new IllegalArgumentException("no mass on the grid");
        }
        double sum = 0;
        for (double value : logDensity) {
            sum += Math.exp(value - largest);
        }
        double log = largest + Math.log(sum);
        return new GridDensity(
                grid, Arrays.stream(logDensity).map(value -> value - log).toArray());
    }

    /** Normalises masses or densities; none negative. */
    public static GridDensity of(Grid grid, double[] density) {
        return ofLog(grid, Arrays.stream(density).map(Math::log).toArray());
    }

    /** An exact density at a noise level, taken at the cells' centres. */
    public static GridDensity of(Grid grid, LogDensityField field, NoiseLevel level) {
        var x = new double[grid.cells()];
        var y = new double[grid.cells()];
        for (int row = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.columns(); column++) {
                x[grid.index(column, row)] = grid.x(column);
                y[grid.index(column, row)] = grid.y(row);
            }
        }
        var log = new double[x.length];
        field.logDensity(x, y, 0, x.length, level, log);
        return ofLog(grid, log);
    }

    /** The histogram of those points of {@code sample} that lie on the grid; at least one must. */
    public static GridDensity of(Grid grid, Sample sample) {
        var counts = new double[grid.cells()];
        for (int i = 0; i < sample.count(); i++) {
            double column = Math.floor((sample.x()[i] - grid.x0()) / grid.stepX());
            double row = Math.floor((sample.y()[i] - grid.y0()) / grid.stepY());
            if (column >= 0 && column < grid.columns() && row >= 0 && row < grid.rows()) {
                counts[grid.index((int) column, (int) row)]++;
            }
        }
        return of(grid, counts);
    }

    /**
     * q − p − p log(q/p), not negative, from log p and log q: what a cell adds to KL(p‖q). Infinite where p has mass and q
     * has none.
     */
    static double excess(double logP, double logQ) {
        double p = Math.exp(logP);
        if (p == 0) {
            return Math.exp(logQ);
        }
        double ratio = logQ - logP;
        // e^d − 1 − d of a small d by its series, since there the terms cancel.
        if (Math.abs(ratio) < 0.05) {
            double d = ratio;
            return p
                    * d
                    * d
                    * (0.5
                            + d
                                    * (1.0 / 6
                                            + d
                                                    * (1.0 / 24
                                                            + d
                                                                    * (1.0 / 120
                                                                            + d
                                                                                    * (1.0 / 720
                                                                                            + d
                                                                                                    * (1.0 / 5040
                                                                                                            + d
                                                                                                                    * (1.0
                                                                                                                                    / 40320
                                                                                                                            + d
                                                                                                                                    / 362880)))))));
        }
        return Math.exp(logQ) - p - p * ratio;
    }

    void requireSameGrid(GridDensity other) {
        if (!grid.equals(other.grid)) {
            throw new IllegalArgumentException("two grids: " + grid + ", " + other.grid);
        }
    }
}
