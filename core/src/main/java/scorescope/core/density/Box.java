package scorescope.core.density;

/** The rectangle [x0, x1] × [y0, y1] in data units. */
public record Box(double x0, double x1, double y0, double y1) {
    public Box {
        if (!(x1 > x0) || !(y1 > y0)) {
            throw new IllegalArgumentException(
                    "a box needs x0 < x1 and y0 < y1: " + x0 + ", " + x1 + ", " + y0 + ", " + y1);
        }
    }

    /** Whether {@code other} lies within it. */
    public boolean contains(Box other) {
        return other.x0 >= x0 && other.x1 <= x1 && other.y0 >= y0 && other.y1 <= y1;
    }
}
