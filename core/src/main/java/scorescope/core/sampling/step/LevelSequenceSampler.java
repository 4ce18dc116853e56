package scorescope.core.sampling.step;

import java.util.List;
import scorescope.core.noise.NoiseLevel;

/** What samplers share that go down (or up) a {@link LevelSequence}, one step from each of its levels to the next. */
public abstract class LevelSequenceSampler extends IndependentSampler {
    public final LevelSequence path;

    public LevelSequenceSampler(LevelSequence path) {
        this.path = path;
    }

    @Override
    public final int steps() {
        return path.steps();
    }

    @Override
    public final double priorStd() {
        return path.priorStd();
    }

    @Override
    public final NoiseLevel level(int step) {
        return path.level(step);
    }

    @Override
    public final List<NoiseLevel> levels() {
        return path.levels();
    }
}
