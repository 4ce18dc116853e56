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
 * @param pixels opaque, as they are seen
 * @param width of the figure, in points
 * @param height of the figure, in points
 * @param panels places of the session's panels with their captions and numbers, in points; one where it has none
 * @param report what there is to say of it, if that was asked for
 */
record Preview(FigurePixels pixels, double width, double height, List<Place> panels, Optional<Report> report) {
    /**
     * What there is to say of a figure.
     *
     * @param close inks in use that are taken for each other
     */
    record Report(Description words, FigureSurvey survey, List<CloseColors> close) {}

    /** Room of a panel's caption above it, of its numbers below and left of it, in sizes of the text. */
    private static final double ABOVE = 1.9;

    private static final double BELOW = 3;
    private static final double APART = 0.3;
    private static final double LEFT = 2.6;

    Preview {
        panels = List.copyOf(panels);
    }

    /** @param owners the panel of the session that each panel of the figure belongs to */
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

    /** Where a plot before ends, with some space, if it stands in the same line. */
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
