package scorescope.core.parameter;

import java.util.Locale;
import scorescope.core.BadInputException;

/**
 * The numbers that input may hold, for session files, patches, options and files of points alike. Within these ranges all
 * results are finite and as accurate as double and double-double arithmetic permit; outside, squares and fourth powers
 * overflow or are dominated by rounding errors.
 */
public final class Ranges {
    /** Largest coordinate and width in a session, in data units. */
    public static final double FARTHEST = 1e6;

    /** Largest coordinate of a point at which something is evaluated. */
    public static final double FARTHEST_POINT = 1e8;

    /** Least width (standard deviation, σ, bandwidth) that is not 0. */
    public static final double NARROWEST = 1e-12;

    /** Largest σ/α at which a path is integrated in x/α: its fourth power does not overflow. */
    public static final double MOST_NOISE = 1e75;

    private Ranges() {}

    /** Returns the coordinate if it is in range. */
    public static double coordinate(double value, String place) {
        return within(value, FARTHEST, place);
    }

    /** Requires that something can be evaluated at the point. */
    public static void point(double x, double y, String place) {
        within(x, FARTHEST_POINT, place);
        within(y, FARTHEST_POINT, place);
    }

    /**
     * Requires that paths can be integrated in x/α from the end of a process.
     *
     * @param ratio σ/α there
     */
    public static void end(double ratio) {
        if (!(ratio <= MOST_NOISE)) {
            throw BadInputException.of("process", "core.ranges.end", String.format(Locale.ROOT, "%.1e", ratio));
        }
    }

    private static double within(double value, double farthest, String place) {
        if (!(Math.abs(value) <= farthest)) {
            throw BadInputException.of(
                    place, Double.isNaN(value) ? "core.ranges.not-a-number" : "core.ranges.too-far", value, farthest);
        }
        return value;
    }

    /** Returns the width if it is 0 or in range. */
    public static double width(double value, String place) {
        if (value != 0 && !(value >= NARROWEST && value <= FARTHEST)) {
            throw BadInputException.of(place, "core.ranges.out-of-range", value, NARROWEST, FARTHEST);
        }
        return value;
    }

    /** Requires that both variances of [[xx, xy], [xy, yy]] are squares of widths above 0. */
    public static void covariance(double xx, double yy, String place) {
        double least = NARROWEST * NARROWEST;
        double most = FARTHEST * FARTHEST;
        for (double variance : new double[] {xx, yy}) {
            if (!(variance >= least && variance <= most)) {
                throw BadInputException.of(place, "core.ranges.variance", variance, least, most);
            }
        }
    }
}
