package scorescope.core.sampling;

/** A method that follows a process from its end down to the target's time. */
interface PathMethod extends SamplingMethod {
    @Override
    default void check(Problem problem) {
        var unused = Path.Ends.of(problem);
    }
}
