package scorescope.core.field;

/**
 * {@code columns} × {@code rows} cells over the rectangle from (x0, y0) to (x1, y1) in data units; values
 * belong to the centres of cells. Row 0 lies at y0, so y0 &gt; y1 gives rows from the top down, as images want them.
 */
public record Grid(int columns, int rows, double x0, double x1, double y0, double y1) {
    public Grid {
        boolean finite = Double.isFinite(x0) && Double.isFinite(x1) && Double.isFinite(y0) && Double.isFinite(y1);
        if (columns < 1 || rows < 1 || !finite || x0 == x1 || y0 == y1) {
            throw new IllegalArgumentException("not a grid: " + columns + " × " + rows + " over [" + x0 + ", " + x1
                    + "] × [" + y0 + ", " + y1 + "]");
        }
    }

    public int cells() {
        return columns * rows;
    }

    /** The step from one column to the next, in data units; negative if x0 &gt; x1. */
    public double stepX() {
        return (x1 - x0) / columns;
    }

    /** The step from one row to the next, in data units; negative if y0 &gt; y1. */
    public double stepY() {
        return (y1 - y0) / rows;
    }

    /** Area of a cell, in squared data units. */
    public double cellArea() {
        return Math.abs(stepX() * stepY());
    }

    /** x at the centre of a column; fractions lie between centres. */
    public double x(double column) {
        return x0 + (column + 0.5) * stepX();
    }

    /** y at the centre of a row; fractions lie between centres. */
    public double y(double row) {
        return y0 + (row + 0.5) * stepY();
    }

    /** x at the centre of every cell, row by row. */
    public double[] centresX() {
        var x = new double[cells()];
        for (int i = 0; i < x.length; i++) {
            x[i] = x(i % columns);
        }
        return x;
    }

    /** y at the centre of every cell, row by row. */
    public double[] centresY() {
        var y = new double[cells()];
        for (int i = 0; i < y.length; i++) {
            int row = i / columns;
            y[i] = y(row);
        }
        return y;
    }

    /** The column whose centre is nearest to {@code x}, which may lie outside the grid. */
    public int columnAt(double x) {
        return (int) Math.clamp(Math.rint((x - x0) / stepX() - 0.5), 0, columns - 1);
    }

    /** The row whose centre is nearest to {@code y}, which may lie outside the grid. */
    public int rowAt(double y) {
        return (int) Math.clamp(Math.rint((y - y0) / stepY() - 0.5), 0, rows - 1);
    }

    /** The index of a cell in arrays that run row by row. */
    public int index(int column, int row) {
        return row * columns + column;
    }
}
