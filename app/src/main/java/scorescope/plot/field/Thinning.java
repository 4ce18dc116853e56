package scorescope.plot.field;

/** Removes points of a line that lie on the straight line between their neighbours, within a tolerance. */
final class Thinning {
    /** Most points that one line segment may replace, which bounds the work. */
    private static final int WINDOW = 24;

    private Thinning() {}

    /**
     * Thins the line through the points {@code from ≤ i < to} in place: a stretch becomes one straight piece while
     * every point on it lies within {@code tolerance} of that piece. Both ends stay.
     *
     * @return where the thinned line ends
     */
    static int thin(double[] x, double[] y, int from, int to, double tolerance) {
        if (to - from < 3) {
            return to;
        }
        int last = from;
        int source = from;
        while (source < to - 1) {
            int next = source + 1;
            while (next + 1 < to && next - source < WINDOW && within(x, y, source, next + 1, tolerance)) {
                next++;
            }
            source = next;
            last++;
            x[last] = x[source];
            y[last] = y[source];
        }
        return last + 1;
    }

    /** Whether the points between {@code a} and {@code b} lie near the straight piece between these two. */
    private static boolean within(double[] x, double[] y, int a, int b, double tolerance) {
        double dx = x[b] - x[a];
        double dy = y[b] - y[a];
        double length = Math.hypot(dx, dy);
        for (int i = a + 1; i < b; i++) {
            double off = Math.abs((x[i] - x[a]) * dy - (y[i] - y[a]) * dx);
            if (!(off <= tolerance * length)) {
                return false;
            }
        }
        return true;
    }
}
