package scorescope.core.field;

import java.util.Arrays;
import java.util.stream.IntStream;
import scorescope.core.density.NoisedMixture;
import scorescope.core.score.MixtureScoreBatch;
import scorescope.core.tensor.Tensors;

/**
 * Density and score of a noised mixture at every cell of a grid, p = Σ h_k and s = Σ h_k u_k / Σ h_k, right also far
 * from the data, where p underflows: there the score comes from log-sum-exp, cell by cell. Keeps its arrays: a second
 * call on the same grid allocates nothing and overwrites the fields of the first. Not for use by several threads at once.
 *
 * <p>Components along the axes go through matrix products once the library is loaded, others (and all before that)
 * through recurrences. On 512², two threads: see {@code src-test/bench/run field}.
 */
public final class ScoreRaster {
    /** With fewer components, recurrences are as fast as products. */
    private static final int FEW = 4;

    private final int threads;
    private final SeparableSums separable;
    private final RecurrentSums[] recurrent;
    private final Far[] far;
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

    /** @param threads how many to share the cells among, at least 1 */
    public ScoreRaster(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1: " + threads);
        }
        this.threads = threads;
        separable = new SeparableSums(threads, true);
        recurrent = new RecurrentSums[threads];
        far = new Far[threads];
        Arrays.setAll(recurrent, band -> new RecurrentSums());
        Arrays.setAll(far, band -> new Far());
    }

    /** The fields of {@code mixture} on {@code grid}; valid until the next call. */
    public Fields compute(NoisedMixture mixture, Grid grid) {
        if (!fields.density().grid().equals(grid)) {
            fields = Fields.on(grid);
        }
        int share = Math.ceilDiv(grid.rows(), threads);
        boolean products = mixture.size() >= FEW && Tensors.isReady() && SeparableSums.fits(mixture);
        if (products) {
            separable.compute(mixture, grid);
        }
        double logTotal = SeparableSums.logTotal(mixture);
        IntStream bands = IntStream.range(0, threads);
        (threads == 1 ? bands : bands.parallel()).forEach(b -> {
            int from = Math.min(b * share, grid.rows());
            int to = Math.min((b + 1) * share, grid.rows());
            far[b].begin(mixture);
            if (products) {
                divide(from * grid.columns(), to * grid.columns(), far[b]);
            } else {
                recurrent[b].compute(
                        mixture,
                        grid,
                        logTotal,
                        from,
                        to,
                        (row, sum, x, y) ->
                                divide(row * grid.columns(), grid.columns(), sum, x, y, Math.exp(logTotal), far[b]));
            }
            far[b].finish();
        });
        return fields;
    }

    private void divide(int from, int to, Far far) {
        float[] p = fields.density().values();
        float[] x = fields.scoreX().values();
        float[] y = fields.scoreY().values();
        float[] sum = separable.sum();
        scale(sum, (float) separable.unit(), p, from, to);
        quotient(separable.momentX(), sum, x, from, to);
        quotient(separable.momentY(), sum, y, from, to);
        for (int i = from; i < to; i++) {
            if (!(sum[i] >= SeparableSums.RELIABLE && sum[i] < Float.POSITIVE_INFINITY)) {
                far.add(i);
            }
        }
    }

    private void divide(int start, int n, double[] sum, double[] momentX, double[] momentY, double total, Far far) {
        float[] p = fields.density().values();
        float[] x = fields.scoreX().values();
        float[] y = fields.scoreY().values();
        for (int i = 0; i < n; i++) {
            p[start + i] = (float) (total * sum[i]);
        }
        for (int i = 0; i < n; i++) {
            double inverse = 1 / sum[i];
            x[start + i] = (float) (momentX[i] * inverse);
            y[start + i] = (float) (momentY[i] * inverse);
        }
        for (int i = 0; i < n; i++) {
            if (!(sum[i] >= RecurrentSums.RELIABLE)) {
                far.add(start + i);
            }
        }
    }

    private static void scale(float[] sum, float unit, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = unit * sum[i];
        }
    }

    private static void quotient(float[] moment, float[] sum, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = moment[i] / sum[i];
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
