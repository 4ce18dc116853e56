package scorescope.plot.export;

import scorescope.plot.figure.Figure;

/**
 * A figure as pixels.
 *
 * @param argb row by row from the top, straight alpha
 */
public record FigurePixels(int[] argb, int columns, int rows) {
    /**
     * @param scale pixels per point; rounded so that a whole number of pixels fills the figure
     */
    public static FigurePixels of(Figure figure, double scale) {
        int columns = columns(figure.width(), scale);
        int rows = columns(figure.height(), scale);
        return new FigurePixels(GraphicsPainter.pixels(figure, columns, rows), columns, rows);
    }

    /** Number of pixels along a side of length {@code points} at that scale. */
    static int columns(double points, double scale) {
        return (int) Math.max(1, Math.round(points * scale));
    }
}
