package scorescope.core.measure;

import scorescope.core.field.Grid;

/** Bins of {@code factor} × {@code factor} cells of a grid. */
public record Bins(Grid fine, int factor) {
    public Grid grid() {
        int columns = fine.columns() / factor;
        int rows = fine.rows() / factor;
        return new Grid(
                columns,
                rows,
                fine.x0(),
                fine.x0() + columns * factor * fine.stepX(),
                fine.y0(),
                fine.y0() + rows * factor * fine.stepY());
    }

    /** The masses of the grid's cells summed over bins; cells that do not fill a bin are left out. */
    public double[] of(double[] mass) {
        var bins = grid();
        var sums = new double[bins.cells()];
        for (int row = 0; row < bins.rows() * factor; row++) {
            for (int column = 0; column < bins.columns() * factor; column++) {
                sums[bins.index(column / factor, row / factor)] += mass[fine.index(column, row)];
            }
        }
        return sums;
    }

    /** The share of the points in every bin; points outside are left out. */
    public double[] shares(Sample sample) {
        var bins = grid();
        var shares = new double[bins.cells()];
        for (int i = 0; i < sample.count(); i++) {
            int column = (int) Math.floor((sample.x()[i] - bins.x0()) / bins.stepX());
            int row = (int) Math.floor((sample.y()[i] - bins.y0()) / bins.stepY());
            if (column >= 0 && column < bins.columns() && row >= 0 && row < bins.rows()) {
                shares[bins.index(column, row)] += 1.0 / sample.count();
            }
        }
        return shares;
    }
}
