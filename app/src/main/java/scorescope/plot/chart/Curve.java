package scorescope.plot.chart;

import java.util.Arrays;
import scorescope.plot.guide.Legend;
import scorescope.plot.paint.Painter;
import scorescope.plot.paint.Painter.Dash;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.Place;
import scorescope.plot.paint.Range;
import scorescope.plot.paint.Style;
import scorescope.plot.paint.ThemeColor;
import scorescope.words.Words;

/**
 * A curve of a chart, y over x. It is interrupted where either is not finite. The arrays are not copied and must not be
 * written to while the curve is in use.
 *
 * @param name name in the legend; empty for no entry
 * @param error half the length of the error bar at each point, in units of y; empty for none
 * @param weight factor of line width and mark size, usually 1
 */
public record Curve(
        String name,
        double[] x,
        double[] y,
        double[] error,
        ThemeColor color,
        Dash dash,
        Manner manner,
        double weight) {
    /** How points are drawn. */
    public enum Manner {
        /** Joined by straight lines. */
        LINE,
        /** A disc at each point. */
        DOTS,
        /** A cross at each point. */
        CROSSES,
        /** Constant from each point to the next: histograms, levels of a chain. */
        STEPS
    }

    public Curve {
        if (x.length != y.length || (error.length != 0 && error.length != x.length)) {
            throw new IllegalArgumentException(Words.text("figure.curve.x-y-errors", x.length, y.length, error.length));
        }
    }

    public static Curve line(String name, double[] x, double[] y, ThemeColor color, Dash dash) {
        return new Curve(name, x, y, new double[0], color, dash, Manner.LINE, 1);
    }

    public static Curve dots(String name, double[] x, double[] y, ThemeColor color) {
        return new Curve(name, x, y, new double[0], color, Dash.SOLID, Manner.DOTS, 1);
    }

    public static Curve crosses(String name, double[] x, double[] y, ThemeColor color) {
        return new Curve(name, x, y, new double[0], color, Dash.SOLID, Manner.CROSSES, 1);
    }

    public static Curve steps(String name, double[] x, double[] y, ThemeColor color, Dash dash) {
        return new Curve(name, x, y, new double[0], color, dash, Manner.STEPS, 1);
    }

    public Curve withErrors(double[] halves) {
        return new Curve(name, x, y, halves, color, dash, manner, weight);
    }

    public Curve withWeight(double changed) {
        return new Curve(name, x, y, error, color, dash, manner, changed);
    }

    /** The smallest range that holds all finite y. */
    public Range values() {
        return withErrors(new double[0]).range();
    }

    /** The smallest range that holds all finite y and the ends of their error bars. */
    public Range range() {
        var range = Range.NONE;
        for (int i = 0; i < y.length; i++) {
            double off = error.length == 0 ? 0 : error[i];
            if (Double.isFinite(y[i]) && Double.isFinite(off)) {
                range = range.and(new Range(y[i] - off, y[i] + off));
            }
        }
        return range;
    }

    /** The legend entry, with a sample of the curve. */
    public Legend.Entry entry() {
        return new Legend.Entry(
                (painter, left, at, palette, style) -> {
                    double size = style.ticks();
                    double[] px = {left, left + 0.75 * size, left + 1.5 * size};
                    double[] py = {at, at, at};
                    if (error.length > 0) {
                        bar(painter, px[1], at - 0.5 * size, at + 0.5 * size, palette, style);
                    }
                    switch (manner) {
                        case DOTS, CROSSES -> part(painter, new double[] {px[1]}, new double[] {at}, palette, style);
                        case LINE, STEPS -> {
                            double width = width(style.on(palette));
                            painter.polyline(px, py, 3, false, color.on(palette), width, dash);
                        }
                    }
                },
                name);
    }

    public void draw(Painter painter, Place place, ChartAxis across, ChartAxis up, Palette palette, Style usual) {
        var style = usual.on(palette);
        double[] px = Arrays.stream(x)
                .map(v -> across.place(v, place.left(), place.width()))
                .toArray();
        double[] py = Arrays.stream(y)
                .map(v -> up.place(v, place.bottom(), -place.height()))
                .toArray();
        for (int i = 0; i < error.length; i++) {
            double high = up.place(y[i] + error[i], place.bottom(), -place.height());
            // A logarithmic axis has no position for a value ≤ 0: the bar ends where the axis does.
            boolean ends = up.logarithmic() && y[i] - error[i] <= 0;
            double low = ends ? place.bottom() : up.place(y[i] - error[i], place.bottom(), -place.height());
            if (Double.isFinite(low + high + px[i])) {
                bar(painter, px[i], low, high, palette, style);
            }
        }
        int from = 0;
        while (from < px.length) {
            int to = from;
            while (to < px.length && Double.isFinite(px[to]) && Double.isFinite(py[to])) {
                to++;
            }
            if (to > from) {
                part(painter, Arrays.copyOfRange(px, from, to), Arrays.copyOfRange(py, from, to), palette, style);
            }
            from = to + 1;
        }
    }

    private void part(Painter painter, double[] px, double[] py, Palette palette, Style style) {
        var paint = color.on(palette);
        switch (manner) {
            case LINE -> painter.polyline(px, py, px.length, false, paint, width(style), dash);
            case DOTS -> painter.discs(px, py, px.length, radius(style), paint);
            case CROSSES -> {
                double r = 0.9 * radius(style);
                for (int i = 0; i < px.length; i++) {
                    double[] sx = {px[i] - r, px[i] + r, px[i] - r, px[i] + r};
                    double[] sy = {py[i] - r, py[i] + r, py[i] + r, py[i] - r};
                    painter.segments(sx, sy, 4, paint, width(style));
                }
            }
            case STEPS -> {
                var sx = new double[2 * px.length];
                var sy = new double[2 * px.length];
                for (int i = 0; i < px.length; i++) {
                    sx[2 * i] = px[i];
                    sx[2 * i + 1] = i + 1 < px.length ? px[i + 1] : px[i];
                    sy[2 * i] = py[i];
                    sy[2 * i + 1] = py[i];
                }
                painter.polyline(sx, sy, sx.length, false, paint, width(style), dash);
            }
        }
    }

    private void bar(Painter painter, double x, double from, double to, Palette palette, Style style) {
        var paint = color.on(palette).fade(0.7);
        painter.segments(new double[] {x, x}, new double[] {from, to}, 2, paint, width(style));
    }

    private double width(Style style) {
        return 1.4 * weight * style.outline();
    }

    private double radius(Style style) {
        return 1.5 * weight * style.particle();
    }
}
