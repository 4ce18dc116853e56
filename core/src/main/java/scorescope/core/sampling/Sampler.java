package scorescope.core.sampling;

/**
 * A sampling method bound to a score, a process and a target level. Pure: state in, state out. Animation,
 * command line and tests drive the same two methods.
 */
public interface Sampler {
    /** The number of steps after which a run is DONE. */
    int steps();

    /** The state before the first step. */
    State init(int particles, Start start, NoiseSource noise);

    /**
     * The state after one more step.
     *
     * @param state not modified
     * @param spare a state of the same run whose arrays may be overwritten and handed back, so that an animation
     *     swapping two states allocates nothing; may not be {@code state}
     */
    State step(State state, NoiseSource noise, State spare);
}
