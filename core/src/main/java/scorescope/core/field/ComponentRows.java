package scorescope.core.field;

import java.util.Arrays;
import scorescope.core.Watcher;
import scorescope.core.density.NoisedMixture;
import scorescope.core.parallel.SpinPool;
import scorescope.core.score.MixtureScoreBatch;

/**
 * The density of a noised mixture, or its logarithm, at every cell of a grid: row after row the sum of the components that
 * reach the row. Reuses its arrays; not for use by several threads at once.
 *
 * <p>A component whose axes are the grid's is a product of a column factor and a row factor, so a cell costs one
 * multiplication; any other one is a Gaussian in x along the row, see {@link RowGaussians}. Sums are in double, which
 * underflows far from the data: there p is zero as a float anyway, and log p is taken by log-sum-exp.
 */
final class ComponentRows {
    /**
     * In a picture of p, log of the share of its own height or of the largest value in the picture, whichever is less, below
     * which a component is left out (1e-24): a low, wide component may hold as much mass as a high, narrow one.
     */
    private static final double INVISIBLE = -55;

    /** log of a value that is zero as a float (the smallest is e^-103) even if ten million components of it add up. */
    private static final double NO_FLOAT = -120;

    /** In a picture of log p, log of the value below which a component is left out: 1e-280, near the smallest double. */
    private static final double VANISHING = -644;

    /**
     * Sums below this could be changed visibly by what was left out at {@link #VANISHING}; there log-sum-exp is used. Above it,
     * n components left out change log p by less than 2e-10 n, and a float that holds it, −622 or more, is rounded by 3e-5:
     * less than its last digit for up to 150,000 components, 2e-4 for a million.
     */
    private static final double THIN = 1e-270;

    private final Band[] bands;
    private double[] columnX = new double[0];
    private double[][] columnFactor = new double[0][0];
    private double[] logCut = new double[0];
    private int[] firstColumn = new int[0];
    private int[] lastColumn = new int[0];

    /** @param threads number of threads that share the rows, at least 1 */
    ComponentRows(int threads) {
        bands = new Band[threads];
        Arrays.setAll(bands, band -> new Band());
    }

    /** Overwrites {@code field} with p in 1/data units², or with log p. */
    void fill(NoisedMixture mixture, ScalarField field, boolean logarithm) {
        var grid = field.grid();
        cut(mixture, grid, logarithm);
        prepareColumns(mixture, grid);
        int share = Math.ceilDiv(grid.rows(), bands.length);
        var progress = Watcher.current().counting(Watcher.Work.DENSITY, grid.rows());
        SpinPool.current()
                .run(
                        bands.length,
                        bands.length,
                        b -> bands[b].fill(
                                mixture,
                                field,
                                Math.min(b * share, grid.rows()),
                                Math.min((b + 1) * share, grid.rows()),
                                logarithm,
                                progress));
        progress.end();
    }

    /** Sets the log of the value below which each component is left out. */
    private void cut(NoisedMixture mixture, Grid grid, boolean logarithm) {
        if (logCut.length < mixture.size()) {
            logCut = new double[mixture.size()];
        }
        Arrays.fill(logCut, VANISHING);
        if (!logarithm) {
            double seen = largestSeen(mixture, grid);
            for (int k = 0; k < mixture.size(); k++) {
                logCut[k] = Math.max(Math.min(mixture.logFactor(k), seen) + INVISIBLE, NO_FLOAT);
            }
        }
    }

    /** A lower bound of the largest log p in the picture: at the cells nearest to the means. */
    private static double largestSeen(NoisedMixture mixture, Grid grid) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < mixture.size(); k++) {
            double x = grid.x(grid.columnAt(mixture.meanX(k)));
            double y = grid.y(grid.rowAt(mixture.meanY(k)));
            largest = Math.max(largest, mixture.logTerm(k, x, y));
        }
        return largest;
    }

    /** Computes the column factors exp(−(x − m)²/2C_xx) of components along the axes, and the columns where they matter. */
    private void prepareColumns(NoisedMixture mixture, Grid grid) {
        int columns = grid.columns();
        if (columnX.length < columns) {
            columnX = new double[columns];
        }
        if (firstColumn.length < mixture.size() || columnFactor[0].length < columns) {
            columnFactor = new double[mixture.size()][columns];
            firstColumn = new int[mixture.size()];
            lastColumn = new int[mixture.size()];
        }
        for (int i = 0; i < columns; i++) {
            columnX[i] = grid.x(i);
        }
        for (int k = 0; k < mixture.size(); k++) {
            if (mixture.covarianceXY(k) == 0) {
                double rate = -0.5 / mixture.covarianceXX(k);
                double reach = RowGaussians.reach(mixture.logFactor(k) - logCut[k], mixture.covarianceXX(k));
                firstColumn[k] = grid.columnAt(mixture.meanX(k) - Math.signum(grid.stepX()) * reach);
                lastColumn[k] = grid.columnAt(mixture.meanX(k) + Math.signum(grid.stepX()) * reach);
                for (int i = firstColumn[k]; i <= lastColumn[k]; i++) {
                    double dx = columnX[i] - mixture.meanX(k);
                    columnFactor[k][i] = Math.exp(rate * dx * dx);
                }
            }
        }
    }

    /** The rows of one thread. */
    private final class Band {
        private double[] row = new double[0];
        private int[] cells = new int[0];
        private double[] thinX = new double[0];
        private double[] thinY = new double[0];
        private double[] thinLog = new double[0];
        private MixtureScoreBatch exact;

        void fill(
                NoisedMixture mixture, ScalarField field, int from, int to, boolean logarithm, Watcher.Count progress) {
            var grid = field.grid();
            int columns = grid.columns();
            if (row.length < columns) {
                row = new double[columns];
                cells = new int[columns];
                thinX = new double[columns];
                thinY = new double[columns];
                thinLog = new double[columns];
            }
            if (logarithm) {
                exact = new MixtureScoreBatch(mixture, columns);
            }
            for (int j = from; j < to && progress.goesOn(); j++) {
                double y = grid.y(j);
                Arrays.fill(row, 0, columns, 0);
                for (int k = 0; k < mixture.size(); k++) {
                    double dy = y - mixture.meanY(k);
                    double logHeight = mixture.logFactor(k) - 0.5 * dy * dy / mixture.covarianceYY(k);
                    if (logHeight < logCut[k]) {
                        continue;
                    }
                    double height = Math.exp(logHeight);
                    if (mixture.covarianceXY(k) == 0) {
                        RowGaussians.addScaled(row, columnFactor[k], height, firstColumn[k], lastColumn[k]);
                    } else {
                        double summit = mixture.meanX(k) + dy * mixture.covarianceXY(k) / mixture.covarianceYY(k);
                        RowGaussians.add(row, grid, summit, mixture.precisionXX(k), logHeight - logCut[k], height);
                    }
                }
                int start = j * columns;
                if (logarithm) {
                    toLogarithm(y, start, columns, field.values());
                } else {
                    toFloat(row, field.values(), start, columns);
                }
                progress.add(1);
            }
        }

        private void toLogarithm(double y, int start, int columns, float[] out) {
            int thin = 0;
            for (int i = 0; i < columns; i++) {
                if (row[i] > THIN) {
                    out[start + i] = (float) Math.log(row[i]);
                } else {
                    cells[thin] = start + i;
                    thinX[thin] = columnX[i];
                    thinY[thin] = y;
                    thin++;
                }
            }
            if (thin > 0) {
                exact.logDensity(thinX, thinY, 0, thin, thinLog);
                for (int i = 0; i < thin; i++) {
                    out[cells[i]] = (float) thinLog[i];
                }
            }
        }
    }

    private static void toFloat(double[] row, float[] out, int start, int columns) {
        for (int i = 0; i < columns; i++) {
            out[start + i] = (float) row[i];
        }
    }
}
