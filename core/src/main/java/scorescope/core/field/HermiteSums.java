package scorescope.core.field;

import java.util.Arrays;
import java.util.stream.IntStream;
import scorescope.core.Watcher;
import scorescope.core.density.NoisedMixture;
import scorescope.core.parallel.SpinPool;

/**
 * The density of very many components of one covariance along the axes, as data points of one bandwidth are. Components are
 * collected in bins of a quarter of their standard deviations s across; the sum of a bin is expanded about its middle c: with
 * u = (x − c)/s and t = (m − c)/s, |t| ≤ 1/8, along each axis
 *
 * <p>exp(−(u − t)²/2) = Σ_q t^q/q! · He_q(u) exp(−u²/2).
 *
 * <p>Seven terms an axis leave less than 1.5e-8 of a component's height. n components in b bins cost one pass over the
 * components, 49 multiplications for each bin near a row, and 7 for each bin across and cell. Reports to the current {@link
 * Watcher}.
 *
 * @see <a href="https://doi.org/10.1137/0912004">Greengard and Strain, The fast Gauss transform, 1991</a>
 */
final class HermiteSums {
    /** With fewer components, {@link ComponentRows} is faster. */
    static final int MANY = 2000;

    private static final int TERMS = 7;
    private static final double BINS_PER_STD = 4;

    /** Largest size of the kernel. Components that need more are narrow and reach few cells: {@link ComponentRows} is faster. */
    private static final double LARGEST = 4e6;

    private static final double MOST_ALONG = 1e5;

    /** Distance in standard deviations beyond which a component is left out: exp(−10.5²/2) = 1e-24 of its height. */
    private static final double REACH = 10.5;

    private final Grid grid;
    private final Axis across;
    private final Axis along;
    private final double[] kernel;

    /** The bin of each group of components, columns of bins within rows of bins, in rising order. */
    private final int[] binX;

    /** Where the groups of each row of bins begin. */
    private final int[] firstOfRow;

    /** Σ h t_x^p/p! t_y^q/q! of the components of each group, h their heights; p runs fastest. */
    private final double[] moments;

    /** Bins along one axis. */
    private record Axis(double std, double firstMiddle, int count) {
        static Axis over(double a, double b, double variance) {
            double std = Math.sqrt(variance);
            double width = std / BINS_PER_STD;
            double low = Math.min(a, b) - REACH * std;
            double high = Math.max(a, b) + REACH * std;
            return new Axis(std, low + 0.5 * width, (int) Math.ceil((high - low) / width));
        }

        double middle(int bin) {
            return firstMiddle + bin * std / BINS_PER_STD;
        }

        /** The bin of a mean; −1 if it reaches no cell. */
        int bin(double mean) {
            double place = (mean - firstMiddle) / std * BINS_PER_STD + 0.5;
            return place >= 0 && place < count ? (int) place : -1;
        }

        /** Distance of {@code x} from the middle of the bin, in standard deviations. */
        double offset(double x, int bin) {
            return (x - middle(bin)) / std;
        }

        /** He_q(u) exp(−u²/2), q from 0 on, u = (x − middle)/s; zero out of reach. */
        void fill(double x, int bin, double[] out) {
            double u = offset(x, bin);
            double before = 0;
            double now = Math.abs(u) > REACH ? 0 : Math.exp(-0.5 * u * u);
            for (int q = 0; q < TERMS; q++) {
                out[q] = now;
                double next = u * now - q * before;
                before = now;
                now = next;
            }
        }
    }

    /** Whether these components and cells suit the expansion. */
    static boolean fits(NoisedMixture mixture, Grid grid) {
        if (mixture.size() < MANY || !(mixture.covarianceXX(0) > 0)) {
            return false;
        }
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
        }
        return true;
    }

    HermiteSums(NoisedMixture mixture, Grid grid) {
        this.grid = grid;
        across = Axis.over(grid.x0(), grid.x1(), mixture.covarianceXX(0));
        along = Axis.over(grid.y0(), grid.y1(), mixture.covarianceYY(0));
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
        int group = -1;
        long before = -1;
        for (long key : order) {
            int k = (int) (key % mixture.size());
            long bin = key / mixture.size();
            if (bin != before) {
                before = bin;
                binX[++group] = (int) (bin % across.count());
                firstOfRow[(int) (bin / across.count()) + 1] = group + 1;
            }
            collect(mixture, k, group * TERMS * TERMS);
        }
        for (int row = 1; row < firstOfRow.length; row++) {
            firstOfRow[row] = Math.max(firstOfRow[row], firstOfRow[row - 1]);
        }
    }

    /** Number of a component's bin, row by row; −1 if it reaches no cell. */
    private long bin(NoisedMixture mixture, int k) {
        long column = across.bin(mixture.meanX(k));
        long row = along.bin(mixture.meanY(k));
        return column < 0 || row < 0 ? -1 : row * across.count() + column;
    }

    private void collect(NoisedMixture mixture, int k, int at) {
        double tx = across.offset(mixture.meanX(k), across.bin(mixture.meanX(k)));
        double ty = along.offset(mixture.meanY(k), along.bin(mixture.meanY(k)));
        double row = Math.exp(mixture.logFactor(k));
        for (int q = 0; q < TERMS; q++) {
            double term = row;
            for (int p = 0; p < TERMS; p++) {
                moments[at + q * TERMS + p] += term;
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
        for (int b = 0; b < across.count(); b++) {
            for (int i = 0; i < columns; i++) {
                across.fill(grid.x(i), b, terms);
                for (int p = 0; p < TERMS; p++) {
                    values[(b * TERMS + p) * columns + i] = terms[p];
                }
            }
        }
        return values;
    }

    /**
     * Writes p at every cell, in 1/data units². The result does not depend on the number of threads.
     *
     * @throws java.util.concurrent.CancellationException if the current watcher says so
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
        var row = new double[grid.columns()];
        for (int j = from; j < to && progress.goesOn(); j++) {
            contract(grid.y(j), ofRow);
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

    /** The moments of every column of bins in the row of cells at {@code y}: the sum over q is done. */
    private void contract(double y, double[] out) {
        Arrays.fill(out, 0);
        var terms = new double[TERMS];
        double place = along.offset(y, 0) * BINS_PER_STD;
        int first = (int) Math.clamp(Math.floor(place - REACH * BINS_PER_STD), 0, along.count());
        int last = (int) Math.clamp(Math.ceil(place + REACH * BINS_PER_STD), 0, along.count() - 1.0);
        for (int binY = first; binY <= last; binY++) {
            along.fill(y, binY, terms);
            for (int group = firstOfRow[binY]; group < firstOfRow[binY + 1]; group++) {
                int at = group * TERMS * TERMS;
                int into = binX[group] * TERMS;
                for (int q = 0; q < TERMS; q++, at += TERMS) {
                    for (int p = 0; p < TERMS; p++) {
                        out[into + p] += terms[q] * moments[at + p];
                    }
                }
            }
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
