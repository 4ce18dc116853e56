package scorescope.plot.figure;

import java.util.OptionalDouble;

/**
 * The page of a printed figure.
 *
 * @param width in points
 * @param height in points; empty for as high as the panels need
 */
public record Page(double width, OptionalDouble height) {
    /** A page as high as the panels need. */
    public static Page wide(double width) {
        return new Page(width, OptionalDouble.empty());
    }
}
