package scorescope.plot.figure;

import java.util.Optional;
import scorescope.plot.guide.Caption;
import scorescope.plot.guide.Legend;
import scorescope.plot.paint.Painter;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.Place;
import scorescope.plot.paint.Style;
import scorescope.plot.paint.TextMeasure;

/** One plot of a figure, laid out and computed: a plane, a chart, a table. */
public interface Panel {
    /** The area inside its axes. */
    Place place();

    /** The line above it. */
    Caption caption();

    /** The right end of the space for that line. */
    default double captionRight() {
        return place().right();
    }

    /** The caption's formula, if there was no room for it. */
    default Optional<Legend.Entry> unsaidFormula(TextMeasure ruler, Style style) {
        return caption().unsaidFormula(ruler, captionRight() - place().left(), style);
    }

    /** The title of a lettered caption, if there was no room for it. */
    default Optional<UnsaidWords> unsaidTitle(TextMeasure ruler, Style style) {
        return caption().omitsTitle(ruler, captionRight() - place().left(), style)
                ? Optional.of(new UnsaidWords(caption().letter(), caption().title()))
                : Optional.empty();
    }

    void draw(Painter painter, Palette palette, Style style);
}
