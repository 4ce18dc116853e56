package scorescope.plot.paint;

/**
 * Sizes of everything drawn, in points of the figure (logical pixels on screen).
 *
 * @param type sizes of type
 * @param lines widths of lines
 * @param arrows sizes of arrows
 * @param particle radius of a particle's disc while there are few
 * @param detail cells of raster fields per point
 * @param framed whether axes have a frame with tick marks, as on paper; on screen axes have numbers only
 */
public record Style(Type type, Lines lines, Arrows arrows, double particle, double detail, boolean framed) {
    /**
     * Sizes of type.
     *
     * @param text captions and labels
     * @param ticks tick labels, legend
     */
    public record Type(double text, double ticks) {
        Type scaled(double factor) {
            return new Type(text * factor, ticks * factor);
        }
    }

    /**
     * Widths of lines.
     *
     * @param hairline frames and tick marks
     * @param contour contour lines
     * @param trail trails of particles
     * @param outline lines that can be dragged: ellipses, handles, probes
     */
    public record Lines(double hairline, double contour, double trail, double outline) {
        Lines scaled(double factor) {
            return new Lines(hairline * factor, contour * factor, trail * factor, outline * factor);
        }
    }

    /**
     * Sizes of arrows.
     *
     * @param shaft width of the shaft
     * @param head length of a whole arrow head
     * @param spacing the least distance between neighbouring arrows
     */
    public record Arrows(double shaft, double head, double spacing) {
        Arrows scaled(double factor) {
            return new Arrows(shaft * factor, head * factor, spacing * factor);
        }
    }

    /** The window. */
    public static final Style SCREEN =
            new Style(new Type(13, 12), new Lines(1, 0.8, 0.8, 1), new Arrows(1.2, 4.8, 18), 1.6, 0.5, false);

    /** Print: type of 8 pt, thin lines. */
    public static final Style PAPER =
            new Style(new Type(8, 7), new Lines(0.5, 0.5, 0.35, 0.6), new Arrows(0.55, 2, 8.4), 0.75, 3, true);

    /** Everything {@code factor} times as large, for presenter mode; fields have the same number of cells per point. */
    public Style scaled(double factor) {
        return new Style(
                type.scaled(factor), lines.scaled(factor), arrows.scaled(factor), particle * factor, detail, framed);
    }

    /** The same with lines and shafts as wide as a palette of strong contrast wants them. */
    public Style on(Palette palette) {
        double strength = palette.strength();
        return strength == 1
                ? this
                : new Style(
                        type,
                        lines.scaled(strength),
                        new Arrows(strength * arrows.shaft(), arrows.head(), arrows.spacing()),
                        particle,
                        detail,
                        framed);
    }

    /**
     * Print with other sizes of text and lines; arrows and particles are unchanged.
     *
     * @param text size of captions and labels, in points
     * @param hairline width of frames and tick marks, in points, to which all lines are in proportion
     */
    public static Style printed(double text, double hairline) {
        double wide = hairline / PAPER.hairline();
        var arrows = PAPER.arrows;
        return new Style(
                PAPER.type.scaled(text / PAPER.text()),
                PAPER.lines.scaled(wide),
                new Arrows(wide * arrows.shaft(), arrows.head(), arrows.spacing()),
                PAPER.particle,
                PAPER.detail,
                PAPER.framed);
    }

    /** The same sizes with fields of {@code cells} cells per point. */
    public Style withDetail(double cells) {
        return new Style(type, lines, arrows, particle, cells, framed);
    }

    public double text() {
        return type.text();
    }

    public double ticks() {
        return type.ticks();
    }

    public double hairline() {
        return lines.hairline();
    }

    public double contour() {
        return lines.contour();
    }

    public double trail() {
        return lines.trail();
    }

    public double outline() {
        return lines.outline();
    }

    public double arrow() {
        return arrows.shaft();
    }

    public double head() {
        return arrows.head();
    }

    public double spacing() {
        return arrows.spacing();
    }
}
