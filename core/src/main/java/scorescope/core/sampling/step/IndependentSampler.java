package scorescope.core.sampling.step;

import scorescope.core.noise.NoiseLevel;
import scorescope.core.random.NoiseSource;
import scorescope.core.sampling.Carried;
import scorescope.core.sampling.ParticleBlocks;
import scorescope.core.sampling.Progress;
import scorescope.core.sampling.Sampler;
import scorescope.core.sampling.Scratch;
import scorescope.core.sampling.State;

/** Base of samplers whose particles do not interact: a step treats one block of particles after another. */
public abstract class IndependentSampler implements Sampler {
    /** The noise level of the particles after {@code step} steps. */
    public abstract NoiseLevel level(int step);

    /** Score evaluations per particle in the first {@code step} steps. */
    public long evaluations(int step) {
        return step;
    }

    /** What to do if positions become infinite or NaN. */
    public abstract String remedy();

    /** New arrays for what one step hands to the next. */
    public Carried carried(int particles) {
        return Carried.NONE;
    }

    /** New arrays that a step works in. */
    public Scratch scratch(int particles) {
        return Scratch.NONE;
    }

    /** One step of a block of particles: fills the positions and carried arrays of {@code next}. */
    public abstract ParticleBlocks.Work mover(State state, NoiseSource noise, State next);

    @Override
    public boolean independent() {
        return true;
    }

    @Override
    public State begin(double[] x, double[] y, NoiseSource noise) {
        return State.initial(level(0), x, y, carried(x.length), scratch(x.length));
    }

    @Override
    public State step(State state, NoiseSource noise, State spare, ParticleBlocks blocks) {
        Progress.requireRunning(state, spare);
        boolean finite = Progress.each(spare, blocks, mover(state, noise, spare));
        int step = state.step() + 1;
        return spare.at(step, level(step), Progress.after(step, steps(), evaluations(step), finite, this::remedy));
    }
}
