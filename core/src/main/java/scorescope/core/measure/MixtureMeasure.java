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
}
