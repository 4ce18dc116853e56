package scorescope.plot.color;

import scorescope.core.field.Grid;
import scorescope.plot.color.ColorMap.Scaling;
import scorescope.plot.paint.Formula;
import scorescope.plot.paint.Painter;
import scorescope.plot.paint.Range;
import scorescope.plot.paint.Viewport;

/** Values on a grid as an image: the computed colours, and their colour bar. */
public final class HeatImage {
    private int[] colors = new int[0];
    private float[] values = new float[0];
    private int columns;
    private int rows;
    private ColorBar bar;

    public HeatImage(ColorMap map) {
        bar = new ColorBar(map, 0, 1, Formula.parse(""));
    }

    /**
     * Colours the values, low at the map's start and high at its end.
     *
     * @param values row by row from the top; stored without a copy
     * @param all the range of values in all pictures that share the scale; the bar shows whether some are outside
     * {@code range}
     */
    public void color(float[] values, int columns, int rows, ColorMap map, Range range, Range all, Formula label) {
        this.columns = columns;
        this.rows = rows;
        this.values = values;
        int count = columns * rows;
        if (colors.length < count) {
            colors = new int[count];
        }
        double high = range.high() > range.low() ? range.high() : range.low() + Float.MIN_NORMAL;
        map.map(values, count, Scaling.LINEAR, range.low(), high, colors);
        double rounding = 1e-6 * (high - range.low());
        bar = new ColorBar(
                map, range.low(), high, label, all.low() < range.low() - rounding, all.high() > high + rounding);
    }

    public ColorBar bar() {
        return bar;
    }

    /** Colours values of which none lies beyond {@code range}. */
    public void color(float[] values, int columns, int rows, ColorMap map, Range range, Formula label) {
        color(values, columns, rows, map, range, range, label);
    }

    /** Stretched over the whole viewport. */
    public void draw(Painter painter, Viewport v) {
        draw(painter, v.left(), v.top(), v.width(), v.height());
    }

    /** Draws the image at its grid's position in the plane. */
    public void draw(Painter painter, Viewport v, Grid grid) {
        double left = v.toX(grid.x0());
        double top = v.toY(Math.max(grid.y0(), grid.y1()));
        double bottom = v.toY(Math.min(grid.y0(), grid.y1()));
        draw(painter, left, top, v.toX(grid.x1()) - left, bottom - top);
    }

    private void draw(Painter painter, double left, double top, double width, double height) {
        painter.values(values, columns, rows, bar.label().plain());
        painter.image(colors, columns, rows, left, top, width, height);
    }
}
