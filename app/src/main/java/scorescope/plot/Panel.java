package scorescope.plot;

import java.util.Optional;

/** One plot of a figure, laid out and computed: a plane, a chart, a table. */
public interface Panel {
    /** The area inside its axes. */
    Place place();

    /** The line above it. */
    Caption caption();

    /** The caption's formula, if there was no room for it. */
    default Optional<Legend.Entry> unsaid(Painter ruler, Style style) {
        return caption().unsaid(ruler, place().width(), style);
    }

    void draw(Painter painter, Palette palette, Style style);
}
