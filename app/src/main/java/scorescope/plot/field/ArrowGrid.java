package scorescope.plot.field;

import scorescope.plot.paint.Style;
import scorescope.plot.paint.Viewport;

/** Positions of arrows: a square grid centred in the view, row by row from the top, in arrays that are reused. */
public final class ArrowGrid {
    /** Arrows along the side of a square view. */
    public static final int USUAL = 24;

    private double[] x = new double[0];
    private double[] y = new double[0];
    private int columns;
    private int rows;
    private double spacing = 1;

    /** @param across arrows along the side of a square view, fewer if the style needs more room for one */
    public void place(Viewport viewport, Style style, double across) {
        double roomy = style.spacing() * Math.min(1, USUAL / across);
        spacing = Math.max(Math.sqrt(viewport.width() * viewport.height()) / across, roomy);
        columns = Math.max(1, (int) (viewport.width() / spacing + 1e-9));
        rows = Math.max(1, (int) (viewport.height() / spacing + 1e-9));
        if (x.length < count()) {
            x = new double[count()];
            y = new double[count()];
        }
        for (int row = 0; row < rows; row++) {
            double py = viewport.top() + viewport.height() / 2 + (row - 0.5 * (rows - 1)) * spacing;
            for (int column = 0; column < columns; column++) {
                double px = viewport.left() + viewport.width() / 2 + (column - 0.5 * (columns - 1)) * spacing;
                x[row * columns + column] = viewport.dataX(px);
                y[row * columns + column] = viewport.dataY(py);
            }
        }
    }

    /** First coordinates in data units; valid up to {@link #count}. */
    public double[] x() {
        return x;
    }

    /** Second coordinates in data units; valid up to {@link #count}. */
    public double[] y() {
        return y;
    }

    public int columns() {
        return columns;
    }

    public int rows() {
        return rows;
    }

    public int count() {
        return columns * rows;
    }

    /** Distance of neighbouring arrows in points of the figure. */
    public double spacing() {
        return spacing;
    }
}
