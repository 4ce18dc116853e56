package scorescope.plot.paint;

import java.util.Arrays;
import java.util.List;

/**
 * Draws on some surface: the screen's canvas, an SVG, a PNG. Coordinates and sizes are in points of the
 * figure (1/72 inch on paper, one logical pixel on screen), y downwards. The same {@link Layer} code draws to
 * all of them, so that the window and the exported figure show the same.
 *
 * <p>Arrays may be reused by the caller once a call returns.
 */
public interface Painter extends TextMeasure {
    /** Straight segments (x[2k], y[2k]) to (x[2k+1], y[2k+1]), {@code points} coordinates in all. */
    void segments(double[] x, double[] y, int points, Color color, double width);

    /** One open or closed line through {@code points} points. */
    void polyline(double[] x, double[] y, int points, boolean closed, Color color, double width, Dash dash);

    /** Filled triangles, three points each (arrow heads). */
    void triangles(double[] x, double[] y, int points, Color color);

    /** Filled discs of one radius. */
    void discs(double[] x, double[] y, int count, double radius, Color color);

    /**
     * Filled discs of one radius about points of the plane, in one colour, or in several colours that do not cover each
     * other completely. Points outside the viewport and points that are not numbers are left out.
     *
     * @param x in data units
     * @param colorIndex index of the colour of each disc; not read if there is one
     * @param colors all of the same opacity
     */
    default void particles(
            Viewport viewport, double[] x, double[] y, int[] colorIndex, int count, double radius, List<Color> colors) {
        InterleavedColors.draw(this, viewport, x, y, colorIndex, count, radius, colors);
    }

    /** A filled square standing on a corner, its corners {@code radius} from (x, y). */
    default void diamond(double x, double y, double radius, Color color) {
        double r = radius;
        // Drawn twice, divided horizontally and vertically, so that no seam is visible.
        triangles(new double[] {x - r, x, x + r, x - r, x, x + r}, new double[] {y, y - r, y, y, y + r, y}, 6, color);
        triangles(new double[] {x, x - r, x, x, x + r, x}, new double[] {y - r, y, y + r, y - r, y, y + r}, 6, color);
    }

    /** A filled rectangle. */
    void rectangle(double x, double y, double width, double height, Color color);

    /** An ellipse outline with semi-axes a, b, the first at {@code angle} radians counter-clockwise as seen. */
    void ellipse(double x, double y, double a, double b, double angle, Color color, double width, Dash dash);

    /** Text with its baseline at (x, y), aligned there by {@code align}; {@code size} in points. */
    void text(String text, double x, double y, double size, boolean bold, Align align, Color color);

    /** A line of pieces with its baseline at (x, y), aligned there as a whole. */
    default void line(TextLine line, double x, double y, Align align, Color color) {
        line.drawApart(this, x, y, align, color);
    }

    /** A raster stretched over the rectangle; {@code argb} row by row from the top, straight alpha. */
    void image(int[] argb, int columns, int rows, double x, double y, double width, double height);

    /**
     * Announces the values of the image that is drawn next, for painters that record numbers.
     *
     * @param numbers row by row from the top
     */
    default void values(float[] numbers, int columns, int rows, String meaning) {}

    /** Restricts drawing to the rectangle until {@link #unclip}. Clips do not nest. */
    void clip(double x, double y, double width, double height);

    void unclip();

    /**
     * Begins the marks of one layer, for painters that name groups of marks; layers do not nest.
     *
     * @param layer id of the layer
     */
    default void begin(String layer) {}

    /** Ends the layer. */
    default void end() {}

    /** Where the text stands relative to its anchor. */
    enum Align {
        LEFT,
        CENTER,
        RIGHT
    }

    /** Line patterns, declared in line widths, so that a line looks alike at every width and by every painter. */
    @SuppressWarnings("ImmutableEnumChecker") // the lengths are private and never written
    enum Dash {
        SOLID,
        DASHED(4, 3),
        DOTTED(1, 2),
        /** Long and short strokes alternately. */
        DASH_DOTTED(7, 3, 1, 3);

        private final double[] widths;

        Dash(double... widths) {
            this.widths = widths;
        }

        /**
         * Lengths of strokes and gaps alternately as drawn, without caps, in points; empty for a solid line.
         *
         * @param width of the line, in points
         */
        public double[] lengths(double width) {
            return Arrays.stream(widths).map(length -> length * width).toArray();
        }

        /** As {@link #lengths}, for a painter whose round caps make every stroke longer by one line width. */
        public double[] lengthsBetweenCaps(double width) {
            double[] lengths = lengths(width);
            for (int i = 0; i < lengths.length; i++) {
                lengths[i] += i % 2 == 0 ? -width : width;
            }
            return lengths;
        }
    }
}
