package scorescope.core.field;

import java.util.Arrays;

/**
 * Contour segments joined into lines, for figures that want paths. Two segments meet where they cross the same edge of
 * the grid, so they are joined by the edge's number and not by comparing coordinates.
 */
public final class ContourJoin {
    private double[] x = new double[0];
    private double[] y = new double[0];
    private int[] starts = new int[1];
    private boolean[] closed = new boolean[0];
    private int lines;
    private int[] firstAt = new int[0];
    private int[] secondAt = new int[0];
    private boolean[] used = new boolean[0];

    ContourJoin() {}

    /** The number of lines. */
    public int lines() {
        return lines;
    }

    /** Where line {@code line} begins in {@link #x} and {@link #y}. */
    public int start(int line) {
        return starts[line];
    }

    /** The number of points of line {@code line}; a closed line does not repeat its first point. */
    public int length(int line) {
        return starts[line + 1] - starts[line];
    }

    public boolean closed(int line) {
        return closed[line];
    }

    public double[] x() {
        return x;
    }

    public double[] y() {
        return y;
    }

    void join(double[] fromX, double[] fromY, int[] edge, int points, int edges) {
        reserve(points, edges);
        for (int p = 0; p < points; p++) {
            firstAt[edge[p]] = -1;
            secondAt[edge[p]] = -1;
        }
        for (int p = 0; p < points; p++) {
            if (firstAt[edge[p]] < 0) {
                firstAt[edge[p]] = p;
            } else {
                secondAt[edge[p]] = p;
            }
        }
        Arrays.fill(used, 0, points / 2, false);
        lines = 0;
        int written = 0;
        // Open lines first, from their ends; the remaining segments form closed lines.
        for (int pass = 0; pass < 2; pass++) {
            for (int p = 0; p < points; p++) {
                boolean end = secondAt[edge[p]] < 0;
                if (!used[p / 2] && (end || pass == 1)) {
                    written = follow(fromX, fromY, edge, p, written);
                }
            }
        }
    }

    /** Writes the line that begins at point {@code p} and returns where the next one begins. */
    private int follow(double[] fromX, double[] fromY, int[] edge, int p, int begin) {
        int written = begin;
        int at = p;
        x[written] = fromX[at];
        y[written] = fromY[at];
        written++;
        boolean meetsItself = false;
        while (true) {
            used[at / 2] = true;
            int end = at ^ 1;
            int next = firstAt[edge[end]] == end ? secondAt[edge[end]] : firstAt[edge[end]];
            if (next == p) {
                meetsItself = true;
                break;
            }
            x[written] = fromX[end];
            y[written] = fromY[end];
            written++;
            if (next < 0 || used[next / 2]) {
                break;
            }
            at = next;
        }
        closed[lines] = meetsItself;
        starts[lines] = begin;
        lines++;
        starts[lines] = written;
        return written;
    }

    private void reserve(int points, int edges) {
        if (x.length < points) {
            x = new double[2 * points];
            y = new double[2 * points];
            starts = new int[points + 1];
            closed = new boolean[points];
            used = new boolean[points];
        }
        if (firstAt.length < edges) {
            firstAt = new int[edges];
            secondAt = new int[edges];
        }
    }
}
