package scorescope.core.sampling.step;

import scorescope.core.sampling.SamplingMethod;

/** A method that follows a process from its end down to the target's time. */
public interface LevelSequenceMethod extends SamplingMethod {
    @Override
    default boolean staysAtOneLevel() {
        return false;
    }

    @Override
    default void check(Problem problem) {
        var unused = LevelSequence.Ends.of(problem);
    }
}
