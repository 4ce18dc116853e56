package scorescope.core.sampling;

import java.util.List;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.random.NoiseSource;

/**
 * A sampling method bound to a score, a process and a target level. Pure: state in, state out. Animation,
 * command line and tests drive the same methods.
 */
public interface Sampler {
    /** The number of steps after which a run is DONE; the most of them for a method that chooses its own. */
    int steps();

    /** Standard deviation of N(0, s² I), the start that the method asks for ({@link PriorStart}), in data units. */
    double priorStd();

    /**
     * The state before the first step with particles at given places, which are handed over, not copied.
     *
     * @param noise where a method that needs them draws starting velocities
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
     * The state after one more step. The result does not depend on the number of threads of {@code shards}.
     *
     * @param state not modified; its run must not have ended
     * @param spare a state of the same run whose arrays may be overwritten and handed back, so that an animation
     *     swapping two states allocates nothing; may not be {@code state}
     * @throws IllegalStateException if the run of {@code state} has ended
     */
    State step(State state, NoiseSource noise, State spare, ParticleBlocks shards);

    /** The state after one more step, computed on the calling thread. */
    default State step(State state, NoiseSource noise, State spare) {
        return step(state, noise, spare, ParticleBlocks.ONE);
    }

    /** Whether particles know nothing of each other, so that some can be moved without the others. */
    boolean independent();

    /** The time that {@code state} stands at: the process's t, or a time of the method's own. */
    default double time(State state) {
        return state.level().t();
    }

    /** The noise levels that its steps go through, in order; empty if it stays at one or finds its own. */
    default List<NoiseLevel> levels() {
        return List.of();
    }
}
