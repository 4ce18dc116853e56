package scorescope.plot.paint;

/** A rectangle of a figure in points, y downwards. */
public record Place(double left, double top, double width, double height) {
    public double right() {
        return left + width;
    }

    public double bottom() {
        return top + height;
    }
}
