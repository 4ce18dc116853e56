package scorescope.ui.stage;

import scorescope.plot.guide.Axes;
import scorescope.plot.paint.Style;
import scorescope.plot.paint.TextMeasure;
import scorescope.plot.paint.Viewport;
import scorescope.session.View;

/**
 * Margins around a plane for its caption and the numbers along its sides, in points. Numbers are measured: the left
 * margin holds the longest of them, and if the numbers of an axis omit a power of ten or an offset, there is a line for
 * it.
 *
 * @param left a multiple of {@link #STEP}, so that the plane keeps its size while the view moves a little
 * @param top height of the caption and, below it, the note of the left axis if there is one
 * @param bottom height of the numbers and, below them, the note of the lower axis if there is one
 */
record PlotMargins(double left, double top, double bottom) {
    static final double CAPTION = 36;
    static final double RIGHT = 10;
    static final double EDGE = 1;

    /** Smallest margins at the window's usual text size: for numbers of four characters and no notes. */
    static final PlotMargins LEAST = new PlotMargins(36, CAPTION, 26);

    private static final double NOTE = 14;
    private static final double STEP = 6;

    /**
     * Numbers depend on the plane's size and the plane's size on the numbers; the iteration converges in two rounds.
     */
    private static final int ROUNDS = 3;

    /**
     * The margins of a plot.
     *
     * @param width of the whole plot
     * @param height of the plot without its legend
     */
    static PlotMargins of(TextMeasure measure, Style style, View view, double width, double height) {
        double size = style.text() / Style.SCREEN.text();
        var least = new PlotMargins(size * LEAST.left, Math.ceil(size * CAPTION), Math.ceil(size * LEAST.bottom));
        var margins = least;
        for (int round = 0; round < ROUNDS; round++) {
            var viewport = margins.viewport(view, width, height);
            double numbers = Axes.PLAIN.numbersWidth(measure, style, viewport) + EDGE;
            boolean above = !Axes.PLAIN.noteUpwards(style, viewport).isEmpty();
            boolean below = !Axes.PLAIN.noteAcross(measure, style, viewport).isEmpty();
            margins = new PlotMargins(
                    Math.max(margins.left, STEP * Math.ceil(numbers / STEP)),
                    Math.max(margins.top, least.top + (above ? size * NOTE : 0)),
                    Math.max(margins.bottom, least.bottom + (below ? size * NOTE : 0)));
        }
        return margins;
    }

    /** The plane's width in whole points, so that its pixels are the screen's. */
    double planeWidth(double width) {
        return Math.max(8, Math.floor(width - left - RIGHT));
    }

    double planeHeight(double height) {
        return Math.max(8, Math.floor(height - top - bottom - EDGE));
    }

    /** The plane with its upper left corner at 0. */
    Viewport viewport(View view, double width, double height) {
        return Viewport.fit(0, 0, planeWidth(width), planeHeight(height), view.x0(), view.x1(), view.y0(), view.y1());
    }
}
