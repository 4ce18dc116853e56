package scorescope.core.field;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import scorescope.core.density.NoisedMixture;
import scorescope.core.parallel.SpinPool;

/**
 * The density of very many components of one covariance along the axes, as data points of one bandwidth are. In a row of
 * cells the components are collected in bins of a quarter of their standard deviation s across; the sum of a bin is expanded
 * about its middle c: with u = (x − c)/s and t = (m − c)/s, |t| ≤ 1/8,
 *
 * <p>exp(−(u − t)²/2) = Σ_p t^p/p! · He_p(u) exp(−u²/2).
 *
 * <p>Seven terms leave less than 1e-8 of a component's height. A row of n components in b bins costs n exponentials and
 * 7·b multiplications a cell, instead of n a cell.
 *
 * @see <a href="https://doi.org/10.1137/0912004">Greengard and Strain, The fast Gauss transform, 1991</a>
 */
final class HermiteSums {
    /** Fewer components are faster one by one. */
    static final int MANY = 2000;

    private static final int TERMS = 7;
    private static final double BINS_PER_STD = 4;

    /** The most numbers of the kernel. Components that need more are narrow, reach few cells and are faster one by one. */
    private static final double LARGEST = 4e6;

    /** Standard deviations after which a component is left out: exp(−10.5²/2) = 1e-24 of its height. */
    private static final double REACH = 10.5;

    private final NoisedMixture mixture;
    private final Grid grid;
    private final double std;
    private final double rowStd;
    private final double firstMiddle;
    private final int bins;
    private final double[] offsets;
    private final int[] bin;
    private final double[] kernel;
    private final int[] order;
    private final double[] sortedY;

    /** Whether these components and cells suit the expansion. */
    static boolean fits(NoisedMixture mixture, Grid grid) {
        if (mixture.size() < MANY || !(mixture.covarianceXX(0) > 0)) {
            return false;
        }
        double stds = Math.abs(grid.x1() - grid.x0()) / Math.sqrt(mixture.covarianceXX(0)) + 2 * REACH;
        if (!(BINS_PER_STD * stds * grid.columns() * TERMS <= LARGEST)) {
            return false;
        }
        for (int k = 0; k < mixture.size(); k++) {
            if (mixture.covarianceXY(k) != 0
                    || mixture.covarianceXX(k) != mixture.covarianceXX(0)
                    || mixture.covarianceYY(k) != mixture.covarianceYY(0)) {
                return false;
            }
        }
        return true;
    }

    HermiteSums(NoisedMixture mixture, Grid grid) {
        this.mixture = mixture;
        this.grid = grid;
        std = Math.sqrt(mixture.covarianceXX(0));
        rowStd = Math.sqrt(mixture.covarianceYY(0));
        double width = std / BINS_PER_STD;
        double low = Math.min(grid.x0(), grid.x1()) - REACH * std;
        double high = Math.max(grid.x0(), grid.x1()) + REACH * std;
        bins = (int) Math.ceil((high - low) / width);
        firstMiddle = low + 0.5 * width;
        order = IntStream.range(0, mixture.size())
                .filter(k -> mixture.meanX(k) >= low && mixture.meanX(k) < low + bins * width)
                .boxed()
                .sorted(Comparator.comparingDouble(mixture::meanY))
                .mapToInt(Integer::intValue)
                .toArray();
        sortedY = Arrays.stream(order).mapToDouble(mixture::meanY).toArray();
        bin = new int[order.length];
        offsets = new double[order.length];
        for (int i = 0; i < order.length; i++) {
            double x = mixture.meanX(order[i]);
            bin[i] = Math.min(bins - 1, (int) ((x - low) / width));
            offsets[i] = (x - firstMiddle - bin[i] * width) / std;
        }
        kernel = kernel(width);
    }

    /** He_p(u) exp(−u²/2) for every bin, column and order p. */
    private double[] kernel(double width) {
        int columns = grid.columns();
        var values = new double[bins * columns * TERMS];
        for (int b = 0; b < bins; b++) {
            for (int i = 0; i < columns; i++) {
                double u = (grid.x(i) - firstMiddle - b * width) / std;
                double before = 0;
                double now = Math.abs(u) > REACH ? 0 : Math.exp(-0.5 * u * u);
                for (int p = 0; p < TERMS; p++) {
                    values[(b * TERMS + p) * columns + i] = now;
                    double next = u * now - p * before;
                    before = now;
                    now = next;
                }
            }
        }
        return values;
    }

    /** Writes p at every cell, in 1/data units². The result does not depend on the number of threads. */
    void fill(float[] out, int threads) {
        int share = Math.ceilDiv(grid.rows(), threads);
        SpinPool.current()
                .run(
                        threads,
                        threads,
                        band -> fill(
                                out, Math.min(band * share, grid.rows()), Math.min((band + 1) * share, grid.rows())));
    }

    private void fill(float[] out, int from, int to) {
        var moments = new double[bins * TERMS];
        var row = new double[grid.columns()];
        for (int j = from; j < to; j++) {
            collect(grid.y(j), moments);
            Arrays.fill(row, 0);
            for (int at = 0; at < moments.length; at++) {
                if (moments[at] != 0) {
                    add(moments[at], at / TERMS, at * grid.columns(), row);
                }
            }
            for (int i = 0; i < row.length; i++) {
                out[j * row.length + i] = (float) Math.max(0, row[i]);
            }
        }
    }

    /** Σ h t^p/p! of the components of every bin, h the height of a component in the row at {@code y}. */
    private void collect(double y, double[] moments) {
        Arrays.fill(moments, 0);
        double rate = -0.5 / (rowStd * rowStd);
        int first = place(y - REACH * rowStd);
        int last = place(y + REACH * rowStd);
        for (int i = first; i < last; i++) {
            double dy = y - sortedY[i];
            double term = Math.exp(mixture.logFactor(order[i]) + rate * dy * dy);
            int at = bin[i] * TERMS;
            for (int p = 0; p < TERMS; p++) {
                moments[at + p] += term;
                term *= offsets[i] / (p + 1);
            }
        }
    }

    /** How many components lie below {@code y}. */
    private int place(double y) {
        int found = Arrays.binarySearch(sortedY, y);
        return found >= 0 ? found : -found - 1;
    }

    private void add(double moment, int ofBin, int start, double[] row) {
        double middle = firstMiddle + ofBin * std / BINS_PER_STD;
        double step = grid.stepX();
        double a = (middle - REACH * std - grid.x0()) / step;
        double b = (middle + REACH * std - grid.x0()) / step;
        int first = (int) Math.clamp(Math.floor(Math.min(a, b)), 0, row.length);
        int last = (int) Math.clamp(Math.ceil(Math.max(a, b)), 0, row.length);
        for (int i = first; i < last; i++) {
            row[i] += moment * kernel[start + i];
        }
    }
}
