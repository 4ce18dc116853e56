package scorescope.core.sampling;

import java.util.List;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.random.NoiseSource;

/**
 * A sampling method bound to a score, a process and a target level. A step is a pure function of the
 * state and of addressed noise. Animation, command line and tests call the same methods.
 */
public interface Sampler {
    /** Number of steps after which a run is DONE; an upper bound for a method that chooses its own steps. */
    int steps();

    /** Standard deviation s of N(0, s² I), the start that the method assumes ({@link PriorStart}), in data units. */
    double priorStd();

    /**
     * The state before the first step with particles at the given positions. The arrays become the state's; they are not
     * copied.
     *
     * @param noise source of starting velocities, for methods that have them
     */
    State begin(double[] x, double[] y, NoiseSource noise);

    /** The state before the first step. */
    default State init(int particles, Start start, NoiseSource noise) {
        var x = new double[particles];
        var y = new double[particles];
        start.fill(priorStd(), noise, x, y);
        return begin(x, y, noise);
    }

    /**
     * The state after one more step. The result does not depend on the number of threads of {@code blocks}.
     *
     * @param state not modified; its run must not have ended
     * @param spare a state of the same run whose arrays may be overwritten and handed back, so that an animation
     *     swapping two states allocates nothing; may not be {@code state}
     * @throws IllegalStateException if the run of {@code state} has ended
     */
    State step(State state, NoiseSource noise, State spare, ParticleBlocks blocks);

    /** The state after one more step, computed on the calling thread. */
    default State step(State state, NoiseSource noise, State spare) {
        return step(state, noise, spare, ParticleBlocks.ONE);
    }

    /** Whether particles do not interact, so that any subset of them can be moved alone. */
    boolean independent();

    /**
     * Writes the lines of the algorithm for the step of {@code lines}. The last line's value is the particle's new position
     * or, if a test may reject it, the proposed one. Writes nothing for a sampler that does not state its lines.
     */
    default void write(StepLines lines) {}

    /** The time of {@code state}: the process's t, or a time that the method defines, such as step · η. */
    default double time(State state) {
        return state.level().t();
    }

    /** The noise levels after 0, 1, … steps; empty if the level is constant or chosen during the run. */
    default List<NoiseLevel> levels() {
        return List.of();
    }
}
