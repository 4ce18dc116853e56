package scorescope.ui.figure;

import java.util.List;
import scorescope.plot.paint.Length;
import scorescope.plot.paint.Place;
import scorescope.session.FigureSpec;
import scorescope.session.Venue;

/**
 * Layout of the page, in logical pixels. The figure stands in running text as in print: in one column or across all.
 *
 * @param scale logical pixels per point
 * @param margin left and right of the text
 * @param text width of the running text with all columns
 * @param columns number of columns of running text
 * @param body size of the running text
 * @param figureWidth width of the figure
 * @param figureHeight height of the figure
 * @param line height of a line of running text
 * @param caption height of the caption under the figure
 */
record PageLayout(
        double scale,
        double margin,
        double text,
        int columns,
        double body,
        double figureWidth,
        double figureHeight,
        double line,
        double caption) {
    /** Without a venue, a figure narrower than this stands in one of two columns; in points. */
    private static final double COLUMN = 290;

    /** Size of running text without a venue, in points. */
    private static final double BODY = 10;

    private static final double LEAST_MARGIN = 12;

    /** Space left and right of the page. */
    private static final double BACKDROP = 16;

    private static final double MOST_MARGIN = 56;
    private static final int LINES_ABOVE = 4;
    private static final int LINES_BELOW = 5;

    /** Space between columns and around the figure, in sizes of the running text. */
    private static final double GAP = 1.2;

    /**
     * Running text of the venue, or an estimate without one.
     *
     * @param text width of the running text, in points
     * @param body size of the running text, in points
     */
    record Paper(double text, int columns, double body) {
        static Paper of(FigureSpec figure, double figureWidth) {
            double column = 2 * figureWidth + GAP * BODY;
            return figure.venue()
                    .map(Paper::of)
                    .orElseGet(
                            () -> figureWidth < COLUMN ? new Paper(column, 2, BODY) : new Paper(figureWidth, 1, BODY));
        }

        private static Paper of(Venue venue) {
            return new Paper(Length.points(venue.page(), "figure.width"), venue.columns(), venue.body());
        }
    }

    /**
     * Inputs of the layout.
     *
     * @param scale logical pixels along a point
     * @param room available width, in logical pixels
     * @param width width of the figure, in points
     * @param height height of the figure, in points
     */
    record Sheet(Paper paper, double scale, double room, double width, double height) {
        /** The figure's column alone if the whole page is wider than the available width and the figure fits into a column. */
        Sheet fitting() {
            double column = (paper.text() - (paper.columns() - 1) * GAP * paper.body()) / paper.columns();
            boolean wide = scale * Math.max(paper.text(), width) + 2 * (LEAST_MARGIN + BACKDROP) > room;
            return wide && width <= column + GAP * paper.body() / 2
                    ? new Sheet(new Paper(column, 1, paper.body()), scale, room, width, height)
                    : this;
        }
    }

    /**
     * @param line height of a line of running text, in logical pixels
     * @param caption height of the caption, in logical pixels
     */
    static PageLayout of(Sheet whole, double line, double caption) {
        var sheet = whole.fitting();
        double scale = sheet.scale();
        double text = Math.max(sheet.paper().text(), sheet.width()) * scale;
        return new PageLayout(
                scale,
                Math.rint(Math.clamp((sheet.room() - text) / 2 - BACKDROP, LEAST_MARGIN, MOST_MARGIN)),
                text,
                sheet.paper().columns(),
                sheet.paper().body() * scale,
                sheet.width() * scale,
                sheet.height() * scale,
                line,
                caption);
    }

    double width() {
        return text + 2 * margin;
    }

    double height() {
        return bottom() + LINES_BELOW * line + LEAST_MARGIN;
    }

    private double gap() {
        return GAP * body;
    }

    private double column() {
        return (text - (columns - 1) * gap()) / columns;
    }

    /** Whether the figure stands in the first of several columns. */
    private boolean inColumn() {
        return columns > 1 && figureWidth <= column() + gap() / 2;
    }

    private double top() {
        return LEAST_MARGIN + LINES_ABOVE * line + gap();
    }

    /** Place of the figure, centred in a wider column. */
    Place figure() {
        double room = inColumn() ? column() : text;
        double left = margin + Math.max(0, (room - figureWidth) / 2);
        // At whole pixels, so that the picture is not blurred.
        return new Place(Math.rint(left), Math.rint(top()), figureWidth, figureHeight);
    }

    /** Place of the caption. */
    Place captionPlace() {
        return new Place(margin, top() + figureHeight + gap() / 2, inColumn() ? column() : text, caption);
    }

    private double bottom() {
        return top() + figureHeight + gap() / 2 + caption + gap();
    }

    /** Places of running text in reading order. */
    List<Place> blocks() {
        double above = LINES_ABOVE * line;
        double below = LINES_BELOW * line;
        if (columns == 1) {
            return List.of(new Place(margin, LEAST_MARGIN, text, above), new Place(margin, bottom(), text, below));
        }
        double second = margin + column() + gap();
        return inColumn()
                ? List.of(
                        new Place(margin, LEAST_MARGIN, column(), above),
                        new Place(margin, bottom(), column(), below),
                        new Place(
                                second,
                                LEAST_MARGIN,
                                column(),
                                line * Math.floor((bottom() + below - LEAST_MARGIN) / line)))
                : List.of(
                        new Place(margin, LEAST_MARGIN, column(), above),
                        new Place(margin, bottom(), column(), below),
                        new Place(second, LEAST_MARGIN, column(), above),
                        new Place(second, bottom(), column(), below));
    }

    /** Maps a place in the figure, in points, to the page. */
    Place onPage(Place inFigure) {
        var figure = figure();
        return new Place(
                figure.left() + scale * inFigure.left(),
                figure.top() + scale * inFigure.top(),
                scale * inFigure.width(),
                scale * inFigure.height());
    }

    /** Index of the panel whose centre is nearest to a point of the page. */
    int nearest(List<Place> panels, double x, double y) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < panels.size(); i++) {
            var place = onPage(panels.get(i));
            double apart = Math.hypot(place.left() + place.width() / 2 - x, place.top() + place.height() / 2 - y);
            if (apart < least) {
                least = apart;
                best = i;
            }
        }
        return best;
    }

    /** Index of the nearest panel in the line above ({@code direction} −1) or below (1); {@code from} if there is none. */
    static int beyond(List<Place> panels, int from, int direction) {
        var here = panels.get(from);
        int best = from;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < panels.size(); i++) {
            double down = direction * (panels.get(i).top() - here.top());
            double apart = Math.hypot(8 * down, panels.get(i).left() - here.left());
            if (down > here.height() / 2 && apart < least) {
                least = apart;
                best = i;
            }
        }
        return best;
    }
}
