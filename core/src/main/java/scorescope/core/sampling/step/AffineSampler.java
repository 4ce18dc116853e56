package scorescope.core.sampling.step;

import java.util.List;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.random.NoiseSource;
import scorescope.core.random.NoiseStream;
import scorescope.core.sampling.Carried;
import scorescope.core.sampling.ParticleBlocks;
import scorescope.core.sampling.Scratch;
import scorescope.core.sampling.State;
import scorescope.core.sampling.StepLine.Term;
import scorescope.core.sampling.StepLines;
import scorescope.core.sampling.Vectors;
import scorescope.core.score.ScoreField;

/**
 * Takes steps x ← a x + b s(x) + c z with the score at the current level. z is independent noise, or the mean of this
 * step's noise and that of the previous step.
 */
public final class AffineSampler extends IndependentSampler {
    /** The steps to take. */
    public interface Plan {
        int steps();

        /** The level after {@code step} steps, at which the next step evaluates the score. */
        NoiseLevel level(int step);

        /** Coefficients of step {@code step} → {@code step} + 1. */
        AffineStep rule(int step);

        /** Whether z is (z_k−1 + z_k)/2 with z_k ~ N(0, I). */
        default boolean averagesNoise() {
            return false;
        }

        /** How the lines of a step are written. */
        default AffineFormulas formulas(int step) {
            return AffineFormulas.PLAIN;
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

    /** Noise z_k of the last step, half of which enters the next step. */
    private record LastNoise(Vectors noise) implements Carried {
        @Override
        public List<double[]> arrays() {
            return List.of(noise.x(), noise.y());
        }
    }

    /** Noise z of the current step. */
    private record FreshNoise(Vectors noise) implements Scratch {}

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
    public Carried carried(int particles) {
        return plan.averagesNoise() ? new LastNoise(Vectors.zero(particles)) : Carried.NONE;
    }

    @Override
    public Scratch scratch(int particles) {
        return plan.averagesNoise() ? Scratch.NONE : new FreshNoise(Vectors.zero(particles));
    }

    @Override
    public State begin(double[] x, double[] y, NoiseSource noise) {
        var state = super.begin(x, y, noise);
        if (plan.averagesNoise()) {
            var earlier = state.carried(LastNoise.class).noise();
            noise.gaussian(NoiseStream.EARLIER, 0, 0, x.length, earlier.x(), earlier.y());
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

    @Override
    public void write(StepLines lines) {
        int step = lines.step();
        var rule = plan.rule(step);
        var formulas = plan.formulas(step);
        var x = lines.position();
        var s = lines.score("s(x)", score, plan.level(step), x);
        var moved = formulas.drift(lines, rule, plan.level(step), x, s);
        if (rule.noise() == 0) {
            return;
        }
        var z = lines.drawn("z", NoiseStream.PATH, step);
        if (plan.averagesNoise()) {
            var last = lines.earlierNoise(
                    "z₋", lines.own(lines.before().carried(LastNoise.class).noise()));
            z = lines.withNoise("z̄ = ½(z + z₋)", Term.of(0.5, z), Term.of(0.5, last));
        }
        lines.withNoise(formulas.noise(), Term.of(moved), Term.of(rule.noise(), z));
    }

    private ParticleBlocks.Work fresh(State state, NoiseSource noise, State next) {
        var rule = plan.rule(state.step());
        var level = plan.level(state.step());
        var z = next.scratch(FreshNoise.class).noise();
        return (from, to) -> {
            score.score(state.x(), state.y(), from, to, level, next.x(), next.y());
            if (rule.noise() != 0) {
                noise.gaussian(NoiseStream.PATH, state.step(), from, to, z.x(), z.y());
            }
            rule.apply(state.x(), z.x(), next.x(), from, to);
            rule.apply(state.y(), z.y(), next.y(), from, to);
        };
    }

    private ParticleBlocks.Work averaging(State state, NoiseSource noise, State next) {
        var rule = plan.rule(state.step()).halfNoise();
        var level = plan.level(state.step());
        var last = state.carried(LastNoise.class).noise();
        var z = next.carried(LastNoise.class).noise();
        return (from, to) -> {
            score.score(state.x(), state.y(), from, to, level, next.x(), next.y());
            noise.gaussian(NoiseStream.PATH, state.step(), from, to, z.x(), z.y());
            rule.apply(state.x(), z.x(), next.x(), from, to);
            rule.apply(state.y(), z.y(), next.y(), from, to);
            Linear.combine(1, next.x(), rule.noise(), last.x(), next.x(), from, to);
            Linear.combine(1, next.y(), rule.noise(), last.y(), next.y(), from, to);
        };
    }
}
