package scorescope.plot.figure;

import java.util.List;
import scorescope.core.field.Grid;
import scorescope.plot.color.ColorMap;
import scorescope.plot.color.HeatImage;
import scorescope.plot.guide.Legend;
import scorescope.plot.paint.Color;
import scorescope.plot.paint.Formula;
import scorescope.plot.paint.Layer;
import scorescope.plot.paint.Painter;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.Range;
import scorescope.plot.paint.Style;
import scorescope.plot.paint.Viewport;

/** Values on a grid as an image, with layers over it. */
public final class GridImage implements PlaneContent {
    private final Grid grid;
    private final ColorMap map;
    private final Formula label;
    private final List<Layer> over;
    private final HeatImage image;

    /**
     * @param values of the cells
     * @param peak the value of the last colour; the first is that of 0
     */
    public GridImage(Grid grid, double[] values, double peak, ColorMap map, List<Layer> over) {
        this(grid, values, peak, map, "", over);
    }

    /**
     * @param label of the legend's colour bar; empty for no bar
     */
    public GridImage(Grid grid, double[] values, double peak, ColorMap map, String label, List<Layer> over) {
        this.grid = grid;
        this.map = map;
        this.label = Formula.parse(label);
        this.over = List.copyOf(over);
        image = new HeatImage(map);
        var floats = new float[grid.cells()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        image.color(floats, grid.columns(), grid.rows(), map, new Range(0, peak), this.label);
    }

    @Override
    public void compute(Viewport viewport, Style style, PanelContentCache cache) {}

    @Override
    public List<Legend.Entry> legend() {
        return label.runs().isEmpty() ? List.of() : List.of(image.bar().lying());
    }

    @Override
    public void draw(Painter painter, Viewport v, Palette palette) {
        painter.clip(v.left(), v.top(), v.width(), v.height());
        painter.rectangle(v.left(), v.top(), v.width(), v.height(), new Color(map.argb(0)));
        image.draw(painter, v, grid);
        over.forEach(layer -> layer.draw(painter, v, palette));
        painter.unclip();
    }
}
