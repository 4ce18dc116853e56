package scorescope.plot.export;

import scorescope.plot.figure.Figure;

/**
 * A figure as pixels.
 *
 * @param argb row by row from the top, straight alpha
 */
public record FigurePixels(int[] argb, int columns, int rows) {
    /** @param scale pixels along a point; rounded so that a whole number of pixels fills the figure */
    public static FigurePixels of(Figure figure, double scale) {
        int columns = columns(figure.width(), scale);
        int rows = columns(figure.height(), scale);
        return new FigurePixels(GraphicsPainter.pixels(figure, columns, rows), columns, rows);
    }

    /** How many pixels of that scale are along a side of {@code points}. */
    static int columns(double points, double scale) {
        return (int) Math.max(1, Math.round(points * scale));
    }
}
