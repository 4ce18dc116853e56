package scorescope.core.field;

import java.util.Arrays;

/**
 * Lines of equal value through a field by marching squares, linear between the centres of neighbouring cells. Reuses its
 * arrays: results of {@link #trace} and {@link #join} are overwritten by the next call, which allocates nothing if they fit.
 * Not for use by several threads at once.
 *
 * <p>Where lines could connect four crossings in two ways (a saddle), the mean of the four values decides. Squares with a value
 * that is NaN are left out.
 *
 * @see <a href="https://doi.org/10.1145/37402.37422">Lorensen and Cline 1987, Marching cubes, of which this is the plane case</a>
 */
public final class Contours {
    private double[] x = new double[256];
    private double[] y = new double[256];
    private int[] edge = new int[256];
    private int points;
    private int edges;
    private ScalarField field = ScalarField.zero(new Grid(1, 1, 0, 1, 0, 1));
    private final RowBlocks blocks = new RowBlocks();
    private final ContourJoin join = new ContourJoin();

    /**
     * Finds the segments of one level: from (x[2k], y[2k]) to (x[2k+1], y[2k+1]) in data units, {@link #points} points in
     * all, in the order of the squares. The side of larger values lies to the left where both axes of the grid increase.
     */
    public void trace(ScalarField field, double level) {
        take(field);
        trace(level);
    }

    /**
     * Prepares a field for tracing several levels: computes the extremes of every block of squares, so that
     * {@link #trace(double)} skips the blocks that a level does not cross. Five levels of a density take a fifth of the
     * time.
     */
    public void take(ScalarField prepared) {
        field = prepared;
        blocks.take(prepared);
    }

    /** As {@link #trace(ScalarField, double)} in the field last prepared, whose values must not have changed since. */
    public void trace(double level) {
        var grid = field.grid();
        int columns = grid.columns();
        float[] values = field.values();
        points = 0;
        edges = 2 * grid.cells();
        float cut = (float) level;
        for (int j = 0; j + 1 < grid.rows(); j++) {
            for (int i = 0; i + 1 < columns; i += RowBlocks.LENGTH) {
                if (blocks.mayCross(i, j, cut)) {
                    scan(grid, values, j, i, Math.min(i + RowBlocks.LENGTH, columns - 1), cut);
                }
            }
        }
    }

    private void scan(Grid grid, float[] values, int j, int from, int to, float cut) {
        int columns = grid.columns();
        int row = j * columns;
        for (int i = from; i < to; i++) {
            float v00 = values[row + i];
            float v10 = values[row + i + 1];
            float v01 = values[row + columns + i];
            float v11 = values[row + columns + i + 1];
            int above = (v00 >= cut ? 1 : 0) | (v10 >= cut ? 2 : 0) | (v11 >= cut ? 4 : 0) | (v01 >= cut ? 8 : 0);
            if (above != 0 && above != 15) {
                square(grid, i, j, above, cut, v00, v10, v11, v01);
            }
        }
    }

    private void square(Grid grid, int i, int j, int above, float cut, float v00, float v10, float v11, float v01) {
        float sum = v00 + v10 + v11 + v01;
        if (Float.isNaN(sum)) {
            return;
        }
        reserve();
        int row = j * grid.columns();
        int bottom = 2 * (row + i);
        int left = bottom + 1;
        int right = left + 2;
        int top = bottom + 2 * grid.columns();
        boolean middle = sum >= 4 * cut;
        switch (above) {
            case 1 -> segment(grid, cut, bottom, v00, v10, left, v00, v01);
            case 2 -> segment(grid, cut, right, v10, v11, bottom, v00, v10);
            case 3 -> segment(grid, cut, right, v10, v11, left, v00, v01);
            case 4 -> segment(grid, cut, top, v01, v11, right, v10, v11);
            case 6 -> segment(grid, cut, top, v01, v11, bottom, v00, v10);
            case 7 -> segment(grid, cut, top, v01, v11, left, v00, v01);
            case 8 -> segment(grid, cut, left, v00, v01, top, v01, v11);
            case 9 -> segment(grid, cut, bottom, v00, v10, top, v01, v11);
            case 11 -> segment(grid, cut, right, v10, v11, top, v01, v11);
            case 12 -> segment(grid, cut, left, v00, v01, right, v10, v11);
            case 13 -> segment(grid, cut, bottom, v00, v10, right, v10, v11);
            case 14 -> segment(grid, cut, left, v00, v01, bottom, v00, v10);
            case 5 -> {
                segment(grid, cut, bottom, v00, v10, middle ? right : left, middle ? v10 : v00, middle ? v11 : v01);
                segment(grid, cut, top, v01, v11, middle ? left : right, middle ? v00 : v10, middle ? v01 : v11);
            }
            case 10 -> {
                segment(grid, cut, left, v00, v01, middle ? bottom : top, middle ? v00 : v01, middle ? v10 : v11);
                segment(grid, cut, right, v10, v11, middle ? top : bottom, middle ? v01 : v00, middle ? v11 : v10);
            }
            default -> throw new IllegalStateException("no such square: " + above);
        }
    }

    /** A segment between the crossings of two edges, each given with the values at its ends. */
    private void segment(Grid grid, float cut, int edge1, float from1, float to1, int edge2, float from2, float to2) {
        cross(grid, cut, edge1, from1, to1);
        cross(grid, cut, edge2, from2, to2);
    }

    /**
     * The crossing on an edge between neighbouring centres. Edge 2c runs from cell c along its row, edge 2c + 1 along its
     * column. One end is below the cut and the other not, so the division is safe.
     */
    private void cross(Grid grid, float cut, int crossed, float from, float to) {
        int cell = crossed >> 1;
        int i = cell % grid.columns();
        int j = cell / grid.columns();
        double part = Math.clamp(((double) cut - from) / ((double) to - from), 0, 1);
        boolean alongRow = (crossed & 1) == 0;
        x[points] = grid.x(alongRow ? i + part : i);
        y[points] = grid.y(alongRow ? j : j + part);
        edge[points] = crossed;
        points++;
    }

    private void reserve() {
        if (points + 4 > x.length) {
            int larger = 2 * x.length;
            x = Arrays.copyOf(x, larger);
            y = Arrays.copyOf(y, larger);
            edge = Arrays.copyOf(edge, larger);
        }
    }

    /** First coordinates of the segments' ends, valid up to {@link #points}. */
    public double[] x() {
        return x;
    }

    /** Second coordinates of the segments' ends. */
    public double[] y() {
        return y;
    }

    /** The number of segments' ends, twice the number of segments. */
    public int points() {
        return points;
    }

    /** Joins the segments traced last into lines, closed where they meet themselves. */
    public ContourJoin join() {
        join.join(x, y, edge, points, edges);
        return join;
    }
}
