package scorescope.core.measure;

import java.util.Arrays;
import scorescope.core.field.CellMeans;
import scorescope.core.field.Grid;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.score.LogDensityField;
import scorescope.core.score.MixtureScore;

/**
 * The logarithm of a distribution's mass in every cell of a grid, normalised to a sum of one over the grid. With
 * logarithms, ratios are accurate also where the mass itself underflows.
 *
 * @param logMass log of the mass, cell by cell, row by row; −∞ in an empty cell
 */
public record GridDensity(Grid grid, double[] logMass) {
    /** Distance of the nodes of the two-node rule from the centre of a cell, in cells: 1/(2√3). */
    private static final double NODE = 0.5 / Math.sqrt(3);

    private static final double LOG_4 = Math.log(4);

    public GridDensity {
        if (logMass.length != grid.cells()) {
            throw new IllegalArgumentException(logMass.length + " masses for " + grid.cells() + " cells");
        }
    }

    /** From log-densities up to a common constant, one per cell. */
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

    /** From masses or densities up to a common factor, one per cell, not negative. */
    public static GridDensity of(Grid grid, double[] density) {
        return ofLog(grid, Arrays.stream(density).map(Math::log).toArray());
    }

    /** An exact density at a noise level, evaluated at the centres of cells, as solvers on the grid do. */
    public static GridDensity of(Grid grid, LogDensityField field, NoiseLevel level) {
        var x = new double[grid.cells()];
        var y = new double[grid.cells()];
        centres(grid, 0, 0, x, y);
        var log = new double[x.length];
        field.logDensity(x, y, 0, x.length, level, log);
        return ofLog(grid, log);
    }

    private static void centres(Grid grid, double offX, double offY, double[] x, double[] y) {
        for (int row = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.columns(); column++) {
                x[grid.index(column, row)] = grid.x(column) + offX;
                y[grid.index(column, row)] = grid.y(row) + offY;
            }
        }
    }

    /**
     * The mass of a mixture at a noise level in every cell, for comparison with counts of points. Components narrower than
     * 1.5 cells are integrated by error functions, others by the Gauss–Legendre rule with 2 × 2 nodes, whose error is at
     * most 1e-4 of the maximum.
     */
    public static GridDensity ofMasses(Grid grid, MixtureScore field, NoiseLevel level) {
        var mixture = field.at(level);
        if (!CellMeans.needed(mixture, grid)) {
            return ofLog(grid, logMeans(grid, field, level));
        }
        var means = new CellMeans(mixture, grid);
        var narrow = new double[grid.cells()];
        means.add(narrow);
        var log = means.wide()
                .map(wide -> logMeans(grid, new MixtureScore(wide.mixture()), NoiseLevel.plain(0)))
                .orElseGet(() -> filled(grid.cells(), Double.NEGATIVE_INFINITY));
        var nodes = logMeans(grid, field, level);
        for (int i = 0; i < log.length; i++) {
            // Far from narrow components their mass underflows; its logarithm does not.
            log[i] = narrow[i] > 0 ? logOfSum(log[i] + Math.log(means.wideWeight()), Math.log(narrow[i])) : nodes[i];
        }
        return ofLog(grid, log);
    }

    private static double[] filled(int count, double value) {
        var values = new double[count];
        Arrays.fill(values, value);
        return values;
    }

    /** log of the mean density in every cell, by the Gauss–Legendre rule with 2 × 2 nodes. */
    private static double[] logMeans(Grid grid, LogDensityField field, NoiseLevel level) {
        var x = new double[grid.cells()];
        var y = new double[grid.cells()];
        var log = new double[x.length];
        var sum = filled(x.length, Double.NEGATIVE_INFINITY);
        for (int node = 0; node < 4; node++) {
            double offX = ((node & 1) == 0 ? -NODE : NODE) * grid.stepX();
            double offY = ((node & 2) == 0 ? -NODE : NODE) * grid.stepY();
            centres(grid, offX, offY, x, y);
            field.logDensity(x, y, 0, x.length, level, log);
            for (int i = 0; i < log.length; i++) {
                sum[i] = logOfSum(sum[i], log[i] - LOG_4);
            }
        }
        return sum;
    }

    /** log(e^a + e^b). */
    private static double logOfSum(double a, double b) {
        double larger = Math.max(a, b);
        return larger == Double.NEGATIVE_INFINITY ? larger : larger + Math.log1p(Math.exp(Math.min(a, b) - larger));
    }

    /** The histogram of the points of {@code sample} on the grid, at least one. */
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
     * q − p − p log(q/p), not negative, from log p and log q: the contribution of a cell to KL(p‖q). Infinite where p has mass and
     * q has none.
     */
    static double excess(double logP, double logQ) {
        double p = Math.exp(logP);
        if (p == 0) {
            return Math.exp(logQ);
        }
        double ratio = logQ - logP;
        // For small d the terms of e^d − 1 − d cancel, so the series is used.
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
