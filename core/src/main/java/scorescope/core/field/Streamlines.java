package scorescope.core.field;

import java.util.Arrays;

/**
 * Lines along a vector field at nearly equal distances: a new line starts {@code separation} beside a finished one, and
 * ends where it comes nearer than 0.6 of that to another or back to its start, leaves the grid, or reaches a point where
 * the field is zero. Between the centres of cells the field is bilinear; steps follow its direction by the midpoint rule.
 *
 * <p>Reuses its arrays: a call overwrites the lines of the previous one. Not for use by several threads at once.
 *
 * @see <a href="https://doi.org/10.1007/978-3-7091-6876-9_5">Jobard and Lefer 1997, Creating evenly-spaced streamlines</a>
 */
public final class Streamlines {
    private static final double STEP = 0.2;
    private static final double CLOSEST = 0.6;
    private static final int LONGEST = 600;
    private static final int SHORTEST = 8;

    /** Cosine of the sharpest turn within one step; a sharper one is a jump across a mode or a ridge. */
    private static final double TURN = -0.2;

    private double[] x = new double[1024];
    private double[] y = new double[1024];
    private int[] starts = new int[64];
    private int lines;
    private int points;
    private int seeds;
    private boolean closed;
    private final double[] backX = new double[LONGEST];
    private final double[] backY = new double[LONGEST];
    private final double[] direction = new double[2];
    private VectorField field = VectorField.zero(new Grid(1, 1, 0, 1, 0, 1));
    private double separation;
    private double left;
    private double bottom;
    private double width;
    private double height;
    private int columns;
    private int rows;
    private int[] newest = new int[0];
    private int[] older = new int[1024];

    /**
     * Finds the lines through {@code vectors}.
     *
     * @param separation in data units
     */
    public void trace(VectorField vectors, double separation) {
        if (!(separation > 0)) {
            throw new IllegalArgumentException("the separation must be above 0: " + separation);
        }
        field = vectors;
        this.separation = separation;
        var grid = vectors.grid();
        left = Math.min(grid.x0(), grid.x1());
        bottom = Math.min(grid.y0(), grid.y1());
        width = Math.abs(grid.x1() - grid.x0());
        height = Math.abs(grid.y1() - grid.y0());
        columns = Math.max(1, (int) Math.ceil(width / separation));
        rows = Math.max(1, (int) Math.ceil(height / separation));
        if (newest.length < columns * rows) {
            newest = new int[columns * rows];
        }
        Arrays.fill(newest, 0, columns * rows, -1);
        lines = 0;
        points = 0;
        seeds = 0;
        line(left + width / 2, bottom + height / 2);
        besideFinishedLines();
        // Seeds for regions that lines beside finished ones do not reach.
        for (int j = 0; j < rows; j++) {
            for (int i = 0; i < columns; i++) {
                line(left + (i + 0.5) * separation, bottom + (j + 0.5) * separation);
                besideFinishedLines();
            }
        }
    }

    private void besideFinishedLines() {
        while (seeds < points) {
            int i = seeds;
            seeds += 2;
            if (directionAt(x[i], y[i])) {
                double nx = -direction[1] * separation;
                double ny = direction[0] * separation;
                line(x[i] + nx, y[i] + ny);
                line(x[i] - nx, y[i] - ny);
            }
        }
    }

    /** Adds the line through a seed unless it is too near to others. */
    private void line(double seedX, double seedY) {
        if (!inside(seedX, seedY) || near(seedX, seedY, separation)) {
            return;
        }
        int begin = points;
        int back = follow(seedX, seedY, -1, true);
        for (int i = back - 1; i >= 0; i--) {
            append(backX[i], backY[i]);
        }
        append(seedX, seedY);
        if (!closed) {
            follow(seedX, seedY, 1, false);
        }
        if (points - begin < SHORTEST) {
            points = begin;
            return;
        }
        if (starts.length < lines + 2) {
            starts = Arrays.copyOf(starts, 2 * starts.length);
        }
        starts[lines++] = begin;
        starts[lines] = points;
        for (int i = begin; i < points; i++) {
            int cell = cell(x[i], y[i]);
            older[i] = newest[cell];
            newest[cell] = i;
        }
    }

    /** Steps from a seed in one direction; returns the number of points. */
    private int follow(double seedX, double seedY, int sign, boolean keepApart) {
        double atX = seedX;
        double atY = seedY;
        double step = STEP * separation * sign;
        double beforeX = 0;
        double beforeY = 0;
        int count = 0;
        boolean away = false;
        closed = false;
        while (count < LONGEST && directionAt(atX, atY)) {
            if (direction[0] * beforeX + direction[1] * beforeY < TURN) {
                break;
            }
            beforeX = direction[0];
            beforeY = direction[1];
            if (!directionAt(atX + 0.5 * step * beforeX, atY + 0.5 * step * beforeY)
                    || direction[0] * beforeX + direction[1] * beforeY < TURN) {
                break;
            }
            atX += step * direction[0];
            atY += step * direction[1];
            if (!inside(atX, atY) || near(atX, atY, CLOSEST * separation)) {
                break;
            }
            if (keepApart) {
                backX[count] = atX;
                backY[count] = atY;
            } else {
                append(atX, atY);
            }
            count++;
            double home = Math.hypot(atX - seedX, atY - seedY);
            away |= home > 2 * Math.abs(step);
            if (away && home < 0.6 * Math.abs(step)) {
                closed = true;
                break;
            }
        }
        return count;
    }

    private void append(double px, double py) {
        if (points == x.length) {
            x = Arrays.copyOf(x, 2 * points);
            y = Arrays.copyOf(y, 2 * points);
            older = Arrays.copyOf(older, 2 * points);
        }
        x[points] = px;
        y[points++] = py;
    }

    private boolean inside(double px, double py) {
        return px >= left && px <= left + width && py >= bottom && py <= bottom + height;
    }

    private int cell(double px, double py) {
        int i = Math.clamp((int) ((px - left) / separation), 0, columns - 1);
        int j = Math.clamp((int) ((py - bottom) / separation), 0, rows - 1);
        return j * columns + i;
    }

    /** Whether a finished line passes nearer than {@code distance}, at most the separation. */
    private boolean near(double px, double py, double distance) {
        int home = cell(px, py);
        int i0 = Math.max(home % columns - 1, 0);
        int i1 = Math.min(home % columns + 1, columns - 1);
        int j0 = Math.max(home / columns - 1, 0);
        int j1 = Math.min(home / columns + 1, rows - 1);
        double square = distance * distance * (1 - 1e-9);
        for (int j = j0; j <= j1; j++) {
            for (int i = i0; i <= i1; i++) {
                for (int p = newest[j * columns + i]; p >= 0; p = older[p]) {
                    double dx = x[p] - px;
                    double dy = y[p] - py;
                    if (dx * dx + dy * dy < square) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Stores the unit vector along the field; false where the field is zero or not finite. */
    private boolean directionAt(double px, double py) {
        var grid = field.grid();
        double column = Math.clamp((px - grid.x0()) / grid.stepX() - 0.5, 0, grid.columns() - 1.0);
        double row = Math.clamp((py - grid.y0()) / grid.stepY() - 0.5, 0, grid.rows() - 1.0);
        int i = Math.min((int) column, Math.max(0, grid.columns() - 2));
        int j = Math.min((int) row, Math.max(0, grid.rows() - 2));
        int right = Math.min(i + 1, grid.columns() - 1);
        int above = Math.min(j + 1, grid.rows() - 1);
        double s = column - i;
        double t = row - j;
        double u = mixed(field.u(), grid, i, right, j, above, s, t);
        double v = mixed(field.v(), grid, i, right, j, above, s, t);
        double length = Math.hypot(u, v);
        direction[0] = u / length;
        direction[1] = v / length;
        return length > 0 && length < Double.POSITIVE_INFINITY;
    }

    private static double mixed(double[] a, Grid grid, int i, int right, int j, int above, double s, double t) {
        double low = a[grid.index(i, j)] * (1 - s) + a[grid.index(right, j)] * s;
        double high = a[grid.index(i, above)] * (1 - s) + a[grid.index(right, above)] * s;
        return low * (1 - t) + high * t;
    }

    /** The number of lines. */
    public int lines() {
        return lines;
    }

    /** Where line {@code line} begins in {@link #x} and {@link #y}; its points follow the field's direction. */
    public int start(int line) {
        return starts[line];
    }

    /** The number of points of line {@code line}. */
    public int length(int line) {
        return starts[line + 1] - starts[line];
    }

    public double[] x() {
        return x;
    }

    public double[] y() {
        return y;
    }

    /** The number of points of all lines. */
    public int points() {
        return points;
    }
}
