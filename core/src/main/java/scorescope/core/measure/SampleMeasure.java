package scorescope.core.measure;

/**
 * A distance of two samples; 0 for equal samples. One file for each; {@link MeasureCatalog} lists them.
 */
@FunctionalInterface
public interface SampleMeasure {
    /** @throws IllegalArgumentException if a sample has more than {@link #mostPoints} points */
    double between(Sample a, Sample b);

    /** The largest sample for which the measure is computed; its cost grows faster than linearly. */
    default int mostPoints() {
        return Integer.MAX_VALUE;
    }
}
