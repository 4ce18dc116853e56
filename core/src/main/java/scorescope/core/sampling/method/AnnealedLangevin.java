package scorescope.core.sampling.method;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import scorescope.core.BadInputException;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Option;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.core.sampling.Convergence;
import scorescope.core.sampling.Sampler;
import scorescope.core.sampling.SamplingMethod;
import scorescope.core.sampling.step.AffineFormulas;
import scorescope.core.sampling.step.AffineSampler;
import scorescope.core.sampling.step.AffineStep;
import scorescope.core.sampling.step.LevelSequence;
import scorescope.core.sampling.step.LevelSequenceMethod;
import scorescope.core.sampling.step.Spacing;
import scorescope.core.sampling.step.TimeGrid;
import scorescope.core.words.CoreWords;

/**
 * Annealed Langevin: L levels, geometric in σ/α from the process's end σ_L down to σ_1, K Langevin steps at each, with step
 * size η_ℓ = η σ_ℓ²/σ_1². Unstable for η > 2σ_1².
 *
 * <p>Under a process that shrinks the signal a level is plain noise σ/α scaled to x = α y: the step size in x is α² η_ℓ,
 * and between two levels positions are multiplied by the ratio of their α.
 *
 * <p>With a = η/σ_1², two errors remain. First, where σ is far below a mode's width w, a level reduces an excess of
 * variance only by the factor e^(−2aKσ²/w²), so that the relative error of the final variance is about ln(σ_L/σ_1)/(aLK):
 * it falls with a. Second, with independent noise in each step, each level has the stationary variance C/(1 − aσ²/2C)
 * instead of C = w² + σ²: narrow modes lose weight to wide ones while particles still cross between them, and points end
 * with variance σ_1²/(1 − a/2): this error grows with a. Averaged noise, the limit of BAOAB for large friction, has no such
 * error on a Gaussian for any a, so that a can be large.
 *
 * <p>What remains with the defaults: the shares of modes of unequal width. A narrow mode of 0.9 and a wide one of 0.1 (std
 * 0.1 and 0.7, 6 apart; 600,000 particles, standard error 0.0004) end as 0.9025 and 0.0975. A step size of a = 0.5 makes
 * the wide mode's share too small, too few steps make it too large: 0.0931 with twice the levels, 0.1047 with a = 0.25,
 * 0.1013 with a = 0.25 and twice the steps (150,000 particles each, standard error 0.0008). The result does not depend on
 * the process, since levels are the same in σ/α.
 *
 * @param levels L; 0 means eight levels per factor of ten between σ_L and σ_1
 * @param stepSize η at the smallest level, in data units²; 0 means 0.5 σ_1²
 * @param averaged whether the noise of a step is √(2η) (z_k−1 + z_k)/2, the mean of two neighbouring numbers, instead of
 *     √(2η) z_k
 * @see <a href="https://arxiv.org/abs/1907.05600">Song, Ermon: Generative modeling by estimating gradients of the data
 *     distribution (2019), algorithm 1: noise drawn afresh</a>
 * @see <a href="https://doi.org/10.1098/rspa.2014.0120">Leimkuhler, Matthews, Tretyakov: On the long-time integration of
 *     stochastic gradient systems (2014): averaged noise</a>
 */
public record AnnealedLangevin(int levels, int stepsPerLevel, double stepSize, boolean averaged)
        implements LevelSequenceMethod {
    /**
     * Levels per factor of ten in σ/α if their number is not given. Particles cease to cross between modes where σ is below
     * about a third of the modes' distance, so that the shares at that level persist. With twelve levels over six factors
     * of ten, shares of 1 % and 10 % ended as 4 % and 21 %; with eight levels per factor they end as stated above.
     */
    private static final int LEVELS_PER_DECADE = 8;

    /** a of the default step size η = a σ_1²: a quarter of the largest stable one. */
    private static final double USUAL_SHARE = 0.5;

    private static final Option AVERAGED =
            Option.of("averaged", "Averaged", "Half of a step's noise is that of the step before.");
    private static final Option FRESH = Option.of("fresh", "Fresh", "New noise at every step.");

    public static final Parameter.Whole LEVELS = new Parameter.Whole(
            "levels",
            "L",
            0,
            0,
            1000,
            "How many noise levels, geometric from {level-last} down to {level-first}. 0 stands for eight to a factor of ten in"
                    + " {ratio}: with fewer, modes whose widths differ get wrong shares.");
    public static final Parameter.Whole STEPS_PER_LEVEL =
            new Parameter.Whole("stepsPerLevel", "K", 100, 1, 10_000, "Langevin steps at each level.");
    public static final Parameter.Real STEP_SIZE = new Parameter.Real(
            "stepSize",
            "{step}",
            "data units²",
            0,
            0,
            10,
            true,
            "Step size at the smallest level {level-first}; a level σ takes {step} σ²/{level-first}². {smallest-level-step}.");

    public static final Parameter.OneOf<Option> NOISE = new Parameter.OneOf<>(
            "noise",
            "z",
            AVERAGED,
            List.of(AVERAGED, FRESH),
            "averaged: half of a step's noise is that of the step before, so that long steps do not widen the modes. fresh:"
                    + " new noise at every step, as first published.");

    public static final Kind<SamplingMethod> KIND = new Kind<>(
            "annealed-langevin",
            "Annealed Langevin",
            "Langevin at ever smaller noise: large noise crosses between modes, small noise fills in the detail. With the"
                    + " defaults, modes of unequal width get shares that are off by 2 to 5 % of themselves;"
                    + " half of the step size with twice the steps per level brings that to 1 %.",
            List.of(LEVELS, STEPS_PER_LEVEL, STEP_SIZE, NOISE),
            AnnealedLangevin::of);

    private static AnnealedLangevin of(Parameters values) {
        return new AnnealedLangevin(
                Math.toIntExact(values.get(LEVELS)),
                Math.toIntExact(values.get(STEPS_PER_LEVEL)),
                values.get(STEP_SIZE),
                values.get(NOISE).equals(AVERAGED));
    }

    @Override
    public void check(Problem problem) {
        double end = LevelSequence.Ends.of(problem).end();
        if (!(problem.process().sigma(end) > 0)) {
            throw BadInputException.of(
                    "noise.t",
                    "core.annealed-langevin.no-noise",
                    end,
                    problem.process().tMin());
        }
        if (levels == 1) {
            throw BadInputException.of("sampler.levels", "core.annealed-langevin.one-level");
        }
    }

    @Override
    public Convergence convergence() {
        return Convergence.none("its step size is a share of each level's variance, whatever their number");
    }

    @Override
    public Sampler bind(Problem problem) {
        check(problem);
        var ends = LevelSequence.Ends.of(problem);
        int count = levels == 0 ? usualLevels(problem.process(), ends) : levels;
        var spacing = new Spacing(TimeGrid.LOG_SNR, TimeGrid.USUAL_RHO, count - 1);
        return new AffineSampler(problem.score(), new AnnealedPlan(this, LevelSequence.down(problem, spacing), count));
    }

    /** At a level σ far above a mode's width, η_ℓ |λ| = η/σ_1², which is stable below 2. */
    @Override
    public OptionalDouble longestStep(Problem problem) {
        var last = problem.process().at(LevelSequence.Ends.of(problem).end());
        return OptionalDouble.of(2 * last.ratio() * last.ratio());
    }

    @Override
    public Optional<String> caution(Problem problem) {
        double longest = longestStep(problem).orElseThrow();
        return stepSize > longest
                ? Optional.of(CoreWords.text("core.caution.annealed", stepSize, (float) longest))
                : Optional.empty();
    }

    /** {@link #LEVELS_PER_DECADE} over the range of σ/α. */
    private static int usualLevels(NoiseProcess process, LevelSequence.Ends ends) {
        double range =
                process.at(ends.beginning()).ratio() / process.at(ends.end()).ratio();
        return Math.max(2, 1 + (int) Math.ceil(LEVELS_PER_DECADE * Math.log10(range) - 1e-9));
    }

    private record AnnealedPlan(AnnealedLangevin method, LevelSequence path, int count) implements AffineSampler.Plan {
        @Override
        public int steps() {
            return count * method.stepsPerLevel;
        }

        private int rung(int step) {
            return Math.min(step / method.stepsPerLevel, count - 1);
        }

        @Override
        public NoiseLevel level(int step) {
            return path.level(rung(step));
        }

        @Override
        public AffineStep rule(int step) {
            var level = level(step);
            var last = path.level(count - 1);
            double share = method.stepSize == 0 ? USUAL_SHARE : method.stepSize / (last.ratio() * last.ratio());
            // α² η σ²/σ_1² with σ of plain noise is share · σ², σ now the process's own.
            double eta = share * level.sigma() * level.sigma();
            return AffineStep.langevin(eta, 1).scaled(level(step + 1).alpha() / level.alpha());
        }

        /** Where α differs between two levels, positions are multiplied by the ratio. */
        @Override
        public AffineFormulas formulas(int step) {
            String scale = level(step + 1).alpha() == level(step).alpha() ? "" : "{signal}ₛ/{signal} · ";
            return new AffineFormulas(
                    AffineFormulas.Form.SCORE,
                    scale.isEmpty() ? "{langevin-drift}" : scale + "({langevin-drift})",
                    "… + " + scale + "{langevin-noise} " + (method.averaged ? "z̄" : "z"));
        }

        @Override
        public boolean averagesNoise() {
            return method.averaged;
        }

        @Override
        public double priorStd() {
            return path.priorStd();
        }

        @Override
        public String remedy() {
            return CoreWords.text("core.advice.smallest-level");
        }

        @Override
        public List<NoiseLevel> levels() {
            return IntStream.rangeClosed(0, steps()).mapToObj(this::level).toList();
        }
    }
}
