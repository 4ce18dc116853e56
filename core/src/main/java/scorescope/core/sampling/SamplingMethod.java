package scorescope.core.sampling;

import scorescope.core.noise.NoiseLevel;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.score.ScoreField;

/** A sampling method with its parameters set, ready to be bound to a problem. {@link SamplerCatalog} lists them. */
public interface SamplingMethod {
    Sampler bind(Problem problem);

    /** Where its particles begin unless a person says otherwise. */
    default Start naturalStart() {
        return new Start.Prior();
    }

    /**
     * What is sampled from.
     *
     * @param score the score to follow
     * @param process the process that methods along a path run down
     * @param target the level at which Langevin-type methods sample and path methods end
     */
    record Problem(ScoreField score, NoiseProcess process, NoiseLevel target) {}
}
