package scorescope.core.objective;

import scorescope.core.sampling.Probes;
import scorescope.core.score.Derivatives;

/**
 * What an objective asks for.
 *
 * @param derivatives of the score
 * @param vectors random vectors for every sample
 * @param law of these vectors
 * @param copies how many times a batch goes through the network at once
 */
public record Needs(Derivatives derivatives, int vectors, Probes.Law law, int copies) {
    /** The score alone. */
    public static final Needs SCORE = of(Derivatives.NONE);

    public static Needs of(Derivatives derivatives) {
        return new Needs(derivatives, 0, Probes.Law.GAUSSIAN, 1);
    }
}
