package scorescope.plot.paint;

/** A rectangle of a figure in points, y downwards. */
public record Place(double left, double top, double width, double height) {
    public double right() {
        return left + width;
    }

    public double bottom() {
        return top + height;
    }

    /** The same from its left end to another right end. */
    public Place upTo(double changedRight) {
        return new Place(left, top, changedRight - left, height);
    }
}
