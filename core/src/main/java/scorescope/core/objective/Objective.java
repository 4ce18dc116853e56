package scorescope.core.objective;

import java.util.Optional;
import java.util.function.Function;
import scorescope.core.density.GaussianMixture;
import scorescope.core.network.WeightArray;
import scorescope.core.noise.NoiseProcess;

/** What training makes small. Knows no optimizer and holds no state, so several threads may use it. */
public interface Objective {
    BatchRequirements needs();

    /**
     * The loss of a batch and its gradient by the weights: sums over the shard's samples divided by
     * {@link Batch#total()}, so that shards add up to the mean over the batch. Every sample's own loss is left in
     * {@link Batch#losses()}.
     *
     * @param samples made for {@link #needs()}, its batch drawn; overwritten
     * @param weights not modified
     * @param gradient overwritten
     * @return the loss; NaN or infinite if training has diverged
     */
    double lossAndGradient(Samples samples, WeightArray weights, WeightArray gradient);

    /** Where an objective's noise comes from. */
    enum NoiseRequirement {
        /** Plain noise at given levels, or any process in continuous time. */
        ANY,
        /** The process in continuous time: the loss speaks of its path. */
        PATH,
        /** A chain of steps, as DDPM's: the loss speaks of its β. */
        CHAIN
    }

    /**
     * What an objective is about.
     *
     * @param process whose noise is added
     * @param mixture the exact density, if it is known
     */
    record Subject(NoiseProcess process, Optional<GaussianMixture> mixture) {}

    /**
     * An objective before it is known what it will be about.
     *
     * @param noiseRequirement where its noise must come from
     * @param energy whether it speaks of an energy, not of a score alone
     */
    record Family(NoiseRequirement noiseRequirement, boolean energy, Function<Subject, Objective> over) {
        static Family of(Function<Subject, Objective> over) {
            return new Family(NoiseRequirement.ANY, false, over);
        }

        static Family on(NoiseRequirement noiseRequirement, Function<Subject, Objective> over) {
            return new Family(noiseRequirement, false, over);
        }

        public Objective over(Subject subject) {
            return over.apply(subject);
        }
    }
}
