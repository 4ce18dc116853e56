package scorescope.plot;

import scorescope.core.noise.NoiseLevel;
import scorescope.core.score.MixtureScore;

/**
 * p_t on the cells of a viewport, computed once for all layers that need it, into buffers that are kept. Row 0 is
 * the top; the value of a cell is that at its centre.
 */
public final class DensityGrid {
    private double[] x = new double[0];
    private double[] y = new double[0];
    private double[] row = new double[0];
    private float[] values = new float[0];
    private int columns;
    private int rows;
    private float largest;

    /** @param detail cells along a point of the viewport */
    public void compute(MixtureScore exact, NoiseLevel level, Viewport viewport, double detail) {
        columns = Math.max(2, (int) Math.round(viewport.width() * detail));
        rows = Math.max(2, (int) Math.round(viewport.height() * detail));
        if (values.length < columns * rows) {
            values = new float[columns * rows];
        }
        if (x.length < columns) {
            x = new double[columns];
            y = new double[columns];
            row = new double[columns];
        }
        double cellWidth = viewport.width() / columns;
        double cellHeight = viewport.height() / rows;
        for (int i = 0; i < columns; i++) {
            x[i] = viewport.dataX(viewport.left() + (i + 0.5) * cellWidth);
        }
        largest = 0;
        for (int j = 0; j < rows; j++) {
            java.util.Arrays.fill(y, viewport.dataY(viewport.top() + (j + 0.5) * cellHeight));
            exact.logDensity(x, y, 0, columns, level, row);
            for (int i = 0; i < columns; i++) {
                float density = (float) Math.exp(row[i]);
                values[j * columns + i] = density;
                largest = Math.max(largest, density);
            }
        }
    }

    /** Values row by row from the top, in 1/data units²; valid up to {@link #columns}·{@link #rows}. */
    public float[] values() {
        return values;
    }

    public int columns() {
        return columns;
    }

    public int rows() {
        return rows;
    }

    /** The largest value seen. */
    public float largest() {
        return largest;
    }
}
