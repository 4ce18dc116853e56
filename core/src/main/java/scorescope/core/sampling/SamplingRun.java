package scorescope.core.sampling;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import scorescope.core.random.NoiseSource;
import scorescope.core.sampling.Diagnostics.Status;

/**
 * Drives a sampler from its start to its end, swapping two states so that no step allocates arrays. Not safe for
 * use by several threads: a watcher copies what another thread needs during its call.
 */
public final class SamplingRun {
    private final Sampler sampler;
    private final NoiseSource noise;
    private final ParticleBlocks blocks;
    private final List<Consumer<State>> watchers = new ArrayList<>();
    private State state;
    private State spare;

    /** A run with all particles at their start. The caller keeps {@code blocks} open for as long as it runs. */
    public SamplingRun(Sampler sampler, int particles, Start start, NoiseSource noise, ParticleBlocks blocks) {
        this.sampler = sampler;
        this.noise = noise;
        this.blocks = blocks;
        state = sampler.init(particles, start, noise);
        spare = sampler.init(particles, new PointStart(0, 0), noise);
    }

    /** Passes the current state and every later one to {@code watcher}. Its arrays are overwritten two steps later. */
    public SamplingRun watchedBy(Consumer<State> watcher) {
        watchers.add(watcher);
        watcher.accept(state);
        return this;
    }

    public Sampler sampler() {
        return sampler;
    }

    public State state() {
        return state;
    }

    public boolean running() {
        return state.diagnostics().status() == Status.RUNNING;
    }

    /** Takes one step. */
    public State step() {
        var reached = sampler.step(state, noise, spare, blocks);
        spare = state;
        state = reached;
        watchers.forEach(watcher -> watcher.accept(reached));
        return reached;
    }

    /** Steps until the run is DONE or DIVERGED, or the thread is interrupted. */
    public State finish() {
        while (running() && !Thread.currentThread().isInterrupted()) {
            step();
        }
        return state;
    }
}
