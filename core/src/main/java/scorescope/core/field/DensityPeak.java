package scorescope.core.field;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import scorescope.core.Watcher;
import scorescope.core.density.NoisedMixture;

/**
 * The maximum of a mixture's density, found from its components and not from a raster, so that it does not depend on the
 * view.
 *
 * @param x first coordinate of the maximum, in data units
 * @param y second coordinate
 * @param logDensity log p there
 * @param certain whether the search started from every mean; with more than {@link #MOST_STARTS} components it starts from
 *     the tallest, with thousands of components of one covariance from a lattice, which proves that p at the result is at
 *     least 15/16 of the maximum
 */
public record DensityPeak(double x, double y, double logDensity, boolean certain) {
    /** The largest number of means used as starts. */
    static final int MOST_STARTS = 450;

    /** Largest number of evaluations of a component in the search for starts; about 3 ms, fast enough for a drag. */
    private static final double BUDGET = 2e5;

    /** The largest number of lattice points along a side. */
    private static final int MOST_ACROSS = 32;

    /** Number of starts from which climbs begin, the highest first. */
    private static final int CLIMBS = 8;

    /** Spacing of the lattice for components of one covariance, in standard deviations, and its largest number of nodes. */
    private static final double LATTICE = 0.5;

    private static final double MOST_NODES = 400_000;

    /**
     * Lower bound of p at the node nearest to the maximum, relative to the largest value of the lattice, with an allowance
     * for rounding in float.
     */
    private static final double NEXT_TO_PEAK = 0.93;

    /**
     * Climbs ({@link SummitClimb}) from the means and from points of a lattice over them, where p is largest. Reports to
     * the current {@link Watcher}, which may cancel it.
     */
    public static DensityPeak of(NoisedMixture mixture) {
        int size = mixture.size();
        var lattice = lattice(mixture);
        if (lattice.isPresent()) {
            return fromLattice(mixture, lattice.get());
        }
        int[] order = tallest(mixture, (int) Math.clamp(BUDGET / size, 1, Math.min(size, MOST_STARTS)));
        int across = (int) Math.min(Math.sqrt(BUDGET / size), MOST_ACROSS);
        int count = order.length + across * across;
        var x = new double[count];
        var y = new double[count];
        for (int i = 0; i < order.length; i++) {
            x[i] = mixture.meanX(order[i]);
            y[i] = mixture.meanY(order[i]);
        }
        spread(mixture, across, x, y, order.length);
        var height = new double[count];
        var responsibilities = new double[size];
        var watcher = Watcher.current();
        for (int i = 0; i < count; i++) {
            watcher.step(Watcher.Work.DENSITY, 0.5 * i / count);
            height[i] = mixture.responsibilities(x[i], y[i], responsibilities);
        }
        var best = new DensityPeak(0, 0, Double.NEGATIVE_INFINITY, false);
        var used = new boolean[count];
        dropMonotone(height, used, order.length, across);
        for (int climb = 0; climb < CLIMBS; climb++) {
            watcher.reached(Watcher.Work.DENSITY, 0.5 + 0.5 * climb / CLIMBS);
            int next = highest(height, used);
            if (next < 0) {
                break;
            }
            used[next] = true;
            var found = SummitClimb.from(mixture, x[next], y[next], responsibilities);
            if (found.logDensity > best.logDensity) {
                best = new DensityPeak(found.x, found.y, found.logDensity, order.length == size);
            }
            // A climb that starts at a maximum already found would end there again.
            for (int i = 0; i < order.length; i++) {
                double dx = x[i] - found.x;
                double dy = y[i] - found.y;
                used[i] |= dx * dx + dy * dy < 0.01 * mixture.covarianceXX(order[i]);
            }
        }
        watcher.reached(Watcher.Work.DENSITY, 1);
        return best;
    }

    /**
     * p on a lattice of spacing s/2 over the box of the means, for thousands of components of one covariance with standard
     * deviation s along an axis; otherwise empty. A node within ¼√2 s of the maximum p* holds at least (1 − 1/16) p*, since
     * no second derivative of p is below −p* / s².
     */
    private static Optional<ScalarField> lattice(NoisedMixture mixture) {
        if (mixture.size() < HermiteSums.MANY) {
            return Optional.empty();
        }
        var box = MeanBox.of(mixture);
        double stepX = LATTICE * Math.sqrt(mixture.covarianceXX(0));
        double stepY = LATTICE * Math.sqrt(mixture.covarianceYY(0));
        double columns = Math.ceil(box.width() / stepX) + 1;
        double rows = Math.ceil(box.height() / stepY) + 1;
        if (!(columns * rows <= MOST_NODES)) {
            return Optional.empty();
        }
        double x = box.middleX();
        double y = box.middleY();
        var grid = new Grid(
                (int) columns,
                (int) rows,
                x - 0.5 * columns * stepX,
                x + 0.5 * columns * stepX,
                y - 0.5 * rows * stepY,
                y + 0.5 * rows * stepY);
        if (!HermiteSums.fits(mixture, grid)) {
            return Optional.empty();
        }
        var field = ScalarField.zero(grid);
        new HermiteSums(mixture, grid, false).fill(field.values(), 1);
        return Optional.of(field);
    }

    /** Climbs from the nodes that may lie next to the maximum and that no neighbour exceeds. */
    private static DensityPeak fromLattice(NoisedMixture mixture, ScalarField p) {
        var grid = p.grid();
        double least = NEXT_TO_PEAK * p.largest();
        var starts = IntStream.range(0, grid.cells())
                .filter(i -> p.values()[i] >= least)
                .filter(i -> isHighest(p, i % grid.columns(), Math.floorDiv(i, grid.columns())))
                .boxed()
                .sorted(Comparator.comparing(i -> -p.values()[i]))
                .limit(CLIMBS)
                .toList();
        var best = new DensityPeak(0, 0, Double.NEGATIVE_INFINITY, false);
        var responsibilities = new double[mixture.size()];
        for (int start : starts) {
            double x = grid.x(start % grid.columns());
            double y = grid.y(Math.floorDiv(start, grid.columns()));
            var found = SummitClimb.from(mixture, x, y, responsibilities);
            if (found.logDensity > best.logDensity) {
                best = new DensityPeak(found.x, found.y, found.logDensity, false);
            }
        }
        return best;
    }

    private static boolean isHighest(ScalarField p, int column, int row) {
        var grid = p.grid();
        double here = p.values()[grid.index(column, row)];
        for (int j = Math.max(0, row - 1); j <= Math.min(grid.rows() - 1, row + 1); j++) {
            for (int i = Math.max(0, column - 1); i <= Math.min(grid.columns() - 1, column + 1); i++) {
                if (p.values()[grid.index(i, j)] > here) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Fills a lattice over the box of the means: where components merge, a mode need not lie near any mean. */
    private static void spread(NoisedMixture mixture, int across, double[] x, double[] y, int from) {
        var box = MeanBox.of(mixture);
        for (int j = 0; j < across; j++) {
            for (int i = 0; i < across; i++) {
                x[from + j * across + i] = box.x0() + (i + 0.5) / across * box.width();
                y[from + j * across + i] = box.y0() + (j + 0.5) / across * box.height();
            }
        }
    }

    /** Removes lattice points that a neighbour exceeds from the starts. */
    private static void dropMonotone(double[] height, boolean[] used, int from, int across) {
        for (int j = 0; j < across; j++) {
            for (int i = 0; i < across; i++) {
                int here = from + j * across + i;
                for (int b = Math.max(0, j - 1); b <= Math.min(across - 1, j + 1); b++) {
                    for (int a = Math.max(0, i - 1); a <= Math.min(across - 1, i + 1); a++) {
                        used[here] |= height[from + b * across + a] > height[here];
                    }
                }
            }
        }
    }

    /** The index of the highest unused start; −1 if all are used. */
    private static int highest(double[] height, boolean[] used) {
        int next = -1;
        for (int i = 0; i < height.length; i++) {
            if (!used[i] && (next < 0 || height[i] > height[next])) {
                next = i;
            }
        }
        return next;
    }

    /** The components with the largest own height, w_k/(2π√det C_k), or all in their order if {@code count} is all. */
    private static int[] tallest(NoisedMixture mixture, int count) {
        int size = mixture.size();
        var order = new int[count];
        if (count == size) {
            for (int k = 0; k < size; k++) {
                order[k] = k;
            }
            return order;
        }
        var heights = new double[size];
        for (int k = 0; k < size; k++) {
            heights[k] = mixture.logFactor(k);
        }
        var sorted = heights.clone();
        Arrays.sort(sorted);
        double least = sorted[size - count];
        // Of components with equal heights (data points of one bandwidth, for example) evenly spaced ones of the list
        // are
        // taken.
        int above = 0;
        for (double value : heights) {
            above += value > least ? 1 : 0;
        }
        int level = size - above;
        int equals = count - above;
        int chosen = 0;
        int seen = 0;
        for (int k = 0; k < size && chosen < count; k++) {
            if (heights[k] > least) {
                order[chosen++] = k;
            } else if (heights[k] == least && (long) seen++ * equals / level < (long) seen * equals / level) {
                order[chosen++] = k;
            }
        }
        return Arrays.copyOf(order, Math.max(chosen, 1));
    }

    /** The maximum of p, in 1/data units². */
    public double density() {
        return Math.exp(logDensity);
    }
}
