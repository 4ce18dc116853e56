package scorescope.core.sampling;

import java.util.Optional;
import java.util.OptionalDouble;
import scorescope.core.BadInputException;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.sampling.method.SamplerCatalog;
import scorescope.core.score.ScoreField;

/** A sampling method with its parameters set, ready to be bound to a problem. {@link SamplerCatalog} lists them. */
public interface SamplingMethod {
    /** @throws BadInputException if the method is not applicable to this score, process or target; the message says why */
    Sampler bind(Problem problem);

    /** @throws BadInputException as {@link #bind}, without the work of binding */
    default void check(Problem problem) {}

    /** The limit for short steps, and the order of convergence. */
    Convergence convergence();

    /** Whether all steps are at the target's noise level; otherwise the level decreases to that of the target. */
    boolean staysAtOneLevel();

    /** Whether its final positions are samples of the density. False for a method that only follows the score. */
    default boolean samples() {
        return true;
    }

    /** Default start of its particles. */
    default Start naturalStart() {
        return new PriorStart();
    }

    /** A known fault of these parameters on this problem, and its remedy; empty if none is known. */
    default Optional<String> caution(Problem problem) {
        return Optional.empty();
    }

    /**
     * The stability limit of {@code stepSize} at the mode of largest curvature of log p; empty if the method has no such
     * bound, or none is known for the score. Depends on the problem alone, not on the parameters.
     */
    default OptionalDouble longestStep(Problem problem) {
        return OptionalDouble.empty();
    }

    /** Why the method is not applicable to a problem; empty if it is. */
    default Optional<BadInputException> refusal(Problem problem) {
        try {
            check(problem);
            return Optional.empty();
        } catch (BadInputException why) {
            return Optional.of(why);
        }
    }

    /**
     * The sampling problem.
     *
     * @param score the score to follow
     * @param process the process that methods along a path reverse
     * @param target the level at which Langevin-type methods sample and path methods end
     */
    record Problem(ScoreField score, NoiseProcess process, NoiseLevel target) {}
}
