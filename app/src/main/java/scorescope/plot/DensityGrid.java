package scorescope.plot;

import scorescope.core.field.DensityRaster;
import scorescope.core.field.Grid;
import scorescope.core.field.ScalarField;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.score.MixtureScore;

/**
 * p_t on the cells of a viewport, computed once for all layers that need it, into buffers that are kept. Row 0 is
 * the top; the value of a cell is that at its centre.
 */
public final class DensityGrid {
    private final DensityRaster raster = new DensityRaster(1);
    private ScalarField field = ScalarField.zero(new Grid(1, 1, 0, 1, 1, 0));
    private float largest;

    /** @param detail cells along a point of the viewport */
    public void compute(MixtureScore exact, NoiseLevel level, Viewport viewport, double detail) {
        int columns = Math.max(2, (int) Math.round(viewport.width() * detail));
        int rows = Math.max(2, (int) Math.round(viewport.height() * detail));
        var grid = new Grid(columns, rows, viewport.x0(), viewport.x1(), viewport.y1(), viewport.y0());
        field = raster.density(exact.at(level), grid);
        largest = field.largest();
    }

    /** The field, in 1/data units²; valid until the next {@link #compute}. */
    public ScalarField field() {
        return field;
    }

    /** Values row by row from the top, in 1/data units²; valid up to {@link #columns}·{@link #rows}. */
    public float[] values() {
        return field.values();
    }

    public int columns() {
        return field.grid().columns();
    }

    public int rows() {
        return field.grid().rows();
    }

    /** The largest value seen. */
    public float largest() {
        return largest;
    }
}
