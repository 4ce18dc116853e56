package scorescope.core.field;

import java.util.Arrays;
import scorescope.core.density.NoisedMixture;

/**
 * Sums Σ_k h_k and Σ_k h_k u_k over components of any covariance, row after row, in double. Down a column every h_k is a
 * Gaussian in y: from one row to the next it follows by two multiplications, since the ratio of neighbouring ratios is
 * constant, and all columns step together, so that the compiler turns the loop into vector instructions. The columns are
 * taken in strips narrow enough that values and ratios of a few components stay in the first-level cache.
 */
final class RecurrentSums {
    /** Relative to T = Σ_k max h_k, a sum of at least this is accurate; the terms cut off are smaller by a factor e^-40. */
    static final double RELIABLE = Math.exp(-440);

    private static final double CUT = -500;

    /** Largest number of rows before a component is computed afresh: rounding errors grow as its square. */
    private static final int LONGEST = 64;

    /**
     * Columns from one exponential to the next: at most eight standard deviations, so that a value that underflows at one
     * exponential does not matter before the next.
     */
    private static final int EXACT_EVERY = 16;

    /** Squared column width, in standard deviations, above which every column takes its own exponential. */
    private static final double WIDE = 0.25;

    /** Number of columns of a strip. */
    private static final int STRIP = 256;

    private final double[] place = new double[STRIP];

    /**
     * Coordinates of the columns relative to the first: pulls are linear in them, and far from the origin differences of
     * absolute coordinates would cancel.
     */
    private final double[] along = new double[STRIP];

    private final double[] sum = new double[STRIP];
    private final double[] momentX = new double[STRIP];
    private final double[] momentY = new double[STRIP];
    private double[][] value = new double[0][];
    private double[][] ratio = new double[0][];

    /** Receives the sums of one row of a strip, {@code n} columns from {@code column} on; it may overwrite them. */
    interface Row {
        void take(int row, int column, int n, double[] sum, double[] momentX, double[] momentY);
    }

    /** Computes the rows {@code from ≤ j < to}, sums in units of T = e^logTotal. */
    void compute(NoisedMixture mixture, Grid grid, double logTotal, int from, int to, Row receiver) {
        if (value.length < mixture.size()) {
            value = new double[mixture.size()][STRIP];
            ratio = new double[mixture.size()][STRIP];
        }
        var terms = new Term[mixture.size()];
        for (int k = 0; k < terms.length; k++) {
            terms[k] = Term.of(mixture, k, grid);
        }
        for (int column = 0; column < grid.columns(); column += STRIP) {
            int n = Math.min(STRIP, grid.columns() - column);
            for (int i = 0; i < n; i++) {
                place[i] = grid.x(column + i);
                along[i] = place[i] - place[0];
            }
            for (int j = from; j < to; j++) {
                Arrays.fill(sum, 0);
                Arrays.fill(momentX, 0);
                Arrays.fill(momentY, 0);
                for (int k = 0; k < terms.length; k++) {
                    int first = Math.max(terms[k].firstColumn() - column, 0);
                    int last = Math.min(terms[k].lastColumn() - column, n - 1);
                    if (first <= last) {
                        row(mixture, grid, logTotal, k, terms[k], j, from, first, last);
                    }
                }
                receiver.take(j, column, n, sum, momentX, momentY);
            }
        }
    }

    /**
     * The quantities of one component that are the same in all rows: its reach along y, the ratio of ratios, the number of rows
     * before it is computed afresh, and the columns that it reaches.
     */
    private record Term(double radiusY, double bend, int period, int firstColumn, int lastColumn) {
        static Term of(NoisedMixture mixture, int k, Grid grid) {
            double reach = Math.sqrt(-2 * CUT);
            double radiusX = reach * Math.sqrt(mixture.covarianceXX(k));
            int one = grid.columnAt(mixture.meanX(k) - radiusX);
            int other = grid.columnAt(mixture.meanX(k) + radiusX);
            double step = grid.stepY();
            double pyy = mixture.precisionYY(k);
            return new Term(
                    // One more row on both sides, so that a component is computed before it is needed.
                    reach * Math.sqrt(mixture.covarianceYY(k)) + Math.abs(step),
                    Math.exp(-pyy * step * step),
                    // A value that underflows could matter five standard deviations further; before that it is computed
                    // afresh.
                    Math.clamp((long) (5 / (Math.sqrt(pyy) * Math.abs(step))), 1, LONGEST),
                    Math.min(one, other),
                    Math.max(one, other));
        }
    }

    private void row(
            NoisedMixture mixture, Grid grid, double logTotal, int k, Term term, int j, int from, int first, int last) {
        double step = grid.stepY();
        double dy = mixture.meanY(k) - grid.y(j);
        if (Math.abs(dy) > term.radiusY()) {
            return;
        }
        double pxx = mixture.precisionXX(k);
        double pxy = mixture.precisionXY(k);
        double pyy = mixture.precisionYY(k);
        boolean entered = Math.abs(dy + step) > term.radiusY();
        if (j == from || entered || j % term.period() == 0) {
            begin(mixture, k, grid, logTotal, j, first, last);
        }
        double meanX = mixture.meanX(k) - place[0];
        accumulate(
                along,
                value[k],
                pxx * meanX + pxy * dy,
                -pxx,
                pxy * meanX + pyy * dy,
                -pxy,
                first,
                last,
                sum,
                momentX,
                momentY);
        advance(value[k], ratio[k], term.bend(), first, last);
    }

    /**
     * Values and ratios of one component in row {@code j}. Along the row both are Gaussians too: every sixteenth column
     * is computed by the exponential, and the columns between by multiplication.
     */
    private void begin(NoisedMixture mixture, int k, Grid grid, double logTotal, int j, int first, int last) {
        double y = grid.y(j);
        double step = grid.stepY();
        double side = grid.stepX();
        double dy = mixture.meanY(k) - y;
        double pxx = mixture.precisionXX(k);
        double pxy = mixture.precisionXY(k);
        double pyy = mixture.precisionYY(k);
        double ratioStep = Math.exp(-step * pxy * side);
        double bend = Math.exp(-pxx * side * side);
        int every = pxx * side * side > WIDE ? 1 : EXACT_EVERY;
        for (int start = first; start <= last; start += every) {
            double dx = mixture.meanX(k) - place[start];
            double v = Math.exp(mixture.logTerm(k, place[start], y) - logTotal);
            double along = Math.exp(side * (pxx * dx + pxy * dy) - 0.5 * pxx * side * side);
            double r = Math.exp(step * (pxy * dx + pyy * dy) - 0.5 * pyy * step * step);
            for (int i = start; i < Math.min(start + every, last + 1); i++) {
                value[k][i] = v;
                ratio[k][i] = r;
                v *= along;
                along *= bend;
                r *= ratioStep;
            }
        }
    }

    private static void accumulate(
            double[] place,
            double[] value,
            double startX,
            double gradientX,
            double startY,
            double gradientY,
            int first,
            int last,
            double[] sum,
            double[] momentX,
            double[] momentY) {
        for (int i = first; i <= last; i++) {
            sum[i] += value[i];
            momentX[i] += value[i] * (startX + gradientX * place[i]);
            momentY[i] += value[i] * (startY + gradientY * place[i]);
        }
    }

    private static void advance(double[] value, double[] ratio, double bend, int first, int last) {
        for (int i = first; i <= last; i++) {
            value[i] *= ratio[i];
            ratio[i] *= bend;
        }
    }
}
