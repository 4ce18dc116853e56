package scorescope.plot.study.run;

/**
 * The number of a study's picture that its sentence speaks of, and where it must lie for the sentence to be true of it.
 *
 * @param value as read off the picture, or computed from what the picture is drawn from
 * @param least the smallest value for which the sentence is true
 * @param most the largest
 */
public record Evidence(double value, double least, double most) {
    public static Evidence atLeast(double least, double value) {
        return new Evidence(value, least, Double.POSITIVE_INFINITY);
    }

    public static Evidence atMost(double most, double value) {
        return new Evidence(value, Double.NEGATIVE_INFINITY, most);
    }

    /** Of a value that should be {@code wanted}. */
    public static Evidence near(double wanted, double tolerance, double value) {
        return new Evidence(value, wanted - tolerance, wanted + tolerance);
    }

    /** Whether the sentence is true of the picture; not where the number is not known. */
    public boolean holds() {
        return value >= least && value <= most;
    }
}
