package scorescope.plot.guide;

import java.util.List;
import scorescope.plot.paint.Formula;
import scorescope.plot.paint.Painter;
import scorescope.plot.paint.Painter.Align;
import scorescope.plot.paint.Painter.Dash;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.Style;
import scorescope.plot.paint.StyledLayer;
import scorescope.plot.paint.TextMeasure;
import scorescope.plot.paint.Viewport;

/**
 * Numbers along the left and lower side of a plot, in a margin of their own outside its viewport.
 *
 * @param labelX label under the lower side; may be empty
 * @param labelY label beside the left side; may be empty
 * @param numbersY whether the left side has numbers (the second of two linked plots needs none)
 */
public record Axes(Formula labelX, Formula labelY, boolean numbersY) implements StyledLayer {
    private static final double GAP = 0.55;
    private static final double MARK = 0.3;

    /** Height of the note under the numbers of the lower side, in sizes of the numbers. */
    private static final double NOTE_DROP = 1.5;

    /** Farthest distance of a number from the right end of the lower side, in sizes of the numbers. */
    private static final double END = 0.25;

    /** Smallest number of full labels; with fewer, labels are shortened. */
    private static final int FEWEST = 4;

    /** Numbers on both sides, no labels. */
    public static final Axes PLAIN = new Axes(Formula.parse(""), Formula.parse(""), true);

    /** The width that the left margin needs, in points. */
    public double left(TextMeasure painter, Style style, Viewport viewport) {
        double numbers = 0;
        if (numbersY) {
            double note = painter.textWidth(upright(viewport, style).note(), style.ticks(), false);
            numbers = Math.max(numbersWidth(painter, style, viewport), note + GAP * style.ticks());
        }
        double label = labelY.runs().isEmpty() ? 0 : labelY.width(painter, style.text(), false) + GAP * style.text();
        return numbers + label;
    }

    /** The width of the longest number beside the left side with the gap to the axis, in points. */
    public double numbersWidth(TextMeasure painter, Style style, Viewport viewport) {
        double widest = 0;
        for (var tick : upright(viewport, style).marks()) {
            widest = Math.max(widest, painter.textWidth(tick.label(), style.ticks(), false));
        }
        return widest + GAP * style.ticks();
    }

    /**
     * The power of ten and offset omitted by all numbers beside the left side, such as "×10⁻⁷ + 2"; empty if nothing.
     */
    public String noteUpwards(Style style, Viewport viewport) {
        return upright(viewport, style).note();
    }

    /** The power of ten and offset omitted by all numbers under the lower side; empty if none. */
    public String noteAcross(TextMeasure painter, Style style, Viewport viewport) {
        return lying(painter, viewport, style.ticks()).note();
    }

    /** The height that the lower margin needs, in points. */
    public double bottom(TextMeasure painter, Style style, Viewport viewport) {
        double label = labelX.runs().isEmpty() ? 0 : 1.35 * style.text();
        double note = noteAcross(painter, style, viewport).isEmpty() ? 0 : NOTE_DROP * style.ticks();
        return 1.7 * style.ticks() + Math.max(label, note);
    }

    @Override
    public void draw(Painter painter, Viewport v, Palette palette, Style style) {
        double size = style.ticks();
        double bottom = v.top() + v.height();
        double right = v.left() + v.width();
        var across = lying(painter, v, size);
        for (var tick : across.marks()) {
            double x = v.toX(tick.value());
            if (hasRoom(painter, tick, v, size)) {
                painter.text(
                        tick.label(),
                        centre(painter, tick.label(), x, right + END * size, size),
                        bottom + 1.4 * size,
                        size,
                        false,
                        Align.CENTER,
                        palette.mute());
            }
            mark(painter, x, bottom, x, bottom + MARK * size, palette, style);
        }
        // The note is below the numbers at the right end; the label in the middle leaves space for it.
        note(painter, across.note(), right, bottom + 2.9 * size, palette, style);
        var upwards = upright(v, style);
        if (numbersY) {
            double baseline = v.top() - 0.75 * style.text();
            note(painter, upwards.note(), v.left() - GAP * size, baseline, palette, style);
        }
        var written = numbersY ? upwards.upwards(v::toY, size) : List.<Ticks.Tick>of();
        for (var tick : upwards.marks()) {
            double y = v.toY(tick.value());
            if (written.contains(tick)) {
                painter.text(
                        tick.label(),
                        v.left() - GAP * size,
                        style.framed()
                                ? y + 0.36 * size
                                : Math.max(v.top() + 0.76 * size, Math.min(y + 0.36 * size, bottom)),
                        size,
                        false,
                        Align.RIGHT,
                        palette.mute());
            }
            mark(painter, v.left(), y, v.left() - MARK * size, y, palette, style);
        }
        if (style.framed()) {
            painter.polyline(
                    new double[] {v.left(), right, right, v.left()},
                    new double[] {v.top(), v.top(), bottom, bottom},
                    4,
                    true,
                    palette.mute(),
                    style.hairline(),
                    Dash.SOLID);
        }
        double half = labelX.width(painter, style.text(), false) / 2;
        double free = across.note().isEmpty() ? right : right - painter.textWidth(across.note(), size, false) - size;
        // A narrow plot has room for the note alone, without which its numbers would be wrong.
        if (free - 2 * half >= v.left()) {
            labelX.draw(
                    painter,
                    Math.min(v.left() + v.width() / 2, free - half),
                    bottom + 1.7 * size + style.text(),
                    style.text(),
                    false,
                    Align.CENTER,
                    palette.text());
        }
        labelY.draw(
                painter,
                v.left() - left(painter, style, v),
                v.top() + v.height() / 2 + 0.36 * style.text(),
                style.text(),
                false,
                Align.LEFT,
                palette.text());
    }

    private static void note(
            Painter painter, String note, double right, double baseline, Palette palette, Style style) {
        if (!note.isEmpty()) {
            painter.text(note, right, baseline, style.ticks(), false, Align.RIGHT, palette.mute());
        }
    }

    /**
     * The centre of a label that ends at {@code end} at most; moved left if it has a minus sign, so that its digits are
     * near their tick mark.
     */
    private static double centre(Painter painter, String label, double x, double end, double size) {
        double centre = label.startsWith("\u2212") ? x - painter.textWidth("\u2212", size, false) / 3 : x;
        return Math.min(centre, end - painter.textWidth(label, size, false) / 2);
    }

    private static void mark(
            Painter painter, double x0, double y0, double x1, double y1, Palette palette, Style style) {
        if (style.framed()) {
            painter.segments(new double[] {x0, x1}, new double[] {y0, y1}, 2, palette.mute(), style.hairline());
        }
    }

    private static Ticks upright(Viewport v, Style style) {
        return Ticks.twoAtLeast(v.y0(), v.y1(), Math.clamp((int) (v.height() / (2.9 * style.ticks())), 2, 9))
                .compact();
    }

    /** As many numbers as fit side by side without touching, at most nine. */
    private static Ticks lying(TextMeasure painter, Viewport v, double size) {
        int upTo = Math.clamp((int) (v.width() / (2.9 * size)), 2, 9);
        for (int most = upTo; most >= FEWEST; most--) {
            var ticks = Ticks.twoAtLeast(v.x0(), v.x1(), most).compact();
            if (fit(painter, ticks, v, size)) {
                return ticks;
            }
        }
        for (int most = upTo; most > 2; most--) {
            var ticks = Ticks.twoAtLeast(v.x0(), v.x1(), most).shortened();
            if (fit(painter, ticks, v, size)) {
                return ticks;
            }
        }
        return Ticks.twoAtLeast(v.x0(), v.x1(), 2).shortened();
    }

    /** Whether the numbers do not touch and at least two of them are drawn, since one alone defines no scale. */
    private static boolean fit(TextMeasure painter, Ticks ticks, Viewport v, double size) {
        double end = Double.NEGATIVE_INFINITY;
        int drawn = 0;
        for (var tick : ticks.marks()) {
            double half = painter.textWidth(tick.label(), size, false) / 2;
            if (v.toX(tick.value()) - half < end + 0.7 * size) {
                return false;
            }
            end = v.toX(tick.value()) + half;
            drawn += hasRoom(painter, tick, v, size) ? 1 : 0;
        }
        return drawn >= 2;
    }

    /**
     * Whether a number under the lower side is drawn; one that is partly outside would overlap the next plot or be cut at
     * the edge of the figure.
     */
    private static boolean hasRoom(TextMeasure painter, Ticks.Tick tick, Viewport v, double size) {
        double x = v.toX(tick.value());
        double half = painter.textWidth(tick.label(), size, false) / 2;
        double beyond = 0.4 * Math.min(half, size);
        return x - half > v.left() - beyond && x + half < v.left() + v.width() + beyond;
    }
}
