package scorescope.plot.study.run;

/**
 * The number in a study's picture to which the study's text refers, and the range in which the text is true.
 *
 * @param value as read off the picture, or computed from the picture's data
 * @param least the smallest value for which the text is true
 * @param most the largest
 */
public record Evidence(double value, double least, double most) {
    public static Evidence atLeast(double least, double value) {
        return new Evidence(value, least, Double.POSITIVE_INFINITY);
    }

    public static Evidence atMost(double most, double value) {
        return new Evidence(value, Double.NEGATIVE_INFINITY, most);
    }

    /** Evidence for a value that should be {@code wanted}. */
    public static Evidence near(double wanted, double tolerance, double value) {
        return new Evidence(value, wanted - tolerance, wanted + tolerance);
    }

    /** Whether the text is true of the picture; false if the number is not known. */
    public boolean holds() {
        return value >= least && value <= most;
    }
}
