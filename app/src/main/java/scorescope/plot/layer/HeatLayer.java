package scorescope.plot.layer;

import java.util.Optional;
import java.util.stream.Stream;
import scorescope.core.density.NoisedMixture;
import scorescope.core.field.CellMeans;
import scorescope.core.field.Grid;
import scorescope.plot.color.Background;
import scorescope.plot.color.ColorBar;
import scorescope.plot.color.ColorMap;
import scorescope.plot.color.ColorMapCatalog;
import scorescope.plot.color.HeatImage;
import scorescope.plot.guide.Legend;
import scorescope.plot.paint.Formula;
import scorescope.plot.paint.Painter;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.Range;
import scorescope.plot.paint.Viewport;
import scorescope.plot.scene.Scene;
import scorescope.words.Words;

/** Values over the whole viewport as an image with a colour bar; subclasses only define the values. */
abstract class HeatLayer implements SceneLayer {
    private final boolean signed;
    private final HeatImage image = new HeatImage(ColorMapCatalog.named(ColorMapCatalog.QUIET, false, ""));
    private float[] values = new float[0];
    private Grid grid = new Grid(1, 1, 0, 1, 1, 0);
    private ColorMap map = image.bar().map();
    private Range range = Range.NONE;
    private Range shared = Range.NONE;
    private Range extent = Range.NONE;
    private Formula label = Formula.parse("");
    private boolean pointwise;

    /**
     * @param signed whether values have both signs, so that the colour map diverges at zero
     */
    HeatLayer(boolean signed) {
        this.signed = signed;
    }

    final boolean signed() {
        return signed;
    }

    /** The colours of the scene for such values. */
    final ColorMap colors(Scene scene) {
        return signed ? ColorMapCatalog.named(ColorMapCatalog.DIVERGING, false, "") : scene.colorMap();
    }

    /**
     * Sets the result of {@link #compute}.
     *
     * @param found row by row from the top; stored without a copy, and coloured by the next {@link #share}
     * @param scale the values that the colours run over; {@link Range#NONE} if all values are zero
     */
    final void show(float[] found, Grid cells, ColorMap colors, Range scale, Formula meaning) {
        values = found;
        grid = cells;
        map = colors;
        range = scale;
        label = meaning;
        extent = Range.NONE;
        for (int i = 0; i < cells.cells(); i++) {
            if (Float.isFinite(found[i])) {
                extent = found[i] < extent.low() || found[i] > extent.high()
                        ? extent.and(new Range(found[i], found[i]))
                        : extent;
            }
        }
    }

    /** Determines whether values at the middles of the cells can miss a component of {@code mixture}. */
    final void sampled(NoisedMixture mixture) {
        pointwise = CellMeans.needed(mixture, grid);
    }

    /**
     * The legend's warning if a part of the density is narrower than a cell and values are those at the cells' middles.
     */
    final Stream<Legend.Entry> missed() {
        return pointwise
                ? Stream.of(new Legend.Entry(Legend.NOTHING, Words.text("figure.legend.field.narrow")))
                : Stream.empty();
    }

    final Formula label() {
        return label;
    }

    @Override
    public Range range() {
        return range;
    }

    @Override
    public Range extent() {
        return extent;
    }

    @Override
    public void share(Range common, Range all) {
        shared = common;
        var scale = common.empty() ? new Range(signed ? -1 : 0, 1) : common;
        image.color(values, grid.columns(), grid.rows(), map, scale, all, label);
    }

    @Override
    public Optional<Background> background(Scene scene) {
        return Optional.of(signed ? Background.LIGHT : Background.of(scene.colorMap()));
    }

    @Override
    public Optional<ColorBar> colorBar() {
        return shared.empty() ? Optional.empty() : Optional.of(image.bar());
    }

    @Override
    public void draw(Painter painter, Viewport viewport, Palette palette) {
        image.draw(painter, viewport);
    }
}
