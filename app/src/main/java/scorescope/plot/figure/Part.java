package scorescope.plot.figure;

import java.util.List;
import scorescope.plot.guide.Caption;
import scorescope.plot.guide.Legend;
import scorescope.plot.paint.Place;
import scorescope.plot.paint.Style;
import scorescope.plot.paint.TextMeasure;

/** One plot of a study before the layout: a part of the plane, a chart or a table. */
public sealed interface Part permits PlanePart, ChartPart, TablePart {
    Caption caption();

    /** The same with another caption. */
    Part under(Caption changed);

    /** Its share of a line's width relative to the usual 1. */
    default double weight() {
        return 1;
    }

    /**
     * The width that the numbers on its left need, in points.
     *
     * @param first whether it is the first in its line
     * @param plot its size, whose position does not matter
     */
    double left(TextMeasure ruler, Style style, boolean first, Place plot);

    /** The width that a colour bar on its right needs, in points. */
    default double right(TextMeasure ruler, Style style) {
        return 0;
    }

    /**
     * The height that the numbers under it need, in points.
     *
     * @param plot its size, whose position does not matter
     */
    double bottom(TextMeasure ruler, Style style, Place plot);

    /** The height that suits a plot {@code width} points wide, in points. */
    double height(Style style, double width);

    /** The width that its plot uses of a place of {@code width} by {@code height}, in points. */
    default double used(double width, double height) {
        return width;
    }

    /** Smallest width on paper, in points; a row without that much space continues on a next line. */
    double narrowest(TextMeasure ruler, Style style);

    /** Largest factor by which a taller window or page may stretch that height; 1 for none. */
    double elasticity();

    /** Whether it may be lower than that height. */
    default boolean shrinks() {
        return true;
    }

    /** Largest size at which it can appear in an area of {@code width} by {@code height}, in points. */
    double size(Style style, double width, double height);

    /** Computes the panel at a place, reusing contents of the previous picture. */
    Panel at(Place place, Style style, boolean first, PanelContentCache cache);

    /** The meaning of its lines and marks; valid after {@link #at}. */
    List<Legend.Entry> legend();
}
