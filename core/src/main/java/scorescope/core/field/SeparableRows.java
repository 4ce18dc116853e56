package scorescope.core.field;

import java.util.Arrays;
import scorescope.core.density.NoisedMixture;

/**
 * The sums of {@link SeparableSums} for few components, row after row: Σ_k h_k and Σ_k h_k u_k of a row are K
 * column factors times K numbers, four at a time, and stay in the first-level cache until they are used. Matrix products
 * write all three sums to memory and read them again, which for few components takes most of their time.
 *
 * <p>One thread's share of the rows; in float, with the factors and the range of {@link SeparableSums}.
 */
final class SeparableRows {
    private static final int GROUP = 4;

    /** Number of columns of a strip, small enough that the factors of a few components stay in the cache. */
    private static final int STRIP = 512;

    private double[] place = new double[0];
    private float[] whole = new float[0];
    private float[] rest = new float[0];
    private float[][] factor = new float[0][];
    private float[][] moment = new float[0][];
    private float[][] rowFactor = new float[0][];
    private float[][] rowMoment = new float[0][];
    private float[] sum = new float[0];
    private float[] momentX = new float[0];
    private float[] momentY = new float[0];

    /** Receives the sums of one row of a strip, which begins at {@code column}; it may overwrite them. */
    interface Row {
        void take(int row, int column, float[] sum, float[] momentX, float[] momentY);
    }

    /** Computes the rows {@code from ≤ j < to} in units of T e^-44; every component must lie along the axes. */
    void compute(NoisedMixture mixture, Grid grid, double logTotal, int from, int to, Row receiver) {
        rows(mixture, grid, logTotal, from, to);
        for (int column = 0; column < grid.columns(); column += STRIP) {
            columns(mixture, grid, column, Math.min(STRIP, grid.columns() - column));
            for (int j = from; j < to; j++) {
                begin(j - from);
                for (int k = GROUP; k < mixture.size(); k += GROUP) {
                    add(k, j - from);
                }
                receiver.take(j, column, sum, momentX, momentY);
            }
        }
    }

    private void columns(NoisedMixture mixture, Grid grid, int column, int n) {
        reserve(mixture.size(), n);
        for (int i = 0; i < n; i++) {
            place[i] = grid.x(column + i);
        }
        for (int k = 0; k < mixture.size(); k++) {
            double rate = 1 / mixture.covarianceXX(k);
            SeparableSums.factors(place, mixture.meanX(k), rate, SeparableSums.SHIFT, factor[k], whole, rest, n);
            SeparableSums.pulled(place, mixture.meanX(k), rate, factor[k], moment[k], 0, n);
        }
    }

    /** Computes factors and moments of the rows, including the height of the component. */
    private void rows(NoisedMixture mixture, Grid grid, double logTotal, int from, int to) {
        int rows = to - from;
        // The last group is filled up with components whose row factors are zero.
        int groups = Math.ceilDiv(mixture.size(), GROUP) * GROUP;
        if (rowFactor.length < groups || rowFactor[0].length < rows) {
            rowFactor = new float[groups][rows];
            rowMoment = new float[groups][rows];
        }
        lines(rows);
        for (int j = 0; j < rows; j++) {
            place[j] = grid.y(from + j);
        }
        for (int k = 0; k < mixture.size(); k++) {
            double rate = 1 / mixture.covarianceYY(k);
            double height = SeparableSums.SHIFT + mixture.logFactor(k) - logTotal;
            SeparableSums.factors(place, mixture.meanY(k), rate, height, rowFactor[k], whole, rest, rows);
            SeparableSums.pulled(place, mixture.meanY(k), rate, rowFactor[k], rowMoment[k], 0, rows);
        }
        for (int k = mixture.size(); k < groups; k++) {
            Arrays.fill(rowFactor[k], 0);
            Arrays.fill(rowMoment[k], 0);
        }
    }

    /** Allocates arrays exactly as long as the strip is wide: loops over whole arrays are the fastest. */
    private void reserve(int size, int columns) {
        int groups = Math.ceilDiv(size, GROUP) * GROUP;
        if (sum.length != columns || factor.length < groups) {
            sum = new float[columns];
            momentX = new float[columns];
            momentY = new float[columns];
            factor = new float[groups][columns];
            moment = new float[groups][columns];
        }
        lines(columns);
    }

    private void lines(int length) {
        if (place.length < length) {
            place = new double[length];
            whole = new float[length];
            rest = new float[length];
        }
    }

    /** Overwrites the previous row with the sums of the first group. */
    private void begin(int row) {
        set(factor, rowFactor, 0, row, sum);
        set(moment, rowFactor, 0, row, momentX);
        set(factor, rowMoment, 0, row, momentY);
    }

    private void add(int k, int row) {
        add(factor, rowFactor, k, row, sum);
        add(moment, rowFactor, k, row, momentX);
        add(factor, rowMoment, k, row, momentY);
    }

    private static void set(float[][] along, float[][] across, int k, int row, float[] out) {
        set(
                along[k],
                along[k + 1],
                along[k + 2],
                along[k + 3],
                across[k][row],
                across[k + 1][row],
                across[k + 2][row],
                across[k + 3][row],
                out);
    }

    private static void add(float[][] along, float[][] across, int k, int row, float[] out) {
        add(
                along[k],
                along[k + 1],
                along[k + 2],
                along[k + 3],
                across[k][row],
                across[k + 1][row],
                across[k + 2][row],
                across[k + 3][row],
                out);
    }

    /** out = v0 f0 + v1 f1 + v2 f2 + v3 f3. */
    private static void set(
            float[] f0, float[] f1, float[] f2, float[] f3, float v0, float v1, float v2, float v3, float[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = Math.fma(v0, f0[i], v1 * f1[i]) + Math.fma(v2, f2[i], v3 * f3[i]);
        }
    }

    /** out += v0 f0 + v1 f1 + v2 f2 + v3 f3. */
    private static void add(
            float[] f0, float[] f1, float[] f2, float[] f3, float v0, float v1, float v2, float v3, float[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] += Math.fma(v0, f0[i], v1 * f1[i]) + Math.fma(v2, f2[i], v3 * f3[i]);
        }
    }
}
