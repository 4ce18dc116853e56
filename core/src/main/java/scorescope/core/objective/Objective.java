package scorescope.core.objective;

import java.util.Optional;
import java.util.function.Function;
import scorescope.core.density.GaussianMixture;
import scorescope.core.network.WeightArray;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.quadrature.Estimate;

/** A loss that training minimises. Independent of optimizers and without state, so several threads may use it. */
public interface Objective {
    BatchRequirements requirements();

    /**
     * The loss of a batch and its gradient with respect to the weights: sums over the samples of this part divided by
     * {@link Batch#total()}, so that parts add up to the mean over the batch. The loss of every sample is written to
     * {@link Batch#losses()}.
     *
     * @param samples made for {@link #requirements()}, its batch drawn; overwritten
     * @param weights not modified
     * @param gradient overwritten
     * @return the loss; NaN or infinite if training has diverged
     */
    double lossAndGradient(Samples samples, WeightArray weights, WeightArray gradient);

    /**
     * The expected loss of the exact score at one level, a lower bound for every network; empty if it is not known.
     *
     * @param error E tr Cov[x₀ | x_t] at that level, as {@link scorescope.core.denoise.MinimumError} gives it
     */
    default Optional<Estimate> leastLoss(NoiseLevel at, Estimate error) {
        return Optional.empty();
    }

    /** Source of an objective's noise. */
    enum NoiseRequirement {
        /** Plain noise at given levels, or any process in continuous time. */
        ANY,
        /** The process in continuous time: the loss depends on its path. */
        PATH,
        /** A chain of steps, as DDPM's: the loss depends on its β. */
        CHAIN
    }

    /**
     * The problem that an objective is bound to.
     *
     * @param process the process whose noise is added
     * @param mixture the exact density, if it is known
     */
    record Subject(NoiseProcess process, Optional<GaussianMixture> mixture) {}

    /**
     * An objective that is not yet bound to a process and a density.
     *
     * @param noiseRequirement the required source of its noise
     * @param energy whether the network must be an energy
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
