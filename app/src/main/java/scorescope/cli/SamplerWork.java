package scorescope.cli;

import java.util.function.Consumer;
import scorescope.core.random.PhiloxNoise;
import scorescope.core.sampling.Diagnostics.Status;
import scorescope.core.sampling.ParticleBlocks;
import scorescope.core.sampling.Sampler;
import scorescope.core.sampling.SamplingRun;
import scorescope.core.sampling.State;
import scorescope.session.SamplerSpec;
import scorescope.words.Words;

/** A sampler driven from start to end. */
final class SamplerWork {
    private SamplerWork() {}

    /**
     * The last state of the run that {@code spec} describes.
     *
     * @param watcher told every state, the first included; its arrays are overwritten two steps on
     * @throws FailedWork if the run diverges
     */
    static State finish(Sampler sampler, SamplerSpec spec, Consumer<State> watcher) {
        try (var shards = new ParticleBlocks(Runtime.getRuntime().availableProcessors())) {
            var end = new SamplingRun(sampler, spec.particles(), spec.start(), new PhiloxNoise(spec.seed()), shards)
                    .watchedBy(watcher)
                    .finish();
            if (end.diagnostics().failed()) {
                String what = end.diagnostics().status() == Status.DIVERGED
                        ? Words.text("cli.sampler-work.diverged")
                        : Words.text("cli.sampler-work.stopped");
                throw new FailedWork(Words.text(
                        "cli.sampler-work.sampler-step",
                        what,
                        end.step(),
                        end.diagnostics().advice()));
            }
            return end;
        }
    }
}
