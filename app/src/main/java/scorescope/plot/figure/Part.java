package scorescope.plot.figure;

import java.util.List;
import scorescope.plot.guide.Caption;
import scorescope.plot.guide.Legend;
import scorescope.plot.paint.Place;
import scorescope.plot.paint.Style;
import scorescope.plot.paint.TextMeasure;

/** One plot of a study before it has its place: a part of the plane, a chart, a table. */
public sealed interface Part permits PlanePart, ChartPart, TablePart {
    Caption caption();

    /** The same under another caption. */
    Part under(Caption changed);

    /** Its share of a line's width, 1 being usual. */
    default double weight() {
        return 1;
    }

    /**
     * The width that the numbers on its left need, in points.
     *
     * @param first whether nothing stands left of it in its line
     * @param height of its plot, roughly
     */
    double left(TextMeasure ruler, Style style, boolean first, double height);

    /** The width that a colour bar on its right needs, in points. */
    default double right(TextMeasure ruler, Style style) {
        return 0;
    }

    /** The height that the numbers under it need, in points. */
    double bottom(Style style);

    /** The height that suits a plot so wide, in points. */
    double height(Style style, double width);

    /** So wide at least it is on paper, else the row goes on in a next line, in points. */
    double narrowest(TextMeasure ruler, Style style);

    /** How many times that height a taller window may give it; 1 for none more. */
    double elasticity();

    /** How large it looks at best in a room so wide and high, in points. */
    double size(Style style, double width, double height);

    /** Computes what it shows at that place, in contents kept from the picture before. */
    Panel at(Place place, Style style, boolean first, PanelContentCache cache);

    /** What its lines and marks mean; after {@link #at}. */
    List<Legend.Entry> legend();
}
