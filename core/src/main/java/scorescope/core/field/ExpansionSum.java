package scorescope.core.field;

import java.util.Arrays;

/**
 * Sums the Taylor polynomials of components over a cell, with bounds of their remainders; see {@link LocalExpansion}. Components
 * are taken in blocks, coefficient by coefficient, so that loops over a block become vector instructions: 30 ns a component,
 * where one component after the other takes 0.5 µs. Not for use by several threads at once.
 */
final class ExpansionSum {
    private static final int DEGREE = LocalExpansion.DEGREE;

    /** Components in a block, whose coefficients fill most of the first-level cache. */
    private static final int BLOCK = 32;

    /** Highest degree of the terms summed in the remainder; terms of higher degree are far below rounding. */
    private static final int LAST = DEGREE + 40;

    private static final double ROUNDING = 4e-15;

    private static final double[] RECIPROCAL = reciprocals();

    private static final double[] NOTHING = new double[BLOCK];

    /** Bins of α, by the upper bits of its double: 32 in each octave from 2^−6 to 2^6. */
    private static final int BIN_BITS = 5;

    private static final double SMALLEST = 0x1p-6;
    /** Largest α; beyond it no polynomial is close, and a responsibility may underflow. */
    private static final double LARGEST = 0x1p6;

    private static final int BINS = 12 << BIN_BITS;

    /** With at least this many components, all in one bin of α share one bound. */
    private static final int MANY = 64;

    private final double[] vx = new double[BLOCK];
    private final double[] vy = new double[BLOCK];
    private final double[] pxx = new double[BLOCK];
    private final double[] pxy = new double[BLOCK];
    private final double[] pyy = new double[BLOCK];
    /** Coefficients c_ab of a block for three consecutive b, by b modulo 3. */
    private final double[][][] c = new double[3][DEGREE + 1][BLOCK];

    private final double[][][] sums = new double[DEGREE + 1][DEGREE + 1][BLOCK];
    private final double[] binWeight = new double[BINS];
    private final double[] binBend = new double[BINS];
    private double rest;
    private double restGradient;
    private double restBend;

    private static double[] reciprocals() {
        var reciprocal = new double[LAST + 1];
        for (int j = 1; j <= LAST; j++) {
            reciprocal[j] = 1.0 / j;
        }
        return reciprocal;
    }

    /**
     * A bound of the error of the polynomial's slope over a cell, in units of the density over the cell's half-width.
     *
     * @param limit value beyond which the sum is cut short
     */
    double slopeError(NearComponents near, double half, double limit) {
        rest = 0;
        restGradient = 0;
        restBend = 0;
        double h = CellBounds.MARGIN * half;
        if (near.count() < MANY) {
            for (int i = 0; i < near.count() && restGradient < limit; i++) {
                double alpha = alpha(near, i, h);
                if (!(alpha < LARGEST)) {
                    return Double.POSITIVE_INFINITY;
                }
                addRest(near.weight[i], alpha, 2 * near.curve(i, h));
            }
            return restGradient;
        }
        Arrays.fill(binWeight, 0);
        Arrays.fill(binBend, 0);
        for (int i = 0; i < near.count(); i++) {
            double alpha = alpha(near, i, h);
            int bin = alpha < SMALLEST ? 0 : bin(alpha);
            if (bin >= BINS) {
                return Double.POSITIVE_INFINITY;
            }
            binWeight[bin] += near.weight[i];
            binBend[bin] = Math.max(binBend[bin], 2 * near.curve(i, h));
        }
        for (int bin = BINS - 1; bin >= 0 && restGradient < limit; bin--) {
            if (binWeight[bin] > 0) {
                addRest(binWeight[bin], end(bin), binBend[bin]);
            }
        }
        return restGradient;
    }

    private static double alpha(NearComponents near, int i, double h) {
        return h * (Math.abs(near.pullX[i] - near.scoreX()) + Math.abs(near.pullY[i] - near.scoreY()));
    }

    private static int bin(double alpha) {
        return (int) ((Double.doubleToRawLongBits(alpha) - Double.doubleToRawLongBits(SMALLEST)) >>> (52 - BIN_BITS));
    }

    /** The largest α of a bin. */
    private static double end(int bin) {
        return Double.longBitsToDouble(Double.doubleToRawLongBits(SMALLEST) + ((long) (bin + 1) << (52 - BIN_BITS)));
    }

    /** Adds the terms of e^(αt + ½βt²) at t = 1 beyond the polynomial's degree. */
    private void addRest(double weight, double alpha, double beta) {
        double before = 1;
        double value = alpha;
        double sum = 0;
        double gradients = 0;
        double bends = 0;
        for (int j = 2; j <= LAST; j++) {
            double next = (alpha * value + beta * before) * RECIPROCAL[j];
            before = value;
            value = next;
            if (j > DEGREE) {
                sum += value;
                gradients += j * value;
                bends += j * j * value;
            }
        }
        double rounding = ROUNDING * weight * Math.exp(alpha + 0.5 * beta);
        rest += weight * sum + rounding;
        restGradient += weight * gradients + 4 * rounding;
        restBend += weight * bends + 16 * rounding;
    }

    /** The sum over the cell of the last {@link #slopeError}, which must have been below its limit. */
    LocalExpansion of(NearComponents near, double half) {
        for (var row : sums) {
            for (var sum : row) {
                Arrays.fill(sum, 0);
            }
        }
        for (int from = 0; from < near.count(); from += BLOCK) {
            add(near, from, Math.min(BLOCK, near.count() - from), half);
        }
        var q = LocalExpansion.coefficients();
        for (int a = 0; a <= DEGREE; a++) {
            for (int b = 0; a + b <= DEGREE; b++) {
                double sum = 0;
                for (double part : sums[a][b]) {
                    sum += part;
                }
                q[a][b] = sum;
            }
        }
        return new LocalExpansion(
                q, half * near.scoreX(), half * near.scoreY(), new LocalExpansion.Rest(rest, restGradient, restBend));
    }

    private void add(NearComponents near, int from, int n, double half) {
        for (int i = 0; i < n; i++) {
            int k = from + i;
            vx[i] = half * (near.pullX[k] - near.scoreX());
            vy[i] = half * (near.pullY[k] - near.scoreY());
            pxx[i] = half * half * near.xx[k];
            pxy[i] = half * half * near.xy[k];
            pyy[i] = half * half * near.yy[k];
        }
        System.arraycopy(near.weight, from, c[0][0], 0, n);
        add(c[0][0], sums[0][0], n);
        for (int b = 0; b <= DEGREE; b++) {
            double[][] here = c[b % 3];
            double[][] below = c[(b + 2) % 3];
            if (b > 0) {
                double[] twice = b > 1 ? c[(b + 1) % 3][0] : NOTHING;
                next(here[0], below[0], vy, twice, pyy, NOTHING, pxy, RECIPROCAL[b], sums[0][b], n);
            }
            for (int a = 1; a + b <= DEGREE; a++) {
                double[] twice = a > 1 ? here[a - 2] : NOTHING;
                double[] diagonal = b > 0 ? below[a - 1] : NOTHING;
                next(here[a], here[a - 1], vx, twice, pxx, diagonal, pxy, RECIPROCAL[a], sums[a][b], n);
            }
        }
    }

    private static void add(double[] values, double[] sum, int n) {
        for (int i = 0; i < n; i++) {
            sum[i] += values[i];
        }
    }

    /** out ← (v before − p twice − cross diagonal)/order, element by element, added to the sum. */
    private static void next(
            double[] out,
            double[] before,
            double[] v,
            double[] twice,
            double[] p,
            double[] diagonal,
            double[] cross,
            double reciprocal,
            double[] sum,
            int n) {
        for (int i = 0; i < n; i++) {
            double value = (v[i] * before[i] - p[i] * twice[i] - cross[i] * diagonal[i]) * reciprocal;
            out[i] = value;
            sum[i] += value;
        }
    }
}
