package scorescope.plot.color;

import java.util.function.DoubleUnaryOperator;
import scorescope.plot.guide.Legend;
import scorescope.plot.guide.Numbers;
import scorescope.plot.guide.Ticks;
import scorescope.plot.paint.Color;
import scorescope.plot.paint.Formula;
import scorescope.plot.paint.Painter;
import scorescope.plot.paint.Painter.Align;
import scorescope.plot.paint.Painter.Dash;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.Style;
import scorescope.plot.paint.TextMeasure;
import scorescope.words.Words;

/**
 * The colours of a raster with their numbers, vertically beside a plot, with a label above.
 *
 * @param below whether values below {@code low} are shown, in the colour of {@code low}: the bar then ends in an arrow
 * @param above likewise beyond {@code high}
 */
public record ColorBar(ColorMap map, double low, double high, Formula label, boolean below, boolean above) {
    /** A bar whose range contains all values. */
    public ColorBar(ColorMap map, double low, double high, Formula label) {
        this(map, low, high, label, false, false);
    }

    /** Height of the arrow at an end, in widths of the bar. */
    private static final double ARROW = 0.8;

    private static final double BAR = 0.9;
    private static final double LYING = 7;
    private static final int PARTS = 40;

    /** The width it takes with its numbers, in points. */
    public double width(TextMeasure painter, Style style) {
        double numbers = 0;
        for (var tick : ticks(1e6).marks()) {
            numbers = Math.max(numbers, painter.textWidth(tick.label(), style.ticks(), false));
        }
        return Math.max(BAR * style.text() + 0.6 * style.ticks() + numbers, label.width(painter, style.text(), false));
    }

    /** Draws it as tall as the plot, from {@code left} on. */
    public void draw(Painter painter, double left, double from, double whole, Palette palette, Style style) {
        double width = BAR * style.text();
        double top = from + (above ? ARROW * width : 0);
        double height = whole - (above ? ARROW * width : 0) - (below ? ARROW * width : 0);
        int columns = Math.max(2, (int) Math.round(width * style.detail()));
        int rows = Math.max(map.entries(), (int) Math.round(height * style.detail()));
        int[] colors = new int[columns * rows];
        for (int j = 0; j < rows; j++) {
            java.util.Arrays.fill(colors, j * columns, (j + 1) * columns, map.argb(1 - (j + 0.5) / rows));
        }
        painter.image(colors, columns, rows, left, top, width, height);
        double right = left + width;
        double middle = 0.5 * (left + right);
        double bottom = top + height;
        double highest = above ? from : top;
        double lowest = below ? from + whole : bottom;
        if (above) {
            var x = new double[] {left, middle, right};
            painter.triangles(x, new double[] {top, highest, top}, 3, new Color(map.argb(1)));
        }
        if (below) {
            var x = new double[] {left, right, middle};
            painter.triangles(x, new double[] {bottom, bottom, lowest}, 3, new Color(map.argb(0)));
        }
        painter.polyline(
                new double[] {left, middle, right, right, middle, left},
                new double[] {top, highest, top, bottom, lowest, bottom},
                6,
                true,
                palette.mute(),
                style.hairline(),
                Dash.SOLID);
        DoubleUnaryOperator toY = value -> top + height * (high - value) / (high - low);
        for (var tick : ticks(height / (3.4 * style.ticks())).upwards(toY, style.ticks())) {
            double y = toY.applyAsDouble(tick.value());
            painter.segments(
                    new double[] {right, right + 0.3 * style.ticks()},
                    new double[] {y, y},
                    2,
                    palette.mute(),
                    style.hairline());
            painter.text(
                    tick.label(),
                    right + 0.55 * style.ticks(),
                    y + 0.36 * style.ticks(),
                    style.ticks(),
                    false,
                    Align.LEFT,
                    palette.mute());
        }
        label.draw(painter, left, from - 0.75 * style.text(), style.text(), false, Align.LEFT, palette.text());
    }

    /** The same in one line, for a legend: the colours horizontally, with the numbers at the ends. */
    public Legend.Entry lying() {
        var ends = Numbers.significant(low, 3) + " … " + Numbers.significant(high, 3);
        var text = (below || above ? Words.text("figure.legend.beyond", ends) : ends) + "  " + label.marked();
        return new Legend.Entry(new Ramp(PARTS, LYING, 0.8, (share, _) -> new Color(map.argb(share))), text);
    }

    private Ticks ticks(double room) {
        return Ticks.between(low, high, Math.clamp((int) room, 2, 6));
    }
}
