package scorescope.plot.study.run;

import java.util.List;
import scorescope.core.denoise.MinimumError;
import scorescope.core.memo.Memo;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.quadrature.Estimate;
import scorescope.core.score.MixtureScore;

/**
 * {@link MinimumError} at the levels of a process.
 *
 * @param levels at equal ratios of σ/α, the smallest first
 * @param errors one for each level
 */
public record LevelErrors(List<NoiseLevel> levels, List<Estimate> errors) {
    private static final int LEVELS = 81;
    /** Largest number of mixture terms evaluated for one level. */
    private static final double TERMS = 1e5;

    private static final int FEWEST = 64;
    private static final int MOST = 4096;

    /** Cache of the errors for one density and process. */
    public static final class Cache {
        private record Key(MixtureScore exact, NoiseProcess process) {}

        private final Memo<Key, LevelErrors> memo = new Memo<>(key -> along(key.exact, key.process));

        public LevelErrors of(StudyInputs inputs) {
            return memo.of(new Key(inputs.exact(), inputs.process()));
        }
    }

    private static LevelErrors along(MixtureScore exact, NoiseProcess process) {
        var levels = RatioLevels.along(process, LEVELS);
        int points = points(exact);
        return new LevelErrors(
                levels,
                levels.stream()
                        .map(level -> MinimumError.of(exact, level, points))
                        .toList());
    }

    /** The error at one level, with more accuracy. */
    public static Estimate at(MixtureScore exact, NoiseLevel level) {
        return MinimumError.of(exact, level, 8 * points(exact));
    }

    private static int points(MixtureScore exact) {
        return (int) Math.clamp(TERMS / exact.mixture().components().size(), FEWEST, MOST);
    }
}
