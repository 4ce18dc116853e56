package scorescope.plot.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import scorescope.plot.paint.ArrowHead;
import scorescope.plot.paint.Arrows;
import scorescope.plot.paint.Formula;
import scorescope.plot.paint.Painter;
import scorescope.plot.paint.Painter.Align;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.Place;
import scorescope.plot.paint.Style;
import scorescope.plot.paint.TextLine;
import scorescope.plot.paint.TextLine.Piece;
import scorescope.plot.paint.TextMeasure;
import scorescope.plot.paint.ThemeColor;

/**
 * The line over a plot that says what it shows: samples of its arrows, a bold title, a formula, and at the right end a
 * note in muted type.
 *
 * @param letter of the panel, before everything else; empty for none
 * @param keys samples of the arrows that the plot shows, from left to right; empty without arrows
 * @param title marked as formulas are
 * @param noteFirst whether the formula is omitted before the note if space is short
 */
public record Caption(String letter, List<Key> keys, String title, Formula formula, String note, boolean noteFirst) {
    /** Without a letter. */
    public Caption(List<Key> keys, String title, Formula formula, String note) {
        this("", keys, title, formula, note, false);
    }

    /**
     * A sample arrow.
     *
     * @param under the colour of the background under the plot's arrows, filled behind the sample
     */
    public record Key(ThemeColor color, ArrowHead head, ThemeColor under) {
        /** On the page's own colour. */
        public Key(ThemeColor color, ArrowHead head) {
            this(color, head, Palette::panel);
        }
    }

    /** Length of a sample arrow, in sizes of the text. */
    private static final double KEY = 1.6;

    /** Between title, formula and note, in sizes of the text. */
    private static final double GAP = 0.5;

    /** Between the letter of a panel and the rest, in sizes of the text. */
    private static final double LETTER_GAP = 0.6;

    /** Distance of a lettered caption's baseline from its plot, for all sizes of plot and text: 2 mm, in points. */
    static final double LETTER_RISE = 2 * 72 / 25.4;

    /** Smallest size of a title to which a letter refers in the legend, as a share of its full size. */
    private static final double SMALLEST = 0.6;

    public Caption {
        keys = List.copyOf(keys);
    }

    /** Words without a key. */
    public static Caption plain(String title, String formula, String note) {
        return new Caption(List.of(), title, Formula.parse(formula), note);
    }

    /** The same under another letter and title, whose formulas are in it. */
    public Caption named(Optional<String> newLetter, Optional<String> newTitle) {
        return new Caption(
                newLetter.orElse(letter),
                keys,
                newTitle.orElse(title),
                newTitle.isPresent() ? Formula.parse("") : formula,
                note,
                noteFirst);
    }

    /** The same with other sample arrows. */
    public Caption with(List<Key> changed) {
        return new Caption(letter, changed, title, formula, note, noteFirst);
    }

    /** The same with another note. */
    public Caption noting(String changed) {
        return new Caption(letter, keys, title, formula, changed, noteFirst);
    }

    /** The same with a note that is omitted only after the formula. */
    public Caption notingFirst(String changed) {
        return new Caption(letter, keys, title, formula, changed, true);
    }

    /** The height it takes, in points. */
    public static double height(Style style) {
        return 1.9 * style.text();
    }

    /**
     * Draws on the baseline {@code y} from {@code left} to {@code right}. If space is short, the note is omitted first,
     * then the formula, or in the opposite order. A title that is too long alone is drawn smaller; if a letter refers
     * to it in the legend, it is omitted before it would overlap the next panel.
     */
    public void draw(Painter painter, double left, double right, double y, Palette palette, Style style) {
        if (!hasRoomForTitle(painter, right - left, style)) {
            untitled().draw(painter, left, right, y, palette, style);
            return;
        }
        double keyed = left + letterWidth(painter, style);
        if (!letter.isEmpty()) {
            painter.text(letter, left, y, style.text(), true, Align.LEFT, palette.text());
        }
        for (var one : keys) {
            key(painter, one, keyed, y - 0.34 * style.text(), palette, style);
            keyed += keyWidth(style);
        }
        double size = size(painter, right - keyed, style);
        var pieces = new ArrayList<Piece>();
        pieces.addAll(Formula.parse(title).line(size, true).pieces());
        int titled = pieces.size();
        double gap = GAP * size;
        if (hasRoomForFormula(painter, right - left, style)) {
            for (var piece : formula.line(size, false).pieces()) {
                pieces.add(pieces.size() == titled ? piece.after(gap) : piece);
            }
        }
        var line = new TextLine(pieces);
        painter.line(line, keyed, y, Align.LEFT, palette.text());
        if (keyed + line.width(painter) + gap + painter.textWidth(note, size, false) <= right) {
            painter.text(note, right, y, size, false, Align.RIGHT, palette.mute());
        }
    }

    /** Whether the title is drawn in a line {@code width} wide; always if there is no letter to refer to it. */
    private boolean hasRoomForTitle(TextMeasure painter, double width, Style style) {
        return letter.isEmpty()
                || title.isEmpty()
                || titleWidth(painter, SMALLEST * style.text()) <= room(painter, width, style);
    }

    private Caption untitled() {
        return new Caption(letter, keys, "", Formula.parse(""), note, noteFirst);
    }

    /** The space that keys and letter leave in a line {@code width} wide. */
    private double room(TextMeasure painter, double width, Style style) {
        return width - keys.size() * keyWidth(style) - letterWidth(painter, style);
    }

    /** Whether the formula is drawn too in a line {@code width} wide. */
    boolean hasRoomForFormula(TextMeasure painter, double width, Style style) {
        double room = room(painter, width, style);
        double size = size(painter, room, style);
        double left = room - titleWidth(painter, size);
        double noted = GAP * size + painter.textWidth(note, size, false);
        double noteWidth = noteFirst && !note.isEmpty() && noted <= left ? noted : 0;
        return noteWidth + GAP * size + formula.width(painter, size, false) <= left;
    }

    /** Whether a line {@code width} wide omits the title, to which its letter refers in the legend. */
    public boolean omitsTitle(TextMeasure painter, double width, Style style) {
        return !title.isEmpty() && !hasRoomForTitle(painter, width, style);
    }

    /** The legend entry for a formula omitted in a line {@code width} wide that shows its title. */
    public Optional<Legend.Entry> unsaidFormula(TextMeasure painter, double width, Style style) {
        return omitsTitle(painter, width, style)
                        || formula.runs().isEmpty()
                        || title.isEmpty()
                        || hasRoomForFormula(painter, width, style)
                ? Optional.empty()
                : Optional.of(new Legend.Entry(Legend.NOTHING, title + ": " + formula.marked()));
    }

    /** Whether the note is drawn too in a line {@code width} wide. */
    public boolean hasRoomForNote(TextMeasure painter, double width, Style style) {
        if (!hasRoomForTitle(painter, width, style)) {
            return untitled().hasRoomForNote(painter, width, style);
        }
        double room = room(painter, width, style);
        double size = size(painter, room, style);
        double said = titleWidth(painter, size);
        if (hasRoomForFormula(painter, width, style) && !formula.runs().isEmpty()) {
            said += GAP * size + formula.width(painter, size, false);
        }
        return said + GAP * size + painter.textWidth(note, size, false) <= room;
    }

    /** The width of a line that omits nothing, in points. */
    public double width(TextMeasure painter, Style style) {
        double text = style.text();
        double formulaWidth = formula.runs().isEmpty() ? 0 : GAP * text + formula.width(painter, text, false);
        double noteWidth = note.isEmpty() ? 0 : GAP * text + painter.textWidth(note, text, false);
        return letterWidth(painter, style)
                + keys.size() * keyWidth(style)
                + titleWidth(painter, text)
                + formulaWidth
                + noteWidth;
    }

    private double size(TextMeasure painter, double room, Style style) {
        double fitting = Math.min(1, room / titleWidth(painter, style.text()));
        return style.text() * (letter.isEmpty() ? Math.max(0, fitting) : Math.max(SMALLEST, fitting));
    }

    private double titleWidth(TextMeasure painter, double size) {
        return Formula.parse(title).width(painter, size, true);
    }

    private double letterWidth(TextMeasure painter, Style style) {
        return letter.isEmpty() ? 0 : painter.textWidth(letter, style.text(), true) + LETTER_GAP * style.text();
    }

    /** Draws it over a plot. */
    public void drawOver(Painter painter, Place place, Palette palette, Style style) {
        double rise = letter.isEmpty() ? 0.75 * style.text() : LETTER_RISE;
        draw(painter, place.left(), place.right(), place.top() - rise, palette, style);
    }

    private static double keyWidth(Style style) {
        return (KEY + 0.45) * style.text();
    }

    /** Draws a short arrow like those of the plot. */
    private static void key(Painter painter, Key of, double left, double y, Palette palette, Style style) {
        double length = KEY * style.text();
        var under = of.under().on(palette);
        if (!under.equals(palette.panel())) {
            double margin = 0.15 * style.text();
            painter.rectangle(left - margin, y - 0.5 * style.text(), length + 2 * margin, style.text(), under);
        }
        var arrow = new Arrows();
        arrow.add(left, y, left + length, y, style.scaled(1.25), of.head());
        arrow.draw(painter, of.color().on(palette), 1.5 * style.arrow());
    }
}
