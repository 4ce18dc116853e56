package scorescope.plot;

/** One plot of a figure, laid out and computed: a plane, a chart, a table. */
public interface Panel {
    /** The area inside its axes. */
    Place place();

    void draw(Painter painter, Palette palette, Style style);
}
