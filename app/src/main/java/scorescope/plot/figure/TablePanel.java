package scorescope.plot.figure;

import java.util.Arrays;
import scorescope.plot.chart.Table;
import scorescope.plot.guide.Caption;
import scorescope.plot.paint.Formula;
import scorescope.plot.paint.Painter;
import scorescope.plot.paint.Painter.Align;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.Place;
import scorescope.plot.paint.Style;
import scorescope.plot.paint.TextMeasure;

/** A table with its caption above; drawn smaller if its columns would not fit. */
public record TablePanel(Caption caption, Place place, Table table) implements Panel {
    private static final double GAP = 1.2;

    @Override
    public void draw(Painter painter, Palette palette, Style style) {
        caption.drawOver(painter, place, palette, style);
        double usual = style.ticks();
        double[] widths = widths(painter, usual, table);
        double needed = width(painter, style, table);
        double shrunk = Math.min(1, place.width() / needed);
        double size = shrunk * usual;
        // Extra width goes between the columns, but limited, so that the eye can follow a row.
        double spare = Math.min(2 * usual, Math.max(0, place.width() - needed) / Math.max(1, widths.length - 1));
        double y = place.top() + size;
        double[] ends = new double[widths.length];
        double at = place.left();
        for (int c = 0; c < widths.length; c++) {
            at += shrunk * widths[c] + (c == 0 ? 0 : shrunk * GAP * usual + spare);
            ends[c] = at;
            Formula.parse(table.head().get(c))
                    .draw(painter, c == 0 ? place.left() : at, y, size, false, align(c), palette.mute());
        }
        double rule = y + 0.45 * size;
        painter.segments(
                new double[] {place.left(), at}, new double[] {rule, rule}, 2, palette.line(), style.hairline());
        for (int r = 0; r < table.rows().size(); r++) {
            y += Table.line(style);
            boolean bold = r == table.emphasised();
            for (int c = 0; c < widths.length; c++) {
                painter.text(
                        table.rows().get(r).get(c),
                        c == 0 ? place.left() : ends[c],
                        y,
                        size,
                        bold,
                        align(c),
                        palette.text());
            }
        }
    }

    private static Align align(int column) {
        return column == 0 ? Align.LEFT : Align.RIGHT;
    }

    /** The width at full size, in points. */
    public static double width(TextMeasure painter, Style style, Table table) {
        double[] widths = widths(painter, style.ticks(), table);
        return Arrays.stream(widths).sum() + GAP * style.ticks() * (widths.length - 1);
    }

    private static double[] widths(TextMeasure painter, double size, Table table) {
        double[] widths = new double[table.head().size()];
        for (int c = 0; c < widths.length; c++) {
            widths[c] = Formula.parse(table.head().get(c)).width(painter, size, false);
            for (int r = 0; r < table.rows().size(); r++) {
                widths[c] = Math.max(
                        widths[c], painter.textWidth(table.rows().get(r).get(c), size, r == table.emphasised()));
            }
        }
        return widths;
    }
}
