package scorescope.core.field;

import java.util.Arrays;
import scorescope.core.density.NoisedMixture;
import scorescope.core.parallel.SpinPool;
import scorescope.core.score.MixtureScoreBatch;
import scorescope.core.tensor.Tensors;

/**
 * Density and score of a noised mixture at every cell of a grid, p = Σ h_k and s = Σ h_k u_k / Σ h_k, exact also far from
 * the data, where p underflows: there the score is computed by log-sum-exp, cell by cell. Reuses its arrays: a second call
 * on the same grid allocates nothing and overwrites the fields of the first. Not for use by several threads at once.
 *
 * <p>Components whose axes are the grid's are products of column and row factors, summed by matrix products if there are
 * many and the library is loaded; all others are summed by recurrences. On 512², two threads: see
 * {@code src-test/bench/run field}.
 */
public final class ScoreRaster {
    /** √(C_xx C_yy / det C) above which cancellation in a pull exceeds the precision of a float. */
    private static final double THIN = 3e4;

    /** With more components than this, matrix products are faster than rows of factors. */
    private static final int FEW = 24;

    private final int threads;
    private final SeparableSums separable;
    private final Band[] bands;
    private Fields fields = Fields.on(new Grid(1, 1, 0, 1, 0, 1));

    /**
     * @param density p in 1/data units²; zero where it is below the smallest float
     * @param scoreX first components of s in 1/data units
     * @param scoreY second components
     */
    public record Fields(ScalarField density, ScalarField scoreX, ScalarField scoreY) {
        static Fields on(Grid grid) {
            return new Fields(ScalarField.zero(grid), ScalarField.zero(grid), ScalarField.zero(grid));
        }
    }

    /** @param threads number of threads that share the cells, at least 1 */
    public ScoreRaster(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1: " + threads);
        }
        this.threads = threads;
        separable = new SeparableSums(threads, true);
        bands = new Band[threads];
        Arrays.setAll(bands, band -> new Band());
    }

    /** The fields of {@code mixture} on {@code grid}; valid until the next call. */
    public Fields compute(NoisedMixture mixture, Grid grid) {
        if (!fields.density().grid().equals(grid)) {
            fields = Fields.on(grid);
        }
        int share = Math.ceilDiv(grid.rows(), threads);
        float reliable = SeparableSums.reliable(mixture);
        boolean factors = SeparableSums.fits(mixture);
        boolean products = factors && mixture.size() > FEW && Tensors.isReady();
        if (products) {
            separable.compute(mixture, grid);
        }
        double logTotal = SeparableSums.logTotal(mixture);
        SpinPool.current().run(threads, threads, b -> {
            int from = Math.min(b * share, grid.rows());
            int to = Math.min((b + 1) * share, grid.rows());
            var band = bands[b];
            band.begin(mixture, grid.columns(), reliable);
            if (mixture.stretch() > THIN) {
                band.cellByCell(from, to);
            } else if (products) {
                band.ofProducts(from, to);
            } else if (factors) {
                band.ofFactors(mixture, grid, logTotal, from, to);
            } else {
                band.ofRecurrences(mixture, grid, logTotal, from, to);
            }
            band.far.finish();
        });
        return fields;
    }

    /** One thread's share of the rows, with row arrays of its own: only loops over whole arrays are vectorised. */
    private final class Band {
        private final SeparableRows separableRows = new SeparableRows();
        private final RecurrentSums recurrent = new RecurrentSums();
        private final Far far = new Far();
        private float[] sum = new float[0];
        private float[] momentX = new float[0];
        private float[] momentY = new float[0];
        private float[] density = new float[0];
        private float reliable;

        void begin(NoisedMixture mixture, int columns, float least) {
            reliable = least;
            if (sum.length != columns) {
                sum = new float[columns];
                momentX = new float[columns];
                momentY = new float[columns];
            }
            far.begin(mixture);
        }

        void cellByCell(int from, int to) {
            for (int cell = from * sum.length; cell < to * sum.length; cell++) {
                far.add(cell);
            }
        }

        void ofProducts(int from, int to) {
            int n = sum.length;
            for (int row = from; row < to; row++) {
                System.arraycopy(separable.sum(), row * n, sum, 0, n);
                System.arraycopy(separable.momentX(), row * n, momentX, 0, n);
                System.arraycopy(separable.momentY(), row * n, momentY, 0, n);
                divide(row * n, sum, momentX, momentY, separable.unit());
            }
        }

        void ofFactors(NoisedMixture mixture, Grid grid, double logTotal, int from, int to) {
            double unit = SeparableSums.unit(logTotal);
            separableRows.compute(
                    mixture,
                    grid,
                    logTotal,
                    from,
                    to,
                    (row, column, s, x, y) -> divide(row * grid.columns() + column, s, x, y, unit));
        }

        void ofRecurrences(NoisedMixture mixture, Grid grid, double logTotal, int from, int to) {
            double total = Math.exp(logTotal);
            recurrent.compute(
                    mixture,
                    grid,
                    logTotal,
                    from,
                    to,
                    (row, column, n, s, x, y) -> divide(row * grid.columns() + column, n, s, x, y, total));
        }

        /** Writes a row of p and s from {@code start} on; the moments are overwritten. */
        private void divide(int start, float[] s, float[] x, float[] y, double unit) {
            int n = s.length;
            if (density.length != n) {
                density = new float[n];
            }
            divide(s, x, y, density, (float) unit);
            System.arraycopy(density, 0, fields.density().values(), start, n);
            System.arraycopy(x, 0, fields.scoreX().values(), start, n);
            System.arraycopy(y, 0, fields.scoreY().values(), start, n);
            // After the copies, because a full batch of far cells is written at once.
            if (anyBelow(reliable, s)) {
                for (int i = 0; i < n; i++) {
                    if (!(s[i] >= reliable)) {
                        far.add(start + i);
                    }
                }
            }
        }

        /**
         * Whether a value is below {@code bound}, all positive: positive floats have the order of their bits, so no branch
         * is needed.
         */
        private static boolean anyBelow(float bound, float[] values) {
            int least = Float.floatToRawIntBits(bound);
            int signs = 0;
            for (float value : values) {
                signs |= Float.floatToRawIntBits(value) - least;
            }
            return signs < 0;
        }

        private static void divide(float[] s, float[] x, float[] y, float[] p, float unit) {
            for (int i = 0; i < s.length; i++) {
                float inverse = 1 / s[i];
                x[i] *= inverse;
                y[i] *= inverse;
                p[i] = unit * s[i];
            }
        }

        private void divide(int start, int n, double[] s, double[] x, double[] y, double total) {
            float[] p = fields.density().values();
            for (int i = 0; i < n; i++) {
                p[start + i] = (float) (total * s[i]);
            }
            quotients(x, y, s, fields.scoreX().values(), fields.scoreY().values(), start, n);
            for (int i = 0; i < n; i++) {
                if (!(s[i] >= RecurrentSums.RELIABLE)) {
                    far.add(start + i);
                }
            }
        }

        private static void quotients(
                double[] x, double[] y, double[] s, float[] outX, float[] outY, int start, int n) {
            for (int i = 0; i < n; i++) {
                double inverse = 1 / s[i];
                outX[start + i] = (float) (x[i] * inverse);
                outY[start + i] = (float) (y[i] * inverse);
            }
        }
    }

    /** The cells of one thread that need log-sum-exp, taken in batches. */
    private final class Far {
        private static final int BATCH = 1024;
        private final int[] cells = new int[BATCH];
        private final double[] x = new double[BATCH];
        private final double[] y = new double[BATCH];
        private final double[] scoreX = new double[BATCH];
        private final double[] scoreY = new double[BATCH];
        private final double[] logDensity = new double[BATCH];
        private MixtureScoreBatch exact;
        private int count;

        void begin(NoisedMixture mixture) {
            exact = new MixtureScoreBatch(mixture, BATCH);
            count = 0;
        }

        void add(int cell) {
            cells[count++] = cell;
            if (count == BATCH) {
                finish();
            }
        }

        void finish() {
            if (count == 0) {
                return;
            }
            var grid = fields.density().grid();
            for (int i = 0; i < count; i++) {
                x[i] = grid.x(cells[i] % grid.columns());
                y[i] = grid.y(Math.floorDiv(cells[i], grid.columns()));
            }
            exact.scoreAndLogDensity(x, y, 0, count, scoreX, scoreY, logDensity);
            for (int i = 0; i < count; i++) {
                fields.density().values()[cells[i]] = (float) Math.exp(logDensity[i]);
                fields.scoreX().values()[cells[i]] = (float) scoreX[i];
                fields.scoreY().values()[cells[i]] = (float) scoreY[i];
            }
            count = 0;
        }
    }
}
