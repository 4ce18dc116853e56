package scorescope.core.field;

import java.util.Arrays;
import java.util.stream.IntStream;
import scorescope.core.Watcher;
import scorescope.core.density.NoisedMixture;
import scorescope.core.parallel.SpinPool;

/**
 * The density of thousands of components of one covariance whose axes are the grid's, such as data points of one bandwidth.
 * Components are collected in bins of width s/4 along each axis, s their standard deviation along it; the sum of a bin is
 * expanded about its middle c: with u = (x − c)/s and t = (m − c)/s, |t| ≤ 1/8, along each axis
 *
 * <p>exp(−(u − t)²/2) = Σ_q t^q/q! · He_q(u) exp(−u²/2).
 *
 * <p>The remainder after Q = {@value #TERMS} terms is at most |t|^Q/√Q! · 1.09 e^(−u²/4) by Cramér's bound of He_Q: 1.5e-8
 * of a component's height for both axes. It decays more slowly than the component: at 5 standard deviations it is 1e-5 of
 * the component's value. The expansion is therefore used only for views that contain a mean or end within one standard
 * deviation of one along each axis, where the largest value of p is of the order of a component's height; a view of the
 * tail is left to {@link ComponentRows}.
 *
 * <p>Means over cells instead of values at their centres have the same expansion, since He_q(u) exp(−u²/2) is the
 * derivative of −He_(q−1)(u) exp(−u²/2), and for q = 0 of √(2π) Φ(u).
 *
 * <p>The cost is one pass over the components, 49 multiplications for each bin and each row of cells within its reach, and
 * 7 multiplications for each cell and each column of bins within its reach. Reports to the current {@link Watcher}.
 *
 * @see <a href="https://doi.org/10.1137/0912004">Greengard and Strain, The fast Gauss transform, 1991</a>
 */
final class HermiteSums {
    /** With fewer components, {@link ComponentRows} is faster. */
    static final int MANY = 2000;

    private static final int TERMS = HermiteAxis.TERMS;
    private static final double BINS_PER_STD = HermiteAxis.BINS_PER_STD;
    private static final double REACH = HermiteAxis.REACH;

    /**
     * Largest number of elements of the kernel. Components that need more are narrow and reach few cells, and
     * {@link ComponentRows} is faster.
     */
    private static final double LARGEST = 4e6;

    private static final double MOST_ALONG = 1e5;

    /** Largest distance of the view from the nearest mean along each axis, in standard deviations. */
    private static final double NEAREST = 1;

    private final Grid grid;
    private final boolean means;
    private final HermiteAxis across;
    private final HermiteAxis along;
    private final double[] kernel;

    /** The bin of each group of components, columns of bins within rows of bins, in rising order. */
    private final int[] binX;

    /** Where the groups of each row of bins begin. */
    private final int[] firstOfRow;

    /** Σ h t_x^p/p! t_y^q/q! of the components of each group, h their heights; groups of one row run fastest, then p. */
    private final double[] moments;

    /** Whether the expansion applies to these components on this grid and is accurate and fast there. */
    static boolean fits(NoisedMixture mixture, Grid grid) {
        if (mixture.size() < MANY || !(mixture.covarianceXX(0) > 0)) {
            return false;
        }
        double nearX = NEAREST * Math.sqrt(mixture.covarianceXX(0));
        double nearY = NEAREST * Math.sqrt(mixture.covarianceYY(0));
        boolean near = false;
        double stds = Math.abs(grid.x1() - grid.x0()) / Math.sqrt(mixture.covarianceXX(0)) + 2 * REACH;
        double stdsAlong = Math.abs(grid.y1() - grid.y0()) / Math.sqrt(mixture.covarianceYY(0)) + 2 * REACH;
        if (!(BINS_PER_STD * stds * grid.columns() * TERMS <= LARGEST && BINS_PER_STD * stdsAlong <= MOST_ALONG)) {
            return false;
        }
        for (int k = 0; k < mixture.size(); k++) {
            if (mixture.covarianceXY(k) != 0
                    || mixture.covarianceXX(k) != mixture.covarianceXX(0)
                    || mixture.covarianceYY(k) != mixture.covarianceYY(0)) {
                return false;
            }
            near |= apart(mixture.meanX(k), grid.x0(), grid.x1()) <= nearX
                    && apart(mixture.meanY(k), grid.y0(), grid.y1()) <= nearY;
        }
        return near;
    }

    /** Distance of {@code x} from the interval between a and b. */
    private static double apart(double x, double a, double b) {
        return Math.max(0, Math.max(Math.min(a, b) - x, x - Math.max(a, b)));
    }

    /** @param means whether cells get means over them instead of the values at their centres */
    HermiteSums(NoisedMixture mixture, Grid grid, boolean means) {
        this.grid = grid;
        this.means = means;
        across = HermiteAxis.over(grid.x0(), grid.x1(), mixture.covarianceXX(0));
        along = HermiteAxis.over(grid.y0(), grid.y1(), mixture.covarianceYY(0));
        kernel = kernel();
        long[] order = IntStream.range(0, mixture.size())
                .filter(k -> bin(mixture, k) >= 0)
                .mapToLong(k -> bin(mixture, k) * mixture.size() + k)
                .sorted()
                .toArray();
        binX = new int
                [(int) Arrays.stream(order)
                        .map(key -> key / mixture.size())
                        .distinct()
                        .count()];
        firstOfRow = new int[along.count() + 1];
        moments = new double[binX.length * TERMS * TERMS];
        var groupOf = new int[order.length];
        int group = -1;
        long before = -1;
        for (int i = 0; i < order.length; i++) {
            long bin = order[i] / mixture.size();
            if (bin != before) {
                before = bin;
                binX[++group] = (int) (bin % across.count());
                firstOfRow[(int) (bin / across.count()) + 1] = group + 1;
            }
            groupOf[i] = group;
        }
        for (int row = 1; row < firstOfRow.length; row++) {
            firstOfRow[row] = Math.max(firstOfRow[row], firstOfRow[row - 1]);
        }
        for (int i = 0; i < order.length; i++) {
            collect(mixture, (int) (order[i] % mixture.size()), groupOf[i], (int)
                    (order[i] / mixture.size() / across.count()));
        }
    }

    /** Number of a component's bin, row by row; −1 if it reaches no cell. */
    private long bin(NoisedMixture mixture, int k) {
        long column = across.bin(mixture.meanX(k));
        long row = along.bin(mixture.meanY(k));
        return column < 0 || row < 0 ? -1 : row * across.count() + column;
    }

    private void collect(NoisedMixture mixture, int k, int group, int binY) {
        double tx = across.offset(mixture.meanX(k), binX[group]);
        double ty = along.offset(mixture.meanY(k), binY);
        int groups = firstOfRow[binY + 1] - firstOfRow[binY];
        int at = TERMS * TERMS * firstOfRow[binY] + (group - firstOfRow[binY]);
        double row = Math.exp(mixture.logFactor(k));
        for (int q = 0; q < TERMS; q++) {
            double term = row;
            for (int p = 0; p < TERMS; p++) {
                moments[at] += term;
                at += groups;
                term *= tx / (p + 1);
            }
            row *= ty / (q + 1);
        }
    }

    /** He_p(u) exp(−u²/2) for every bin, order p and column. */
    private double[] kernel() {
        int columns = grid.columns();
        var values = new double[across.count() * columns * TERMS];
        var terms = new double[TERMS];
        var scratch = new double[TERMS];
        for (int b = 0; b < across.count(); b++) {
            for (int i = 0; i < columns; i++) {
                fill(across, grid.x(i), grid.stepX(), b, scratch, terms);
                for (int p = 0; p < TERMS; p++) {
                    values[(b * TERMS + p) * columns + i] = terms[p];
                }
            }
        }
        return values;
    }

    private void fill(HermiteAxis axis, double x, double step, int bin, double[] scratch, double[] out) {
        if (means) {
            axis.means(x, Math.abs(step), bin, scratch, out);
        } else {
            axis.values(x, bin, out);
        }
    }

    /**
     * Writes p of every cell, in 1/data units². The result does not depend on the number of threads.
     *
     * @throws java.util.concurrent.CancellationException if the current watcher cancels
     */
    void fill(float[] out, int threads) {
        var progress = Watcher.current().counting(Watcher.Work.DENSITY, grid.rows());
        int share = Math.ceilDiv(grid.rows(), threads);
        SpinPool.current()
                .run(
                        threads,
                        threads,
                        band -> fill(
                                out,
                                Math.min(band * share, grid.rows()),
                                Math.min((band + 1) * share, grid.rows()),
                                progress));
        progress.end();
    }

    private void fill(float[] out, int from, int to, Watcher.Count progress) {
        var ofRow = new double[across.count() * TERMS];
        var sums = new double[across.count()];
        var row = new double[grid.columns()];
        for (int j = from; j < to && progress.goesOn(); j++) {
            contract(grid.y(j), sums, ofRow);
            Arrays.fill(row, 0);
            for (int at = 0; at < ofRow.length; at++) {
                if (ofRow[at] != 0) {
                    add(ofRow[at], at / TERMS, at * grid.columns(), row);
                }
            }
            for (int i = 0; i < row.length; i++) {
                out[j * row.length + i] = (float) Math.max(0, row[i]);
            }
            progress.add(1);
        }
    }

    /**
     * Sums over the order q and over the bins along y: moments of every column of bins for the row of cells at {@code y}.
     *
     * @param sums one for each column of bins; overwritten
     */
    private void contract(double y, double[] sums, double[] out) {
        Arrays.fill(out, 0);
        var terms = new double[TERMS];
        var scratch = new double[TERMS];
        double place = along.offset(y, 0) * BINS_PER_STD;
        double reach = (REACH + (means ? 0.5 * Math.abs(grid.stepY()) / along.std() : 0)) * BINS_PER_STD;
        int first = (int) Math.clamp(Math.floor(place - reach), 0, along.count());
        int last = (int) Math.clamp(Math.ceil(place + reach), 0, along.count() - 1.0);
        for (int binY = first; binY <= last; binY++) {
            if (firstOfRow[binY] == firstOfRow[binY + 1]) {
                continue;
            }
            fill(along, y, grid.stepY(), binY, scratch, terms);
            int groups = firstOfRow[binY + 1] - firstOfRow[binY];
            for (int p = 0; p < TERMS; p++) {
                Arrays.fill(sums, 0, groups, 0);
                for (int q = 0; q < TERMS; q++) {
                    int at = TERMS * TERMS * firstOfRow[binY] + (q * TERMS + p) * groups;
                    addMultiple(terms[q], at, sums, groups);
                }
                for (int i = 0; i < groups; i++) {
                    out[binX[firstOfRow[binY] + i] * TERMS + p] += sums[i];
                }
            }
        }
    }

    private void addMultiple(double factor, int at, double[] sums, int n) {
        for (int i = 0; i < n; i++) {
            sums[i] += factor * moments[at + i];
        }
    }

    private void add(double moment, int ofBin, int start, double[] row) {
        double middle = across.middle(ofBin);
        double step = grid.stepX();
        double a = (middle - REACH * across.std() - grid.x0()) / step;
        double b = (middle + REACH * across.std() - grid.x0()) / step;
        int first = (int) Math.clamp(Math.floor(Math.min(a, b)), 0, row.length);
        int last = (int) Math.clamp(Math.ceil(Math.max(a, b)), 0, row.length);
        for (int i = first; i < last; i++) {
            row[i] += moment * kernel[start + i];
        }
    }
}
