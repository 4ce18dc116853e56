package scorescope.core.field;

import java.util.Arrays;
import scorescope.core.density.NoisedMixture;

/**
 * Sums Σ_k h_k and Σ_k h_k u_k over components of any covariance, row after row, in double. Down a column every h_k is a
 * Gaussian in y: from one row to the next it follows by two multiplications, since the ratio of neighbouring ratios is
 * constant, and all columns step together, so that the compiler makes vector instructions of it.
 */
final class RecurrentSums {
    /** Relative to T = Σ_k max h_k, a sum of at least this is right; what is cut off is smaller by e^-40. */
    static final double RELIABLE = Math.exp(-440);

    private static final double CUT = -500;

    /** Rows after which a component is begun anew, at most: rounding errors grow as the square of it. */
    private static final int LONGEST = 64;

    private double[] place = new double[0];
    private double[][] value = new double[0][];
    private double[][] ratio = new double[0][];
    private double[] sum = new double[0];
    private double[] momentX = new double[0];
    private double[] momentY = new double[0];

    /** What to do with the sums of one row, which are overwritten by the next. */
    interface Row {
        void take(int row, double[] sum, double[] momentX, double[] momentY);
    }

    /** Computes the rows {@code from ≤ j < to}, sums in units of T = e^logTotal. */
    void compute(NoisedMixture mixture, Grid grid, double logTotal, int from, int to, Row taken) {
        reserve(mixture.size(), grid);
        for (int j = from; j < to; j++) {
            Arrays.fill(sum, 0);
            Arrays.fill(momentX, 0);
            Arrays.fill(momentY, 0);
            for (int k = 0; k < mixture.size(); k++) {
                row(mixture, grid, logTotal, k, j, from);
            }
            taken.take(j, sum, momentX, momentY);
        }
    }

    private void reserve(int size, Grid grid) {
        int columns = grid.columns();
        if (place.length != columns) {
            place = new double[columns];
            sum = new double[columns];
            momentX = new double[columns];
            momentY = new double[columns];
            value = new double[0][];
        }
        if (value.length < size) {
            value = new double[size][columns];
            ratio = new double[size][columns];
        }
        for (int i = 0; i < columns; i++) {
            place[i] = grid.x(i);
        }
    }

    private void row(NoisedMixture mixture, Grid grid, double logTotal, int k, int j, int from) {
        double reach = Math.sqrt(-2 * CUT);
        double radiusY = reach * Math.sqrt(mixture.covarianceYY(k));
        double step = grid.stepY();
        double dy = mixture.meanY(k) - grid.y(j);
        // One row more on both sides, so that a component is begun before it is needed.
        if (Math.abs(dy) > radiusY + Math.abs(step)) {
            return;
        }
        double radiusX = reach * Math.sqrt(mixture.covarianceXX(k));
        int one = columnAt(grid, mixture.meanX(k) - radiusX);
        int other = columnAt(grid, mixture.meanX(k) + radiusX);
        int first = Math.min(one, other);
        int last = Math.max(one, other);
        double pxx = mixture.precisionXX(k);
        double pxy = mixture.precisionXY(k);
        double pyy = mixture.precisionYY(k);
        // Five deviations on, a value that had vanished could matter; before that it is begun anew.
        int period = Math.clamp((long) (5 / (Math.sqrt(pyy) * Math.abs(step))), 1, LONGEST);
        boolean entered = Math.abs(dy + step) > radiusY + Math.abs(step);
        if (j == from || entered || j % period == 0) {
            begin(mixture, k, grid, logTotal, j, first, last);
        }
        accumulate(
                place,
                value[k],
                pxx * mixture.meanX(k) + pxy * dy,
                -pxx,
                pxy * mixture.meanX(k) + pyy * dy,
                -pxy,
                first,
                last,
                sum,
                momentX,
                momentY);
        advance(value[k], ratio[k], Math.exp(-pyy * step * step), first, last);
    }

    private void begin(NoisedMixture mixture, int k, Grid grid, double logTotal, int j, int first, int last) {
        double y = grid.y(j);
        double step = grid.stepY();
        double dy = mixture.meanY(k) - y;
        double pxy = mixture.precisionXY(k);
        double pyy = mixture.precisionYY(k);
        for (int i = first; i <= last; i++) {
            double dx = mixture.meanX(k) - place[i];
            value[k][i] = Math.exp(mixture.logTerm(k, place[i], y) - logTotal);
            ratio[k][i] = Math.exp(step * (pxy * dx + pyy * dy) - 0.5 * pyy * step * step);
        }
    }

    private static int columnAt(Grid grid, double x) {
        return (int) Math.clamp(Math.rint((x - grid.x0()) / grid.stepX() - 0.5), 0, grid.columns() - 1);
    }

    private static void accumulate(
            double[] place,
            double[] value,
            double startX,
            double slopeX,
            double startY,
            double slopeY,
            int first,
            int last,
            double[] sum,
            double[] momentX,
            double[] momentY) {
        for (int i = first; i <= last; i++) {
            sum[i] += value[i];
            momentX[i] += value[i] * (startX + slopeX * place[i]);
            momentY[i] += value[i] * (startY + slopeY * place[i]);
        }
    }

    private static void advance(double[] value, double[] ratio, double bend, int first, int last) {
        for (int i = first; i <= last; i++) {
            value[i] *= ratio[i];
            ratio[i] *= bend;
        }
    }
}
