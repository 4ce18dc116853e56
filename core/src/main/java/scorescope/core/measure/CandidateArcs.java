package scorescope.core.measure;

import java.util.Arrays;
import scorescope.core.parallel.SpinPool;

/** Growing list of arcs (source i, sink j) of a complete bipartite network, the only ones that pivots price. */
final class CandidateArcs {
    /** Number of initial arcs for each point. */
    private static final int NEAREST = 8;

    private int[] from;
    private int[] to;
    private int count;

    /** An empty list with room for the initial arcs of {@code points} points. */
    CandidateArcs(int points) {
        from = new int[2 * NEAREST * points];
        to = new int[from.length];
    }

    int count() {
        return count;
    }

    int from(int arc) {
        return from[arc];
    }

    int to(int arc) {
        return to[arc];
    }

    void add(int i, int j) {
        if (count == from.length) {
            from = Arrays.copyOf(from, 2 * count);
            to = Arrays.copyOf(to, 2 * count);
        }
        from[count] = i;
        to[count++] = j;
    }

    /**
     * Adds arcs from each of n points p to the q with the smallest ‖p − q‖² + offset.
     *
     * @param p n points, p[0] their first coordinates and p[1] their second
     * @param q m points
     * @param offset m numbers
     * @param reversed whether p are sinks and q sources
     */
    void addNearest(double[][] p, double[][] q, double[] offset, boolean reversed) {
        int most = Math.min(NEAREST, offset.length);
        var nearest = new int[p[0].length][];
        SpinPool.current().run(nearest.length, i -> nearest[i] = nearest(p[0][i], p[1][i], q, offset, most));
        for (int i = 0; i < nearest.length; i++) {
            for (int j : nearest[i]) {
                add(reversed ? j : i, reversed ? i : j);
            }
        }
    }

    private static int[] nearest(double x, double y, double[][] q, double[] offset, int most) {
        int[] nearest = new int[most];
        double[] distance = new double[most];
        Arrays.fill(distance, Double.POSITIVE_INFINITY);
        for (int j = 0; j < q[0].length; j++) {
            double dx = x - q[0][j];
            double dy = y - q[1][j];
            double d = dx * dx + dy * dy + offset[j];
            if (d < distance[most - 1]) {
                int k = most - 1;
                for (; k > 0 && distance[k - 1] > d; k--) {
                    distance[k] = distance[k - 1];
                    nearest[k] = nearest[k - 1];
                }
                distance[k] = d;
                nearest[k] = j;
            }
        }
        return nearest;
    }
}
