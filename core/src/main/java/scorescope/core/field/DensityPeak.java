package scorescope.core.field;

import java.util.Arrays;
import scorescope.core.Watcher;
import scorescope.core.density.NoisedMixture;

/**
 * The maximum of a mixture's density, found from its components and not from a raster, so that it does not depend on the
 * view.
 *
 * @param x first coordinate of the maximum, in data units
 * @param y second coordinate
 * @param logDensity log p there
 * @param certain whether the search started from every mean; with more than {@link #MOST_STARTS} components it starts from the tallest
 */
public record DensityPeak(double x, double y, double logDensity, boolean certain) {
    /** The largest number of means used as starts. */
    static final int MOST_STARTS = 450;

    /** Largest number of evaluations of a component in the search for starts; about 3 ms, fast enough for a drag. */
    private static final double BUDGET = 2e5;

    /** Largest number of evaluations of a component in one climb. */
    private static final double CLIMB_BUDGET = 2e6;

    /** The largest number of lattice points along a side. */
    private static final int MOST_ACROSS = 32;

    /** Number of starts from which climbs begin, the highest first. */
    private static final int CLIMBS = 8;

    /** The first factor by which a step is lengthened. */
    private static final double REACH = 4;

    private static final int FEWEST_STEPS = 10;

    private static final int MOST_STEPS = 500;

    /**
     * Climbs from the means and from points of a lattice over them, where p is largest. A step moves x to (Σ r_k C_k⁻¹)⁻¹ Σ r_k C_k⁻¹ m_k, which never lowers p
     * (expectation–maximisation for a mode), until log p rises by less than 1e-13.
     * Reports to the current {@link Watcher}, which may cancel it.
     *
     * @see <a href="https://doi.org/10.1109/34.888716">Carreira-Perpiñán 2000, Mode-finding for mixtures of Gaussians</a>
     */
    public static DensityPeak of(NoisedMixture mixture) {
        int size = mixture.size();
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
        dropSlopes(height, used, order.length, across);
        for (int climb = 0; climb < CLIMBS; climb++) {
            watcher.reached(Watcher.Work.DENSITY, 0.5 + 0.5 * climb / CLIMBS);
            int next = highest(height, used);
            if (next < 0) {
                break;
            }
            used[next] = true;
            var found = climb(mixture, x[next], y[next], responsibilities);
            if (found.logDensity > best.logDensity) {
                best = new DensityPeak(found.x, found.y, found.logDensity, order.length == size);
            }
            // A start at a place already reached would end there again.
            for (int i = 0; i < order.length; i++) {
                double dx = x[i] - found.x;
                double dy = y[i] - found.y;
                used[i] |= dx * dx + dy * dy < 0.01 * mixture.covarianceXX(order[i]);
            }
        }
        watcher.reached(Watcher.Work.DENSITY, 1);
        return best;
    }

    /** Fills a lattice over the box of the means: where components merge, a mode need not lie near any mean. */
    private static void spread(NoisedMixture mixture, int across, double[] x, double[] y, int from) {
        double x0 = Double.POSITIVE_INFINITY;
        double x1 = Double.NEGATIVE_INFINITY;
        double y0 = Double.POSITIVE_INFINITY;
        double y1 = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < mixture.size(); k++) {
            x0 = Math.min(x0, mixture.meanX(k));
            x1 = Math.max(x1, mixture.meanX(k));
            y0 = Math.min(y0, mixture.meanY(k));
            y1 = Math.max(y1, mixture.meanY(k));
        }
        for (int j = 0; j < across; j++) {
            for (int i = 0; i < across; i++) {
                x[from + j * across + i] = x0 + (i + 0.5) / across * (x1 - x0);
                y[from + j * across + i] = y0 + (j + 0.5) / across * (y1 - y0);
            }
        }
    }

    /** Removes lattice points that a neighbour exceeds from the starts. */
    private static void dropSlopes(double[] height, boolean[] used, int from, int across) {
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
        // Of equal heights, as of points with one bandwidth, every n-th component of the list is taken.
        int above = 0;
        for (double value : heights) {
            above += value > least ? 1 : 0;
        }
        int level = size - above;
        int equals = count - above;
        int taken = 0;
        int seen = 0;
        for (int k = 0; k < size && taken < count; k++) {
            if (heights[k] > least) {
                order[taken++] = k;
            } else if (heights[k] == least && (long) seen++ * equals / level < (long) seen * equals / level) {
                order[taken++] = k;
            }
        }
        return Arrays.copyOf(order, Math.max(taken, 1));
    }

    private static DensityPeak climb(NoisedMixture mixture, double startX, double startY, double[] responsibilities) {
        double x = startX;
        double y = startY;
        double log = mixture.responsibilities(x, y, responsibilities);
        int steps = (int) Math.clamp(CLIMB_BUDGET / mixture.size(), FEWEST_STEPS, MOST_STEPS);
        var watcher = Watcher.current();
        for (int step = 0; step < steps; step++) {
            watcher.requireWanted();
            double xx = 0;
            double xy = 0;
            double yy = 0;
            double scoreX = 0;
            double scoreY = 0;
            for (int k = 0; k < mixture.size(); k++) {
                double r = responsibilities[k];
                if (r > 0) {
                    xx += r * mixture.precisionXX(k);
                    xy += r * mixture.precisionXY(k);
                    yy += r * mixture.precisionYY(k);
                    scoreX += r * mixture.pullX(k, x, y);
                    scoreY += r * mixture.pullY(k, x, y);
                }
            }
            double det = xx * yy - xy * xy;
            double stepX = (yy * scoreX - xy * scoreY) / det;
            double stepY = (xx * scoreY - xy * scoreX) / det;
            double higher = mixture.responsibilities(x + REACH * stepX, y + REACH * stepY, responsibilities);
            if (higher > log) {
                // Along a ridge fixed-point steps are short; a longer step is taken if log p rises.
                stepX *= REACH;
                stepY *= REACH;
            } else {
                higher = mixture.responsibilities(x + stepX, y + stepY, responsibilities);
            }
            if (!(higher > log + 1e-14 * (1 + Math.abs(log)))) {
                break;
            }
            x += stepX;
            y += stepY;
            log = higher;
        }
        return new DensityPeak(x, y, log, true);
    }

    /** The maximum of p, in 1/data units². */
    public double density() {
        return Math.exp(logDensity);
    }
}
