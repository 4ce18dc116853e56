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
     * The state after one more step. The result does not depend on the number of threads of {@code shards}.
     *
     * @param state not modified; its run must not have ended
     * @param spare a state of the same run whose arrays may be overwritten and handed back, so that an animation
     *     swapping two states allocates nothing; may not be {@code state}
     * @throws IllegalStateException if {@code state} is DONE or DIVERGED
     */
    State step(State state, NoiseSource noise, State spare, Shards shards);

    /** The state after one more step, computed on the calling thread. */
    default State step(State state, NoiseSource noise, State spare) {
        return step(state, noise, spare, Shards.ONE);
    }

    /** The time that {@code state} stands at: the process's t, or a time of the method's own. */
    default double time(State state) {
        return state.level().t();
    }
}
