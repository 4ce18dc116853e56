package scorescope.ui.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import scorescope.plot.color.CloseColors;
import scorescope.plot.export.FigurePixels;
import scorescope.plot.export.FigureSurvey;
import scorescope.plot.figure.Figure;
import scorescope.plot.paint.Place;
import scorescope.plot.picture.Description;

/**
 * A picture of the figure for the page.
 *
 * @param pixels opaque, with the simulated vision applied
 * @param width width of the figure, in points
 * @param height height of the figure, in points
 * @param panels places of the session's panels with captions and tick labels, in points; one if it has no panels
 * @param report description and survey, if requested
 */
record Preview(FigurePixels pixels, double width, double height, List<Place> panels, Optional<Report> report) {
    /**
     * Description and survey of a figure.
     *
     * @param close pairs of used colours that are hard to tell apart
     */
    record Report(Description words, FigureSurvey survey, List<CloseColors> close) {}

    /** Space for the caption above a panel, and for tick labels below and left of it, in sizes of the text. */
    private static final double ABOVE = 1.9;

    private static final double BELOW = 3;
    private static final double APART = 0.3;
    private static final double LEFT = 2.6;

    Preview {
        panels = List.copyOf(panels);
    }

    /** @param owners for each panel of the figure the index of its panel in the session */
    static List<Place> places(Figure figure, List<Integer> owners) {
        var places = new ArrayList<Place>();
        double text = figure.style().text();
        for (int i = 0; i < figure.panels().size(); i++) {
            var plot = figure.panels().get(i).place();
            double left = Math.max(
                    i > 0 ? edge(figure.panels().get(i - 1).place(), plot, text) : 0, plot.left() - LEFT * text);
            double top = Math.max(0, plot.top() - ABOVE * text);
            var place = new Place(
                    left,
                    top,
                    Math.min(figure.width(), plot.right()) - left,
                    Math.min(figure.height(), plot.top() + plot.height() + BELOW * text) - top);
            int owner = owners.get(i);
            if (owner < places.size()) {
                places.set(owner, around(places.get(owner), place));
            } else {
                places.add(place);
            }
        }
        return places;
    }

    /** Right edge, with a gap, of the plot before if it stands left in the same line; else 0. */
    private static double edge(Place before, Place plot, double text) {
        return before.top() == plot.top() && before.right() < plot.left() ? before.right() + APART * text : 0;
    }

    private static Place around(Place one, Place other) {
        double left = Math.min(one.left(), other.left());
        double top = Math.min(one.top(), other.top());
        return new Place(
                left,
                top,
                Math.max(one.right(), other.right()) - left,
                Math.max(one.top() + one.height(), other.top() + other.height()) - top);
    }
}
