package scorescope.plot.paint;

/**
 * Sizes of everything drawn, in points of the figure (logical pixels on screen).
 *
 * @param text captions and labels
 * @param ticks tick labels, legend
 * @param hairline frames and tick marks
 * @param contour contour lines
 * @param arrow shafts of arrows
 * @param head length of a whole arrow head
 * @param spacing the least distance between neighbouring arrows
 * @param particle radius of a particle's disc while there are few
 * @param tail lines of particles' tails
 * @param outline lines one takes hold of: ellipses, handles, probes
 * @param detail cells of raster fields along one point
 * @param framed whether axes have a frame with tick marks, as on paper; on screen numbers alone are calmer
 */
public record Style(
        double text,
        double ticks,
        double hairline,
        double contour,
        double arrow,
        double head,
        double spacing,
        double particle,
        double tail,
        double outline,
        double detail,
        boolean framed) {
    /** The window. */
    public static final Style SCREEN = new Style(13, 11, 1, 0.8, 1.2, 4.8, 18, 1.6, 0.8, 1, 0.5, false);

    /** Print: type of 8 pt, thin lines. */
    public static final Style PAPER = new Style(8, 7, 0.5, 0.5, 0.55, 2, 8.4, 0.75, 0.35, 0.6, 3, true);

    /** Everything {@code factor} times as large (a presenter's screen); fields keep their cells for each point. */
    public Style scaled(double factor) {
        return new Style(
                text * factor,
                ticks * factor,
                hairline * factor,
                contour * factor,
                arrow * factor,
                head * factor,
                spacing * factor,
                particle * factor,
                tail * factor,
                outline * factor,
                detail,
                framed);
    }

    /** The same sizes with fields computed at {@code detail} cells along a point. */
    public Style withDetail(double detail) {
        return new Style(text, ticks, hairline, contour, arrow, head, spacing, particle, tail, outline, detail, framed);
    }
}
