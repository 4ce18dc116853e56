package scorescope.plot;

import scorescope.plot.Painter.Align;
import scorescope.plot.Painter.Ink;

/**
 * The line over a plot that says what it shows: a key in the colour and manner of its arrows, a bold title, a
 * formula, and at the right end a note in muted type.
 */
public record Caption(Source source, String title, Formula formula, String note) {
    private static final double KEY = 1.6;

    /** The height it takes, in points. */
    public static double height(Style style) {
        return 1.9 * style.text();
    }

    /**
     * Draws on the baseline {@code y} from {@code left} to {@code right}. Where room is short the note gives way
     * first, then the formula.
     */
    public void draw(Painter painter, double left, double right, double y, Palette palette, Style style) {
        double size = style.text();
        double gap = 0.5 * size;
        double keyed = key(painter, left, y - 0.34 * size, source.ink(palette), style);
        painter.text(title, keyed, y, size, true, Align.LEFT, palette.text());
        double at = keyed + painter.textWidth(title, size, true) + gap;
        double formulaWidth = formula.width(painter, size, false);
        if (at + formulaWidth <= right) {
            formula.draw(painter, at, y, size, false, Align.LEFT, palette.text());
            at += formulaWidth + gap;
        }
        if (at + painter.textWidth(note, size, false) <= right) {
            painter.text(note, right, y, size, false, Align.RIGHT, palette.mute());
        }
    }

    /** Draws a short arrow like those of the plot; returns where text goes on. */
    private double key(Painter painter, double left, double y, Ink ink, Style style) {
        double length = KEY * style.text();
        var arrow = new Arrows();
        arrow.add(left, y, left + length, y, style.scaled(1.25), source.head());
        arrow.draw(painter, ink, 1.5 * style.arrow());
        return left + length + 0.45 * style.text();
    }
}
