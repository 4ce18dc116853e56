package scorescope.core.field;

import java.util.Arrays;
import scorescope.core.Watcher;
import scorescope.core.density.NoisedMixture;
import scorescope.core.parallel.SpinPool;
import scorescope.core.score.MixtureScoreBatch;
import scorescope.core.tensor.Tensors;

/**
 * The density of a noised mixture, or its logarithm, at every cell of a grid, fast enough to follow a hand. Keeps its
 * arrays: on the same grid a second call allocates nothing, and the field it returned before is overwritten. Not for use
 * by several threads at once.
 *
 * <p>A component whose axes are the grid's is a product of a column factor and a row factor, so a pixel costs one
 * multiplication. Any other component is, along a row, a Gaussian in x: from its summit in that row outwards, value and
 * ratio of neighbours follow by two multiplications, since the ratio of ratios is constant. Both work in double, which
 * underflows far from the data: there p is zero as a float anyway, and log p is taken by log-sum-exp. Very many components of
 * one covariance go through {@link HermiteSums}. Reports to the current {@link Watcher}, which may cancel a call.
 */
public final class DensityRaster {
    /**
     * In a picture of p a component is followed down to this fraction, log 1e-24, of its own height or of the largest value
     * in the picture, whichever is less: a low, wide component holds as much mass as a high, narrow one.
     */
    private static final double INVISIBLE = -55;

    /** log of what is zero as a float, with all that so many components could add up to. */
    private static final double NO_FLOAT = -120;

    /** In a picture of log p, components are followed down to nearly the smallest double: log 1e-280. */
    private static final double VANISHING = -644;

    /** Where what was cut off at {@link #VANISHING} could show in the logarithm, log-sum-exp takes over. */
    private static final double THIN = 1e-270;

    /** From so many components on, products are faster than row sums, whose terms reach a few cells only. */
    private static final int MANY = 200;

    private final Band[] bands;
    private final SeparableSums separable;
    private ScalarField field = ScalarField.zero(new Grid(1, 1, 0, 1, 0, 1));
    private double[] columnX = new double[0];
    private double[][] columnFactor = new double[0][0];
    private double[] logCut = new double[0];
    private int[] firstColumn = new int[0];
    private int[] lastColumn = new int[0];

    /** @param threads how many to share the rows among, at least 1 */
    public DensityRaster(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1: " + threads);
        }
        separable = new SeparableSums(threads, false);
        bands = new Band[threads];
        Arrays.setAll(bands, band -> new Band());
    }

    /** p at every cell, in 1/data units²; valid until the next call. */
    public ScalarField density(NoisedMixture mixture, Grid grid) {
        if (HermiteSums.fits(mixture, grid)) {
            prepare(grid);
            new HermiteSums(mixture, grid).fill(field.values(), bands.length);
            return field;
        }
        return fill(mixture, grid, false);
    }

    /**
     * p for a picture on the screen, to a hundred-thousandth of its peak; valid until the next call. Many components along the
     * axes go through matrix products in float if the library for them is loaded.
     */
    public ScalarField picture(NoisedMixture mixture, Grid grid) {
        if (mixture.size() < MANY || !Tensors.isReady() || !SeparableSums.fits(mixture)) {
            return density(mixture, grid);
        }
        prepare(grid);
        separable.compute(mixture, grid);
        float unit = (float) separable.unit();
        float[] sum = separable.sum();
        float[] out = field.values();
        if (largest(sum, out.length) < SeparableSums.reliable(mixture)) {
            return density(mixture, grid);
        }
        for (int i = 0; i < out.length; i++) {
            out[i] = unit * sum[i];
        }
        return field;
    }

    private static float largest(float[] values, int n) {
        float largest = 0;
        for (int i = 0; i < n; i++) {
            largest = Math.max(largest, values[i]);
        }
        return largest;
    }

    /** log p at every cell; valid until the next call. */
    public ScalarField logDensity(NoisedMixture mixture, Grid grid) {
        return fill(mixture, grid, true);
    }

    private ScalarField fill(NoisedMixture mixture, Grid grid, boolean logarithm) {
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
        prepare(mixture, grid);
        int share = Math.ceilDiv(grid.rows(), bands.length);
        var progress = Watcher.current().counting(Watcher.Work.DENSITY, grid.rows());
        SpinPool.shared()
                .run(
                        bands.length,
                        bands.length,
                        b -> bands[b].fill(
                                mixture,
                                Math.min(b * share, grid.rows()),
                                Math.min((b + 1) * share, grid.rows()),
                                logarithm,
                                progress));
        progress.end();
        return field;
    }

    /** A lower bound of the largest log p in the picture: at the cells nearest to the means. */
    private static double largestSeen(NoisedMixture mixture, Grid grid) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < mixture.size(); k++) {
            double x = grid.x(columnAt(grid, mixture.meanX(k)));
            double y = grid.y(rowAt(grid, mixture.meanY(k)));
            largest = Math.max(largest, mixture.logTerm(k, x, y));
        }
        return largest;
    }

    /** Column factors exp(−(x − m)²/2C_xx) of the components that need them, and the columns where they matter. */
    private void prepare(NoisedMixture mixture, Grid grid) {
        int columns = grid.columns();
        prepare(grid);
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
                double reach = reach(mixture.logFactor(k) - logCut[k], mixture.covarianceXX(k));
                firstColumn[k] = columnAt(grid, mixture.meanX(k) - Math.signum(grid.stepX()) * reach);
                lastColumn[k] = columnAt(grid, mixture.meanX(k) + Math.signum(grid.stepX()) * reach);
                for (int i = firstColumn[k]; i <= lastColumn[k]; i++) {
                    double dx = columnX[i] - mixture.meanX(k);
                    columnFactor[k][i] = Math.exp(rate * dx * dx);
                }
            }
        }
    }

    private void prepare(Grid grid) {
        if (!field.grid().equals(grid)) {
            field = new ScalarField(
                    grid, field.values().length == grid.cells() ? field.values() : new float[grid.cells()]);
        }
    }

    /** How far from its summit a Gaussian of this variance falls by e^-depth. */
    private static double reach(double depth, double variance) {
        return Math.sqrt(2 * variance * Math.max(0, depth));
    }

    private static int columnAt(Grid grid, double x) {
        return (int) Math.clamp(Math.rint((x - grid.x0()) / grid.stepX() - 0.5), 0, grid.columns() - 1);
    }

    private static int rowAt(Grid grid, double y) {
        return (int) Math.clamp(Math.rint((y - grid.y0()) / grid.stepY() - 0.5), 0, grid.rows() - 1);
    }

    /** The rows of one thread. */
    private final class Band {
        private double[] row = new double[0];
        private int[] cells = new int[0];
        private double[] thinX = new double[0];
        private double[] thinY = new double[0];
        private double[] thinLog = new double[0];
        private MixtureScoreBatch exact;

        void fill(NoisedMixture mixture, int from, int to, boolean logarithm, Watcher.Count progress) {
            int columns = field.grid().columns();
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
                double y = field.grid().y(j);
                Arrays.fill(row, 0, columns, 0);
                for (int k = 0; k < mixture.size(); k++) {
                    double dy = y - mixture.meanY(k);
                    double logHeight = mixture.logFactor(k) - 0.5 * dy * dy / mixture.covarianceYY(k);
                    if (logHeight < logCut[k]) {
                        continue;
                    }
                    double height = Math.exp(logHeight);
                    if (mixture.covarianceXY(k) == 0) {
                        addScaled(row, columnFactor[k], height, firstColumn[k], lastColumn[k]);
                    } else {
                        double summit = mixture.meanX(k) + dy * mixture.covarianceXY(k) / mixture.covarianceYY(k);
                        addGaussian(summit, mixture.precisionXX(k), logHeight - logCut[k], height);
                    }
                }
                int start = j * columns;
                if (logarithm) {
                    toLogarithm(y, start);
                } else {
                    toFloat(row, field.values(), start, columns);
                }
                progress.add(1);
            }
        }

        /** Adds height · exp(−½ precision (x − summit)²) to the row, down to e^-depth of the height. */
        private void addGaussian(double summit, double precision, double depth, double height) {
            var grid = field.grid();
            double step = grid.stepX();
            double reach = reach(depth, 1 / precision);
            int first = columnAt(grid, summit - Math.signum(step) * reach);
            int last = columnAt(grid, summit + Math.signum(step) * reach);
            int middle = columnAt(grid, summit);
            double offset = columnX[middle] - summit;
            double value = height * Math.exp(-0.5 * precision * offset * offset);
            double bend = Math.exp(-precision * step * step);
            double right = Math.exp(-precision * step * (offset + 0.5 * step));
            double left = Math.exp(-precision * step * (0.5 * step - offset));
            sweep(row, middle, 1, last - middle + 1, value, right, bend);
            sweep(row, middle - 1, -1, middle - first, value * left, left * bend, bend);
        }

        private void toLogarithm(double y, int start) {
            float[] out = field.values();
            int columns = field.grid().columns();
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

    /** row += scale · factor from column {@code first} to {@code last}; one index for both, or it is not vectorised. */
    private static void addScaled(double[] row, double[] factor, double scale, int first, int last) {
        for (int i = first; i <= last; i++) {
            row[i] += scale * factor[i];
        }
    }

    /**
     * Adds a Gaussian outwards from its summit to {@code count} cells, the first at {@code start} and each next one
     * {@code stride} further (1 or −1). Four chains of every fourth cell, because each multiplication waits for the one
     * before it: twice as fast as one chain.
     *
     * @param value at the first cell
     * @param ratio of the second cell's value to the first's
     * @param bend ratio of two neighbouring ratios
     */
    private static void sweep(double[] row, int start, int stride, int count, double value, double ratio, double bend) {
        double g0 = value;
        double g1 = g0 * ratio;
        double r1 = ratio * bend;
        double g2 = g1 * r1;
        double r2 = r1 * bend;
        double g3 = g2 * r2;
        double r3 = r2 * bend;
        double bend4 = bend * bend * bend * bend;
        double jump0 = ratio * r1 * r2 * r3;
        double jump1 = jump0 * bend4;
        double jump2 = jump1 * bend4;
        double jump3 = jump2 * bend4;
        double jumpBend = bend4 * bend4 * bend4 * bend4;
        int i = start;
        int left = count;
        for (; left >= 4; left -= 4) {
            row[i] += g0;
            row[i + stride] += g1;
            row[i + 2 * stride] += g2;
            row[i + 3 * stride] += g3;
            g0 *= jump0;
            g1 *= jump1;
            g2 *= jump2;
            g3 *= jump3;
            jump0 *= jumpBend;
            jump1 *= jumpBend;
            jump2 *= jumpBend;
            jump3 *= jumpBend;
            i += 4 * stride;
        }
        if (left > 0) {
            row[i] += g0;
        }
        if (left > 1) {
            row[i + stride] += g1;
        }
        if (left > 2) {
            row[i + 2 * stride] += g2;
        }
    }

    private static void toFloat(double[] row, float[] out, int start, int columns) {
        for (int i = 0; i < columns; i++) {
            out[start + i] = (float) row[i];
        }
    }
}
