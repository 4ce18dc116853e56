package scorescope.core.sampling.step;

import java.util.List;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.random.NoiseSource;
import scorescope.core.sampling.ParticleBlocks;
import scorescope.core.sampling.Progress;
import scorescope.core.sampling.Sampler;
import scorescope.core.sampling.State;

/** What samplers share whose particles know nothing of each other: a step is work on one block of them after another. */
public abstract class IndependentSampler implements Sampler {
    /** The level that particles stand at after {@code step} steps. */
    public abstract NoiseLevel level(int step);

    /** Score evaluations per particle in the first {@code step} steps. */
    public long evaluations(int step) {
        return step;
    }

    /** What to do if the positions stop being finite. */
    public abstract String remedy();

    /** Names of the arrays that one step hands to the next. */
    public List<String> carried() {
        return List.of();
    }

    /** Names of the arrays that a step works in. */
    public List<String> scratch() {
        return List.of();
    }

    /** What one step does to a block of particles: fills the positions and carried arrays of {@code next}. */
    public abstract ParticleBlocks.Work mover(State state, NoiseSource noise, State next);

    @Override
    public boolean independent() {
        return true;
    }

    @Override
    public State begin(double[] x, double[] y, NoiseSource noise) {
        return State.begun(level(0), x, y, carried(), scratch());
    }

    @Override
    public State step(State state, NoiseSource noise, State spare, ParticleBlocks shards) {
        Progress.requireRunning(state, spare);
        boolean finite = Progress.each(spare, shards, mover(state, noise, spare));
        int step = state.step() + 1;
        return spare.at(step, level(step), Progress.after(step, steps(), evaluations(step), finite, this::remedy));
    }
}
