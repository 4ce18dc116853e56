package scorescope.core.objective;

import scorescope.core.random.Probes;
import scorescope.core.score.Derivatives;

/**
 * What an objective needs of a batch and of the network.
 *
 * @param derivatives of the score
 * @param vectors random vectors for every sample
 * @param law of these vectors
 * @param copies copies of the batch that go through the network at once
 */
public record BatchRequirements(Derivatives derivatives, int vectors, Probes.Law law, int copies) {
    /** The score alone. */
    public static final BatchRequirements SCORE = of(Derivatives.NONE);

    public static BatchRequirements of(Derivatives derivatives) {
        return new BatchRequirements(derivatives, 0, Probes.Law.GAUSSIAN, 1);
    }
}
