package scorescope.core.sampling;

import java.util.List;
import scorescope.core.noise.NoiseLevel;

/** What samplers share that go down (or up) a {@link Path}, one step from each of its levels to the next. */
abstract class PathSampler extends IndependentSampler {
    final Path path;

    PathSampler(Path path) {
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
    final NoiseLevel level(int step) {
        return path.level(step);
    }

    @Override
    public final List<NoiseLevel> levels() {
        return path.levels();
    }
}
