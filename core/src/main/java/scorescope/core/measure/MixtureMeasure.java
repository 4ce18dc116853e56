package scorescope.core.measure;

import scorescope.core.density.NoisedMixture;
import scorescope.core.quadrature.Estimate;

/** A quality of a sample as judged by the exact mixture. One file for each; {@link MeasureCatalog} lists them. */
@FunctionalInterface
public interface MixtureMeasure {
    /**
     * @param mixture with a density
     * @return with two standard errors of the sampling
     */
    Estimate of(Sample sample, NoisedMixture mixture);

    /** The mean of a quantity of points with two standard errors. */
    static Estimate mean(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return new Estimate(mean, 2 * Math.sqrt(squares / Math.max(1, values.length - 1) / values.length));
    }
}
