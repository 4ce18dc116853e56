package scorescope.core.objective;

import scorescope.core.random.Probes;
import scorescope.core.score.Derivatives;

/**
 * Requirements of an objective on batch and network.
 *
 * @param derivatives required derivatives of the score
 * @param vectors number of random vectors for every sample
 * @param law of these vectors
 * @param copies number of copies of the batch that are evaluated by the network at once
 */
public record BatchRequirements(Derivatives derivatives, int vectors, Probes.Law law, int copies) {
    /** The score alone. */
    public static final BatchRequirements SCORE = of(Derivatives.NONE);

    public static BatchRequirements of(Derivatives derivatives) {
        return new BatchRequirements(derivatives, 0, Probes.Law.GAUSSIAN, 1);
    }
}
