package scorescope.plot.field;

import java.util.Optional;
import scorescope.core.density.GaussianMixture;
import scorescope.core.density.NoisedMixture;
import scorescope.core.field.CellMeans;
import scorescope.core.field.DensityPeak;
import scorescope.core.field.DensityRaster;
import scorescope.core.field.Grid;
import scorescope.core.field.ScalarField;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.score.MixtureScore;
import scorescope.plot.paint.Viewport;

/**
 * p_t on the cells of a viewport, computed on first use and shared by all layers; buffers are reused. Row 0 is the top.
 * A cell has the value at its centre; of a component narrower than a cell it has the mean over the cell, so that no
 * component is lost between centres.
 */
public final class DensityGrid {
    /** Most cells along a point in a picture for the screen. */
    private static final double ON_SCREEN = 1;

    private final DensityRaster raster = new DensityRaster(1);
    private final DensityRaster logRaster = new DensityRaster(1);
    private ScalarField field = ScalarField.zero(new Grid(1, 1, 0, 1, 1, 0));
    private ScalarField logField = field;
    private Grid grid = field.grid();
    private MixtureScore exact = new MixtureScore(
            new GaussianMixture(java.util.List.of(scorescope.core.density.Component.isotropic(1, 0, 0, 1))));
    private NoiseLevel level = NoiseLevel.plain(1);
    private double detail = 1;
    private float largest;
    private Optional<NoisedMixture> peakOf = Optional.empty();
    private DensityPeak peak = new DensityPeak(0, 0, Double.NEGATIVE_INFINITY, false);
    private boolean averaged;
    private boolean known;
    private boolean logKnown;

    /** @param detail cells along a point of the viewport */
    public void compute(MixtureScore exact, NoiseLevel level, Viewport viewport, double detail) {
        int columns = Math.max(2, (int) Math.round(viewport.width() * detail));
        int rows = Math.max(2, (int) Math.round(viewport.height() * detail));
        grid = new Grid(columns, rows, viewport.x0(), viewport.x1(), viewport.y1(), viewport.y0());
        this.exact = exact;
        this.level = level;
        this.detail = detail;
        known = false;
        logKnown = false;
    }

    /** Cells along a point. */
    public double detail() {
        return detail;
    }

    public Grid grid() {
        return grid;
    }

    public NoisedMixture mixture() {
        return exact.at(level);
    }

    /** The field, in 1/data units²; valid until the next {@link #compute}. */
    public ScalarField field() {
        if (!known) {
            var mixture = mixture();
            averaged = CellMeans.needed(mixture, grid);
            field = averaged ? means(new CellMeans(mixture, grid)) : centres(mixture);
            largest = field.largest();
            var top = peak();
            if (!averaged
                    && top.x() >= grid.x0()
                    && top.x() <= grid.x1()
                    && top.y() >= grid.y1()
                    && top.y() <= grid.y0()) {
                largest = Math.max(largest, (float) top.density());
            }
            known = true;
        }
        return field;
    }

    /**
     * Values at the centres of cells. A finer grid is for print and is computed in one fixed way, so that
     * window and command line give equal numbers. A grid for the screen is computed by the fastest code.
     */
    private ScalarField centres(NoisedMixture mixture) {
        return detail <= ON_SCREEN ? raster.picture(mixture, grid) : raster.density(mixture, grid);
    }

    /** Means over cells for components narrower than a cell, plus values at centres for the others. */
    private ScalarField means(CellMeans split) {
        var values = new float[grid.cells()];
        split.wide().ifPresent(wide -> {
            var others = centres(wide).values();
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (split.wideWeight() * others[i]);
            }
        });
        split.add(values);
        return new ScalarField(grid, values);
    }

    /** Whether some component is narrower than a cell, so that cells hold means and the maximum of p lies above them. */
    public boolean averaged() {
        var unused = field();
        return averaged;
    }

    /** The largest value of p_t in the whole plane, not only in the view. */
    public DensityPeak peak() {
        var mixture = mixture();
        if (!peakOf.equals(Optional.of(mixture))) {
            peak = DensityPeak.of(mixture);
            peakOf = Optional.of(mixture);
        }
        return peak;
    }

    /** Takes over the peak that another grid has computed; it does not depend on the cells. */
    public void learn(DensityGrid other) {
        peak = other.peak;
        peakOf = other.peakOf;
    }

    /** log p_t, finite far from the data too; valid until the next {@link #compute}. */
    public ScalarField logField() {
        if (!logKnown) {
            logField = logRaster.logDensity(mixture(), grid);
            logKnown = true;
        }
        return logField;
    }

    /** Values row by row from the top, in 1/data units²; valid up to {@link #columns}·{@link #rows}. */
    public float[] values() {
        return field().values();
    }

    public int columns() {
        return grid.columns();
    }

    public int rows() {
        return grid.rows();
    }

    /** The largest value in the view: the peak's if it lies there, else that of the cells. */
    public float largest() {
        var unused = field();
        return largest;
    }
}
