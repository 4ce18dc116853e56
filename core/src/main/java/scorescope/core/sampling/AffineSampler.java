package scorescope.core.sampling;

import java.util.List;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.score.ScoreField;

/** Takes steps x ← a x + b s(x) + c z, the score looked up at the level that the particles stand at. */
final class AffineSampler extends IndependentSampler {
    /** Which steps. */
    interface Plan {
        int steps();

        /** The level after {@code step} steps, where the next one looks up the score. */
        NoiseLevel level(int step);

        /** The numbers of step {@code step} → {@code step} + 1. */
        Affine rule(int step);

        double priorStd();

        String remedy();

        /** The time after {@code step} steps. */
        default double time(int step) {
            return level(step).t();
        }

        default List<NoiseLevel> levels() {
            return List.of();
        }
    }

    /** The steps of a path, from level to level. */
    interface AlongPath extends Plan {
        Path path();

        @Override
        default int steps() {
            return path().steps();
        }

        @Override
        default NoiseLevel level(int step) {
            return path().level(step);
        }

        @Override
        default double priorStd() {
            return path().priorStd();
        }

        @Override
        default List<NoiseLevel> levels() {
            return path().levels();
        }
    }

    private static final String NOISE_X = "noise.x";
    private static final String NOISE_Y = "noise.y";

    private final ScoreField score;
    private final Plan plan;

    AffineSampler(ScoreField score, Plan plan) {
        this.score = score;
        this.plan = plan;
    }

    @Override
    public int steps() {
        return plan.steps();
    }

    @Override
    public double priorStd() {
        return plan.priorStd();
    }

    @Override
    NoiseLevel level(int step) {
        return plan.level(step);
    }

    @Override
    String remedy() {
        return plan.remedy();
    }

    @Override
    List<String> scratch() {
        return List.of(NOISE_X, NOISE_Y);
    }

    @Override
    public List<NoiseLevel> levels() {
        return plan.levels();
    }

    @Override
    public double time(State state) {
        return plan.time(state.step());
    }

    @Override
    Shards.Work mover(State state, NoiseSource noise, State next) {
        var rule = plan.rule(state.step());
        var level = plan.level(state.step());
        var zx = next.scratch(NOISE_X);
        var zy = next.scratch(NOISE_Y);
        return (from, to) -> {
            score.score(state.x(), state.y(), from, to, level, next.x(), next.y());
            if (rule.noise() != 0) {
                noise.gaussian(Stream.PATH, state.step(), from, to, zx, zy);
            }
            rule.apply(state.x(), zx, next.x(), from, to);
            rule.apply(state.y(), zy, next.y(), from, to);
        };
    }
}
