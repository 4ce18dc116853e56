package scorescope.core.sampling.step;

import java.util.List;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.random.NoiseSource;
import scorescope.core.random.NoiseStream;
import scorescope.core.sampling.ParticleBlocks;
import scorescope.core.sampling.State;
import scorescope.core.score.ScoreField;

/**
 * Takes steps x ← a x + b s(x) + c z, the score looked up at the level that the particles stand at; z is drawn afresh, or is
 * the mean of this step's and the last one's.
 */
public final class AffineSampler extends IndependentSampler {
    /** Which steps. */
    public interface Plan {
        int steps();

        /** The level after {@code step} steps, where the next one looks up the score. */
        NoiseLevel level(int step);

        /** The numbers of step {@code step} → {@code step} + 1. */
        AffineStep rule(int step);

        /** Whether z is (z_k−1 + z_k)/2 with z_k ~ N(0, I). */
        default boolean averagesNoise() {
            return false;
        }

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
    public interface AlongPath extends Plan {
        LevelSequence path();

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
    private static final List<String> NOISES = List.of(NOISE_X, NOISE_Y);

    private final ScoreField score;
    private final Plan plan;

    public AffineSampler(ScoreField score, Plan plan) {
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
    public NoiseLevel level(int step) {
        return plan.level(step);
    }

    @Override
    public String remedy() {
        return plan.remedy();
    }

    @Override
    public List<String> carried() {
        return plan.averagesNoise() ? NOISES : List.of();
    }

    @Override
    public List<String> scratch() {
        return plan.averagesNoise() ? List.of() : NOISES;
    }

    @Override
    public State begin(double[] x, double[] y, NoiseSource noise) {
        var state = super.begin(x, y, noise);
        if (plan.averagesNoise()) {
            noise.gaussian(NoiseStream.EARLIER, 0, 0, x.length, state.carried(NOISE_X), state.carried(NOISE_Y));
        }
        return state;
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
    public ParticleBlocks.Work mover(State state, NoiseSource noise, State next) {
        return plan.averagesNoise() ? averaging(state, noise, next) : fresh(state, noise, next);
    }

    private ParticleBlocks.Work fresh(State state, NoiseSource noise, State next) {
        var rule = plan.rule(state.step());
        var level = plan.level(state.step());
        var zx = next.scratch(NOISE_X);
        var zy = next.scratch(NOISE_Y);
        return (from, to) -> {
            score.score(state.x(), state.y(), from, to, level, next.x(), next.y());
            if (rule.noise() != 0) {
                noise.gaussian(NoiseStream.PATH, state.step(), from, to, zx, zy);
            }
            rule.apply(state.x(), zx, next.x(), from, to);
            rule.apply(state.y(), zy, next.y(), from, to);
        };
    }

    private ParticleBlocks.Work averaging(State state, NoiseSource noise, State next) {
        var rule = plan.rule(state.step()).halfNoise();
        var level = plan.level(state.step());
        var zx = next.carried(NOISE_X);
        var zy = next.carried(NOISE_Y);
        return (from, to) -> {
            score.score(state.x(), state.y(), from, to, level, next.x(), next.y());
            noise.gaussian(NoiseStream.PATH, state.step(), from, to, zx, zy);
            rule.apply(state.x(), zx, next.x(), from, to);
            rule.apply(state.y(), zy, next.y(), from, to);
            Linear.combine(1, next.x(), rule.noise(), state.carried(NOISE_X), next.x(), from, to);
            Linear.combine(1, next.y(), rule.noise(), state.carried(NOISE_Y), next.y(), from, to);
        };
    }
}
