package scorescope.core.field;

import java.util.Arrays;
import java.util.function.IntConsumer;
import scorescope.core.Watcher;
import scorescope.core.density.NoisedMixture;
import scorescope.core.parallel.SpinPool;
import scorescope.core.tensor.FloatBlock;
import scorescope.core.tensor.Products;
import scorescope.core.tensor.VectorMath;

/**
 * Sums over many components whose axes are the grid's, Σ_k h_k, Σ_k h_k u_k with h_k = w_k N(x; m_k, C_k), as matrix
 * products: each h_k is a column factor times a row factor, so all cells together are the product (rows × K)(K × columns)
 * of a matrix library. In float.
 *
 * <p>Sums are in units of T e^-44, T = Σ_k max h_k: factors lie between e^-40 and e^22, so that their products are normal
 * floats (a denormal costs a hundred times as much). Contributions below T e^-62 are cut off, so a sum of at least
 * {@link #reliable} and its moments have a relative error of a few 1e-6; a smaller sum does not.
 */
final class SeparableSums {
    static final double SHIFT = 22;
    static final double LOWEST = -40;

    /** The value of a clamped factor. */
    private static final float CLAMPED = clamped();

    /** Number of components processed at a time: their factors stay in the cache, and memory does not grow with K. */
    private static final int CHUNK = 512;

    private final Band[] bands;
    private final boolean withMoments;
    private float[] columnFactor = new float[0];
    private float[] columnMoment = new float[0];
    private float[] sum = new float[0];
    private float[] momentX = new float[0];
    private float[] momentY = new float[0];
    private double logTotal;

    /** @param withMoments whether Σ h_k u_k is computed too */
    SeparableSums(int threads, boolean withMoments) {
        this.withMoments = withMoments;
        bands = new Band[threads];
        Arrays.setAll(bands, band -> new Band());
    }

    /** Whether the axes of all components are the grid's. */
    static boolean fits(NoisedMixture mixture) {
        for (int k = 0; k < mixture.size(); k++) {
            if (mixture.covarianceXY(k) != 0) {
                return false;
            }
        }
        return true;
    }

    /** Computes the sums at every cell of {@code grid}. Reports to the current {@link Watcher}, which may cancel it. */
    void compute(NoisedMixture mixture, Grid grid) {
        reserve(grid);
        logTotal = logTotal(mixture);
        int share = Math.ceilDiv(grid.rows(), bands.length);
        var watcher = Watcher.current();
        for (int from = 0; from < mixture.size(); from += CHUNK) {
            watcher.step(Watcher.Work.DENSITY, (double) from / mixture.size());
            int first = from;
            int count = Math.min(CHUNK, mixture.size() - from);
            int part = Math.ceilDiv(count, bands.length);
            each(b ->
                    bands[b].columns(mixture, grid, first, Math.min(b * part, count), Math.min((b + 1) * part, count)));
            each(b -> bands[b].products(
                    mixture,
                    grid,
                    first,
                    count,
                    Math.min(b * share, grid.rows()),
                    Math.min((b + 1) * share, grid.rows())));
        }
        watcher.reached(Watcher.Work.DENSITY, 1);
    }

    private void each(IntConsumer work) {
        SpinPool.current().run(bands.length, bands.length, work);
    }

    private void reserve(Grid grid) {
        if (sum.length < grid.cells()) {
            sum = new float[grid.cells()];
            momentX = new float[withMoments ? grid.cells() : 0];
            momentY = new float[withMoments ? grid.cells() : 0];
        }
        if (columnFactor.length < CHUNK * grid.columns()) {
            columnFactor = new float[CHUNK * grid.columns()];
            columnMoment = new float[withMoments ? CHUNK * grid.columns() : 0];
        }
    }

    /** log T. */
    static double logTotal(NoisedMixture mixture) {
        double tallest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < mixture.size(); k++) {
            tallest = Math.max(tallest, mixture.logFactor(k));
        }
        double total = 0;
        for (int k = 0; k < mixture.size(); k++) {
            total += Math.exp(mixture.logFactor(k) - tallest);
        }
        return tallest + Math.log(total);
    }

    /** Σ h_k at every cell, in units of {@link #unit}. */
    float[] sum() {
        return sum;
    }

    /** Σ h_k u_k, first components, in the same units over data units. */
    float[] momentX() {
        return momentX;
    }

    float[] momentY() {
        return momentY;
    }

    /** T e^-44, in 1/data units². */
    double unit() {
        return unit(logTotal);
    }

    static double unit(double logTotal) {
        return Math.exp(logTotal - 2 * SHIFT);
    }

    /** One thread's share of the components for column factors, then of the rows. */
    private final class Band {
        private double[] place = new double[0];
        private float[] whole = new float[0];
        private float[] rest = new float[0];
        private float[] line = new float[0];
        private float[] rowFactor = new float[0];
        private float[] rowMoment = new float[0];
        private float[] partial = new float[0];

        void columns(NoisedMixture mixture, Grid grid, int first, int from, int to) {
            int columns = grid.columns();
            lines(Math.max(columns, grid.rows()));
            for (int i = 0; i < columns; i++) {
                place[i] = grid.x(i);
            }
            for (int k = from; k < to; k++) {
                double mean = mixture.meanX(first + k);
                double rate = 1 / mixture.covarianceXX(first + k);
                factors(place, mean, rate, SHIFT, line, whole, rest, columns);
                System.arraycopy(line, 0, columnFactor, k * columns, columns);
                if (withMoments) {
                    pulled(place, mean, rate, line, columnMoment, k * columns, columns);
                }
            }
        }

        void products(NoisedMixture mixture, Grid grid, int first, int count, int from, int to) {
            int rows = to - from;
            int columns = grid.columns();
            if (rows == 0) {
                return;
            }
            lines(Math.max(columns, grid.rows()));
            if (rowFactor.length < CHUNK * rows) {
                rowFactor = new float[CHUNK * rows];
                rowMoment = new float[withMoments ? CHUNK * rows : 0];
            }
            if (partial.length < rows * columns) {
                partial = new float[rows * columns];
            }
            for (int j = 0; j < rows; j++) {
                place[j] = grid.y(from + j);
            }
            for (int k = 0; k < count; k++) {
                double mean = mixture.meanY(first + k);
                double rate = 1 / mixture.covarianceYY(first + k);
                double height = SHIFT + mixture.logFactor(first + k) - logTotal;
                factors(place, mean, rate, height, line, whole, rest, rows);
                System.arraycopy(line, 0, rowFactor, k * rows, rows);
                if (withMoments) {
                    pulled(place, mean, rate, line, rowMoment, k * rows, rows);
                }
            }
            add(rowFactor, columnFactor, sum, first, count, from, rows, columns);
            if (withMoments) {
                add(rowFactor, columnMoment, momentX, first, count, from, rows, columns);
                add(rowMoment, columnFactor, momentY, first, count, from, rows, columns);
            }
        }

        /** out (+)= rowSide (rows × count) · columnSide (columns × count)ᵀ; the first chunk is written, further ones added. */
        private void add(
                float[] rowSide,
                float[] columnSide,
                float[] out,
                int first,
                int count,
                int from,
                int rows,
                int columns) {
            var target = first == 0
                    ? FloatBlock.of(out, from * columns, rows * columns)
                    : FloatBlock.of(partial, 0, rows * columns);
            Products.sumOfOuter(
                    FloatBlock.of(rowSide, 0, rows * count),
                    rows,
                    FloatBlock.of(columnSide, 0, columns * count),
                    columns,
                    count,
                    target);
            if (first > 0) {
                accumulate(partial, out, from * columns, rows * columns);
            }
        }

        private void lines(int length) {
            if (line.length < length) {
                place = new double[length];
                whole = new float[length];
                rest = new float[length];
                line = new float[length];
            }
        }
    }

    /**
     * The smallest reliable sum, in units of T e^-44; 1 if all covariances are equal. The pull of a component ρ times narrower
     * than another is ρ times as long, so that what is cut off of it, below T e^-62, must be ρ times smaller relative to p.
     */
    static float reliable(NoisedMixture mixture) {
        // Of two equal discs tr C⁻¹ tr C is 4.
        return (float) Math.exp(Math.clamp(0.5 * (mixture.spread() - Math.log(4)), 0, 80));
    }

    /** Factors exp(shift − ½ rate (place − mean)²), 0 below e^-40. */
    static void factors(
            double[] place, double mean, double rate, double shift, float[] out, float[] whole, float[] rest, int n) {
        exponents(place, mean, rate, shift, out, n);
        VectorMath.exp(out, whole, rest, n);
        lower(out, n);
    }

    /** Exponents of the factors; differences are computed in double, since they cancel. */
    private static void exponents(double[] place, double mean, double rate, double shift, float[] out, int n) {
        for (int i = 0; i < n; i++) {
            double d = place[i] - mean;
            out[i] = (float) Math.max(shift - 0.5 * rate * d * d, LOWEST);
        }
    }

    /** Subtracts the clamped value from all factors, so that clamped ones become 0 and add nothing however long their pulls. */
    private static void lower(float[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] -= CLAMPED;
        }
    }

    private static float clamped() {
        float[] least = {(float) LOWEST};
        VectorMath.exp(least, new float[1], new float[1], 1);
        return least[0];
    }

    /** Writes factor times pull, rate (mean − place). */
    static void pulled(double[] place, double mean, double rate, float[] factor, float[] out, int start, int n) {
        for (int i = 0; i < n; i++) {
            out[start + i] = factor[i] * (float) (rate * (mean - place[i]));
        }
    }

    private static void accumulate(float[] part, float[] out, int start, int n) {
        for (int i = 0; i < n; i++) {
            out[start + i] += part[i];
        }
    }
}
