package scorescope.plot.picture;

import java.util.OptionalInt;
import java.util.function.Consumer;
import scorescope.core.BadInputException;
import scorescope.core.FailedWork;
import scorescope.core.Watcher;
import scorescope.core.random.PhiloxNoise;
import scorescope.core.sampling.Diagnostics.Status;
import scorescope.core.sampling.ParticleBlocks;
import scorescope.core.sampling.Sampler;
import scorescope.core.sampling.SamplingRun;
import scorescope.core.sampling.State;
import scorescope.session.SamplerSpec;
import scorescope.words.Words;

/** Runs the session's sampler from its start. */
public final class SamplerWork {
    private SamplerWork() {}

    /**
     * The last state of the run that {@code spec} describes.
     *
     * @param watcher receives every state, including the first; the arrays of a state are overwritten two steps later
     * @throws FailedWork if the run diverges
     */
    public static State finish(Sampler sampler, SamplerSpec spec, Consumer<State> watcher) {
        return run(sampler, spec.at(OptionalInt.empty()), watcher);
    }

    /**
     * The state at the step of {@code spec}, or the last of the run if it names none.
     *
     * @throws FailedWork if the run diverges before
     * @throws BadInputException if the run ends before that step
     */
    static State run(Sampler sampler, SamplerSpec spec, Consumer<State> watcher) {
        var run = new SamplingRun(
                        sampler, spec.particles(), spec.start(), new PhiloxNoise(spec.seed()), ParticleBlocks.SHARED)
                .watchedBy(watcher);
        advance(run, spec.step());
        return run.state();
    }

    /**
     * Advances a run to a step, or to its end.
     *
     * @throws FailedWork if the run diverges before
     * @throws BadInputException if the run ends before that step
     */
    static void advance(SamplingRun run, OptionalInt step) {
        int until = step.orElse(Integer.MAX_VALUE);
        var wanted = Watcher.current();
        while (run.running() && run.state().step() < until) {
            wanted.requireWanted();
            run.step();
        }
        var end = run.state();
        if (end.diagnostics().failed() && end.step() < until) {
            boolean diverged = end.diagnostics().status() == Status.DIVERGED;
            throw new FailedWork(Words.text(
                    diverged ? "figure.sampler-work.diverged" : "figure.sampler-work.stopped",
                    end.step(),
                    end.diagnostics().advice()));
        }
        if (step.isPresent() && end.step() < until) {
            throw new BadInputException(
                    "sampler.step",
                    Words.text("figure.sampler-work.after-end-run", until),
                    Words.text("figure.sampler-work.use-step-from-0-to", end.step()));
        }
    }
}
