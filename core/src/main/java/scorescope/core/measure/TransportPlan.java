package scorescope.core.measure;

import java.util.Arrays;
import scorescope.core.Watcher;

/**
 * An optimal transport plan between two samples at a cost of ‖a_i − b_j‖², by shortest augmenting paths on reduced costs
 * c_ij − u_i − v_j ≥ 0 (Dijkstra). Points of equally large samples are matched one to one, O(n³) at worst; otherwise each a_i
 * gives m/g and each b_j takes n/g units, g the greatest common divisor.
 *
 * <p>Two samples of 1,000 points take 0.5 s, of 2,000 2.4 s (one core at 2.5 GHz). Costs are computed when needed, so memory is
 * O(n + m).
 *
 * @see <a href="https://doi.org/10.1007/BF02278710">Jonker and Volgenant 1987, A shortest augmenting path algorithm for
 *     dense and sparse linear assignment problems</a>
 */
final class TransportPlan {
    private static final int NONE = -1;

    private final Sample a;
    private final Sample b;
    private final int[] supply;
    private final int[] demand;
    private final ColumnFlow[] flows;
    private final double[] u;
    private final double[] v;
    private final double[] shortest;
    private final int[] fromRow;
    private final int[] fromColumn;
    private final boolean[] rowReached;
    private final int[] open;
    private int openCount;

    private TransportPlan(Sample a, Sample b) {
        this.a = a;
        this.b = b;
        int n = a.count();
        int m = b.count();
        int divisor = greatestCommonDivisor(n, m);
        supply = filled(n, m / divisor);
        demand = filled(m, n / divisor);
        flows = new ColumnFlow[m];
        Arrays.setAll(flows, _ -> new ColumnFlow());
        u = new double[n];
        v = new double[m];
        shortest = new double[m];
        fromRow = new int[m];
        fromColumn = new int[n];
        rowReached = new boolean[n];
        open = new int[m];
    }

    /** Reports to the current {@link Watcher}, which may cancel it. */
    static TransportPlan between(Sample a, Sample b) {
        var plan = new TransportPlan(a, b);
        var watcher = Watcher.current();
        for (int row = 0; row < a.count(); row++) {
            watcher.step(Watcher.Work.TRANSPORT, (double) row / a.count());
            while (plan.supply[row] > 0) {
                plan.augment(row, plan.nearestDemand(row));
            }
        }
        watcher.reached(Watcher.Work.TRANSPORT, 1);
        return plan;
    }

    /** Σ π_ij ‖a_i − b_j‖², π summing to one. */
    double meanCost() {
        double sum = 0;
        double units = 0;
        for (int column = 0; column < flows.length; column++) {
            var entries = flows[column];
            for (int k = 0; k < entries.count; k++) {
                sum += entries.units[k] * cost(entries.rows[k], column);
                units += entries.units[k];
            }
        }
        return sum / units;
    }

    private double cost(int row, int column) {
        double dx = a.x()[row] - b.x()[column];
        double dy = a.y()[row] - b.y()[column];
        return dx * dx + dy * dy;
    }

    /**
     * Finds the column with remaining demand that is nearest in reduced cost, and updates the potentials so that all
     * reduced costs stay non-negative.
     */
    private int nearestDemand(int start) {
        Arrays.fill(shortest, Double.POSITIVE_INFINITY);
        Arrays.fill(rowReached, false);
        Arrays.setAll(open, column -> column);
        openCount = open.length;
        rowReached[start] = true;
        fromColumn[start] = NONE;
        scan(start, 0);
        while (true) {
            int column = takeNearest();
            double distance = shortest[column];
            if (demand[column] > 0) {
                raisePotentials(start, distance);
                return column;
            }
            var entries = flows[column];
            for (int k = 0; k < entries.count; k++) {
                int row = entries.rows[k];
                if (!rowReached[row]) {
                    rowReached[row] = true;
                    fromColumn[row] = column;
                    scan(row, distance);
                }
            }
        }
    }

    /** Lowers the distances of open columns that are nearer by way of {@code row}. */
    private void scan(int row, double distance) {
        double offset = distance - u[row];
        double x = a.x()[row];
        double y = a.y()[row];
        for (int k = 0; k < openCount; k++) {
            int column = open[k];
            double dx = x - b.x()[column];
            double dy = y - b.y()[column];
            double reached = offset + dx * dx + dy * dy - v[column];
            if (reached < shortest[column]) {
                shortest[column] = reached;
                fromRow[column] = row;
            }
        }
    }

    /** Closes and returns the open column of smallest distance; of several, one with remaining demand. */
    private int takeNearest() {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k < openCount; k++) {
            double distance = shortest[open[k]];
            if (distance < least || (distance == least && demand[open[k]] > 0)) {
                least = distance;
                best = k;
            }
        }
        int column = open[best];
        open[best] = open[--openCount];
        open[openCount] = column;
        return column;
    }

    private void raisePotentials(int start, double distance) {
        for (int row = 0; row < u.length; row++) {
            if (rowReached[row]) {
                u[row] += distance - (row == start ? 0 : shortest[fromColumn[row]]);
            }
        }
        for (int k = openCount; k < open.length; k++) {
            v[open[k]] -= distance - shortest[open[k]];
        }
    }

    /** Moves as many units as fit along the path from {@code start} that ends in {@code sink}. */
    private void augment(int start, int sink) {
        int units = Math.min(supply[start], demand[sink]);
        for (int row = fromRow[sink]; row != start; row = fromRow[fromColumn[row]]) {
            units = Math.min(units, flows[fromColumn[row]].of(row));
        }
        supply[start] -= units;
        demand[sink] -= units;
        int column = sink;
        while (column != NONE) {
            int row = fromRow[column];
            flows[column].add(row, units);
            column = fromColumn[row];
            if (column != NONE) {
                flows[column].add(row, -units);
            }
        }
    }

    private static int[] filled(int count, int value) {
        var values = new int[count];
        Arrays.fill(values, value);
        return values;
    }

    private static int greatestCommonDivisor(int n, int m) {
        return m == 0 ? n : greatestCommonDivisor(m, n % m);
    }

    /** Units that one column receives from each row. */
    private static final class ColumnFlow {
        private int[] rows = new int[2];
        private int[] units = new int[2];
        private int count;

        int of(int row) {
            return units[find(row)];
        }

        void add(int row, int more) {
            int k = find(row);
            if (k == count) {
                if (count == rows.length) {
                    rows = Arrays.copyOf(rows, 2 * count);
                    units = Arrays.copyOf(units, 2 * count);
                }
                rows[count] = row;
                units[count++] = more;
                return;
            }
            units[k] += more;
            if (units[k] == 0) {
                count--;
                rows[k] = rows[count];
                units[k] = units[count];
            }
        }

        private int find(int row) {
            int k = 0;
            while (k < count && rows[k] != row) {
                k++;
            }
            return k;
        }
    }
}
