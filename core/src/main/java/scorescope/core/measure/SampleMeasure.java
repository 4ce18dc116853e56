package scorescope.core.measure;

/**
 * How far two samples are apart; 0 for a sample and itself. One file for each; {@link MeasureCatalog} lists them with
 * their definitions.
 */
@FunctionalInterface
public interface SampleMeasure {
    /** @throws IllegalArgumentException if there are more points than the measure can take */
    double between(Sample a, Sample b);

    /** The most points of one sample that it is asked for; its work grows faster than their number. */
    default int mostPoints() {
        return Integer.MAX_VALUE;
    }
}
