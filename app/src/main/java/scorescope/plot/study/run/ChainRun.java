package scorescope.plot.study.run;

import scorescope.core.density.GaussianMixture;
import scorescope.core.evolution.ForwardSde;
import scorescope.core.measure.Sample;
import scorescope.core.memo.StepCache;
import scorescope.core.random.PhiloxNoise;

/**
 * Points that follow a {@link NoisingChain}. Of a long chain only every {@link #stride}th state is stored; stored
 * states are called frames.
 */
public final class ChainRun {
    private static final int MOST_FRAMES = 1000;

    private final NoisingChain chain;
    private final int stride;
    private final StepCache<Sample> frames;

    /** Everything that a run depends on. */
    public record Request(GaussianMixture mixture, NoisingChain chain, int particles, long seed) {}

    public ChainRun(Request request) {
        chain = request.chain();
        stride = Math.ceilDiv(chain.steps(), MOST_FRAMES);
        var clean = Sample.drawn(request.mixture(), request.particles(), request.seed());
        // Only its noise is used: the chain defines how much a step keeps and adds.
        var noise = new ForwardSde(NoisingChain.STANDARD, new PhiloxNoise(request.seed()));
        frames = new StepCache<>(clean, (points, frame) -> {
            var moved = points;
            int last = Math.min(chain.steps(), (frame + 1) * stride);
            for (int step = frame * stride + 1; step <= last; step++) {
                moved = noise.kick(moved, chain.keep(step), chain.added(step), step);
            }
            return moved;
        });
    }

    public NoisingChain chain() {
        return chain;
    }

    /** Steps from one frame to the next. */
    public int stride() {
        return stride;
    }

    /** The last frame at or before a step. */
    public int frame(int step) {
        return step / stride;
    }

    public Sample at(int frame) {
        return frames.at(frame);
    }
}
