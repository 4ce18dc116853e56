package scorescope.core.measure;

import java.util.Arrays;
import java.util.stream.IntStream;
import scorescope.core.Watcher;

/**
 * An optimal transport plan between two samples of different sizes at a cost of ‖a_i − b_j‖², exact, by the network simplex
 * method. Of n and m points each a_i gives m/g and each b_j takes n/g units, g the greatest common divisor.
 *
 * <p>Pivots price the arcs of a list, block after block; the initial arcs are those of {@link FirstArcs}. When no arc of
 * the list has a negative reduced cost, all n·m arcs are priced and the best of each row and column join the list. If there
 * are none, the plan is optimal. The basis is a {@link SpanningTree}.
 *
 * @see <a href="https://doi.org/10.1007/978-1-4684-9352-8">Ahuja, Magnanti and Orlin 1993, Network flows, chapter 11</a>
 */
final class NetworkSimplex {
    /** For samples of more points, the problem is first solved for every fourth point. */
    private static final int FEW = 600;

    /** The estimated share of the time that the thinned samples take. */
    private static final double THINNED_SHARE = 0.1;

    /** Pivots between two reports to the watcher. */
    private static final int BETWEEN = 1024;

    /** The estimated share of all pivots after which no unit is on an artificial arc of the root. */
    private static final double LAST_PIVOTS = 0.9;

    /** Negative reduced costs smaller than this share of the largest cost are rounding errors. */
    private static final double ROUNDING = 1e-14;

    private final int n;
    private final int m;
    private final double[] ax;
    private final double[] ay;
    private final double[] bx;
    private final double[] by;
    private final SpanningTree tree;
    private final CandidateArcs arcs;
    private final Watcher watcher;
    private final double firstShare;
    private final double lastShare;
    private final long units;
    private int position;
    private double tolerance;
    private long pivots;

    private NetworkSimplex(Sample a, Sample b, long[] supply, double largest, Watcher watcher, double lastShare) {
        n = a.count();
        m = b.count();
        ax = a.x();
        ay = a.y();
        bx = b.x();
        by = b.y();
        arcs = new CandidateArcs(n + m);
        this.watcher = watcher;
        this.lastShare = lastShare;
        firstShare = Math.max(n, m) <= FEW ? 0 : THINNED_SHARE * lastShare;
        units = Arrays.stream(supply).filter(value -> value > 0).sum();
        // Larger in practice than the cost of any path along arcs of the network; otherwise solve() reports the units
        // that
        // remain on artificial arcs.
        tree = new SpanningTree(supply, 1e3 * largest);
        tolerance = 1e3 * ROUNDING * largest;
        begin(a, b);
    }

    /**
     * Σ π_ij ‖a_i − b_j‖² of the cheapest plan π, which sums to one. Reports to the current {@link Watcher}.
     *
     * @throws java.util.concurrent.CancellationException if the watcher cancels
     */
    static double meanCost(Sample a, Sample b) {
        double largest = largestCost(a, b);
        var watcher = Watcher.current();
        double mean = largest > 0 ? solved(a, b, largest, watcher, 1).mean() : largest;
        watcher.reached(Watcher.Work.TRANSPORT, 1);
        return mean;
    }

    private static NetworkSimplex solved(Sample a, Sample b, double largest, Watcher watcher, double lastShare) {
        int divisor = greatestCommonDivisor(a.count(), b.count());
        long[] supply = new long[a.count() + b.count()];
        Arrays.fill(supply, 0, a.count(), b.count() / divisor);
        Arrays.fill(supply, a.count(), supply.length, -a.count() / divisor);
        var simplex = new NetworkSimplex(a, b, supply, largest, watcher, lastShare);
        simplex.solve(largest);
        return simplex;
    }

    private static int greatestCommonDivisor(int n, int m) {
        return m == 0 ? n : greatestCommonDivisor(m, n % m);
    }

    /** An upper bound of all costs, from the boxes around the samples; NaN or infinite if a cost is. */
    private static double largestCost(Sample a, Sample b) {
        double x = Math.max(max(a.x()) - min(b.x()), max(b.x()) - min(a.x()));
        double y = Math.max(max(a.y()) - min(b.y()), max(b.y()) - min(a.y()));
        return x * x + y * y;
    }

    private static double max(double[] values) {
        return Arrays.stream(values).max().orElseThrow();
    }

    private static double min(double[] values) {
        return Arrays.stream(values).min().orElseThrow();
    }

    private void solve(double largest) {
        boolean more = true;
        while (more) {
            pivot();
            more = price();
        }
        if (tree.detour() > 0) {
            throw new IllegalStateException("units are left over");
        }
        tree.leaveRoot(new Links());
        tolerance = ROUNDING * largest;
        do {
            pivot();
            tree.recompute();
        } while (price());
    }

    /** Finds the nearest sink for a source among those allowed. */
    private final class Links implements SpanningTree.Linking {
        @Override
        public int sinkFor(int source, boolean[] allowed) {
            int best = -1;
            double least = Double.POSITIVE_INFINITY;
            for (int j = 0; j < m; j++) {
                double c = cost(source, n + j);
                if (allowed[n + j] && c < least) {
                    least = c;
                    best = n + j;
                }
            }
            return best;
        }

        @Override
        public double cost(int source, int sink) {
            return NetworkSimplex.this.cost(source, sink - n);
        }
    }

    private double cost(int i, int j) {
        double dx = ax[i] - bx[j];
        double dy = ay[i] - by[j];
        return dx * dx + dy * dy;
    }

    /** Brings arcs of the list into the tree, the best of a block each time, until no reduced cost is negative. */
    private void pivot() {
        int block = Math.max(64, (int) Math.sqrt(arcs.count()));
        int looked = 0;
        while (looked < arcs.count()) {
            int best = -1;
            double least = -tolerance;
            for (int k = 0; k < block && looked < arcs.count(); k++, looked++) {
                position = position + 1 < arcs.count() ? position + 1 : 0;
                int i = arcs.from(position);
                int j = arcs.to(position);
                double reduced = cost(i, j) + tree.potential(i) - tree.potential(n + j);
                if (reduced < least) {
                    least = reduced;
                    best = position;
                }
            }
            if (best >= 0) {
                int i = arcs.from(best);
                int j = arcs.to(best);
                tree.enter(i, n + j, cost(i, j), least);
                looked = 0;
                report();
            }
        }
    }

    /** Prices all arcs and adds the best of each row and column to the list; false if no reduced cost is negative. */
    private boolean price() {
        double[] potentialOfSink = new double[m];
        for (int j = 0; j < m; j++) {
            potentialOfSink[j] = tree.potential(n + j);
        }
        double[] least = new double[m];
        int[] bestRow = new int[m];
        Arrays.fill(least, -tolerance);
        Arrays.fill(bestRow, -1);
        int before = arcs.count();
        for (int i = 0; i < n; i++) {
            double own = tree.potential(i);
            double x = ax[i];
            double y = ay[i];
            double leastOfRow = -tolerance;
            int best = -1;
            for (int j = 0; j < m; j++) {
                double dx = x - bx[j];
                double dy = y - by[j];
                double reduced = dx * dx + dy * dy + own - potentialOfSink[j];
                if (reduced < leastOfRow) {
                    leastOfRow = reduced;
                    best = j;
                }
                if (reduced < least[j]) {
                    least[j] = reduced;
                    bestRow[j] = i;
                }
            }
            if (best >= 0) {
                arcs.add(i, best);
            }
        }
        for (int j = 0; j < m; j++) {
            if (bestRow[j] >= 0) {
                arcs.add(bestRow[j], j);
            }
        }
        // The next pivots begin with the new arcs.
        position = Math.max(0, before - 1);
        return arcs.count() > before;
    }

    /** Reports the share of units that have left the artificial arcs, every {@link #BETWEEN} pivots. */
    private void report() {
        if (++pivots % BETWEEN == 0) {
            double assigned = 1 - (double) tree.detour() / units;
            watcher.step(Watcher.Work.TRANSPORT, firstShare + (lastShare - firstShare) * LAST_PIVOTS * assigned);
        }
    }

    /** Fills the list with the initial arcs. */
    private void begin(Sample a, Sample b) {
        if (Math.max(n, m) <= FEW) {
            FirstArcs.addNear(arcs, a, b);
            return;
        }
        var fewA = FirstArcs.thinned(a);
        var fewB = FirstArcs.thinned(b);
        var few = solved(fewA, fewB, largestCost(fewA, fewB), watcher, firstShare);
        var potentials =
                IntStream.range(0, few.n).mapToDouble(few.tree::potential).toArray();
        FirstArcs.addCheap(arcs, a, b, fewA, potentials);
    }

    private double mean() {
        double sum = 0;
        double units = 0;
        for (int v = 0; v < n + m; v++) {
            if (!tree.isRoot(tree.parent(v)) && tree.flow(v) > 0) {
                int source = Math.min(v, tree.parent(v));
                int sink = Math.max(v, tree.parent(v)) - n;
                sum += tree.flow(v) * cost(source, sink);
                units += tree.flow(v);
            }
        }
        return sum / units;
    }
}
