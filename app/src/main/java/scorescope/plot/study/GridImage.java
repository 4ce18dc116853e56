package scorescope.plot.study;

import java.util.List;
import scorescope.core.field.Grid;
import scorescope.plot.ColorMap;
import scorescope.plot.ColorMap.Scaling;
import scorescope.plot.KeptContents;
import scorescope.plot.Layer;
import scorescope.plot.Legend;
import scorescope.plot.Painter;
import scorescope.plot.Palette;
import scorescope.plot.Style;
import scorescope.plot.Viewport;

/**
 * Densities on a grid as an image, and what lies over it.
 *
 * @param values of the cells, in 1/data units²
 * @param peak the value of the last colour
 */
record GridImage(Grid grid, double[] values, double peak, ColorMap map, List<Layer> over) implements PlaneContent {
    @Override
    public void compute(Viewport viewport, Style style, KeptContents kept) {}

    @Override
    public List<Legend.Entry> legend() {
        return List.of();
    }

    @Override
    public void draw(Painter painter, Viewport v, Palette palette) {
        int cells = grid.cells();
        var colors = new int[cells];
        var floats = new float[cells];
        for (int i = 0; i < cells; i++) {
            floats[i] = (float) values[i];
        }
        map.map(floats, cells, Scaling.LINEAR, 0, Math.max(peak, Float.MIN_NORMAL), colors);
        painter.clip(v.left(), v.top(), v.width(), v.height());
        painter.rectangle(v.left(), v.top(), v.width(), v.height(), new Painter.Ink(map.argb(0)));
        double left = v.toX(grid.x0());
        double top = v.toY(Math.max(grid.y0(), grid.y1()));
        painter.image(
                colors,
                grid.columns(),
                grid.rows(),
                left,
                top,
                v.toX(grid.x1()) - left,
                v.toY(Math.min(grid.y0(), grid.y1())) - top);
        over.forEach(layer -> layer.draw(painter, v, palette));
        painter.unclip();
    }
}
