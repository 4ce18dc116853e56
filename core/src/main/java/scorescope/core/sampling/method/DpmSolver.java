package scorescope.core.sampling.method;

import java.util.List;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.core.random.NoiseSource;
import scorescope.core.sampling.Carried;
import scorescope.core.sampling.Convergence;
import scorescope.core.sampling.ParticleBlocks;
import scorescope.core.sampling.Sampler;
import scorescope.core.sampling.SamplingMethod;
import scorescope.core.sampling.State;
import scorescope.core.sampling.StepLine.Term;
import scorescope.core.sampling.StepLines;
import scorescope.core.sampling.Vectors;
import scorescope.core.sampling.step.AffineFormulas;
import scorescope.core.sampling.step.LevelSequence;
import scorescope.core.sampling.step.LevelSequenceMethod;
import scorescope.core.sampling.step.LevelSequenceSampler;
import scorescope.core.sampling.step.Linear;
import scorescope.core.sampling.step.Spacing;
import scorescope.core.sampling.step.TimeGrid;
import scorescope.core.words.CoreWords;

/**
 * DPM-Solver++(2M): with ℓ = log(α/σ), h_i = ℓ_i − ℓ_{i−1}, r = h_{i−1}/h_i and the predicted clean points x̂₀, D = (1 +
 * 1/2r) x̂₀(i−1) − (1/2r) x̂₀(i−2) and x_i = (σ_i/σ_{i−1}) x_{i−1} − α_i (e^{−h_i} − 1) D. The first step, which has no
 * earlier prediction, and the last, for stability, take D = x̂₀(i−1), which is DDIM. Order 2 at one evaluation per step.
 *
 * @see <a href="https://arxiv.org/abs/2211.01095">Lu et al.: DPM-Solver++ (2022), algorithm 2</a>
 */
public record DpmSolver(Spacing spacing) implements LevelSequenceMethod {
    static final Parameter.Whole STEPS = Spacing.steps(50);
    static final Parameter.OneOf<TimeGrid> GRID = Spacing.grid(TimeGrid.LOG_SNR);

    public static final Kind<SamplingMethod> KIND = Spacing.method(
            "dpm-solver",
            "DPM-Solver++(2M)",
            "Extrapolates the predicted clean point over two steps in log-SNR: second order at one evaluation a step.",
            DpmSolver::of,
            STEPS,
            GRID);

    private static DpmSolver of(Parameters values) {
        return new DpmSolver(Spacing.of(values, STEPS, GRID));
    }

    @Override
    public Convergence convergence() {
        return Convergence.flow(2);
    }

    @Override
    public Sampler bind(Problem problem) {
        return new Multistep(LevelSequence.down(problem, spacing));
    }

    public static final class Multistep extends LevelSequenceSampler {
        /** The clean points x̂₀ predicted in the previous step. */
        private record LastPrediction(Vectors clean) implements Carried {
            @Override
            public List<double[]> arrays() {
                return List.of(clean.x(), clean.y());
            }
        }

        Multistep(LevelSequence path) {
            super(path);
        }

        @Override
        public String remedy() {
            return CoreWords.text("core.advice.raise-steps");
        }

        @Override
        public Carried carried(int particles) {
            return new LastPrediction(Vectors.zero(particles));
        }

        /** Weights of a step: of x, of the clean point D, and 1/2r, the weight of the change of x̂₀ since the last step. */
        private record Weights(double position, double gained, double past) {}

        private Weights weights(int step) {
            double h = path.logRatio(step + 1) - path.logRatio(step);
            boolean firstOrder = step == 0 || step + 1 == steps();
            return new Weights(
                    path.level(step + 1).sigma() / path.level(step).sigma(),
                    -path.level(step + 1).alpha() * Math.expm1(-h),
                    firstOrder ? 0 : 0.5 * h / (path.logRatio(step) - path.logRatio(step - 1)));
        }

        @Override
        public void writeStep(StepLines lines) {
            var x = lines.position();
            var here = path.level(lines.step());
            var weights = weights(lines.step());
            var s = lines.score("s(x)", path.score(), here, x);
            var clean = AffineFormulas.denoised(lines, here, x, s);
            if (weights.past() != 0) {
                var last = lines.known(
                        "x̂₀₋",
                        lines.own(lines.before().carried(LastPrediction.class).clean()));
                clean = lines.drift(
                        "D = (1 + 1/2r) x̂₀ − (1/2r) x̂₀₋",
                        Term.of(1 + weights.past(), clean),
                        Term.of(-weights.past(), last));
            }
            lines.drift(
                    weights.past() == 0
                            ? "(σₛ/σ) x − {signal}ₛ (e^(−h) − 1) x̂₀"
                            : "(σₛ/σ) x − {signal}ₛ (e^(−h) − 1) D",
                    Term.of(weights.position(), x),
                    Term.of(weights.gained(), clean));
        }

        @Override
        public ParticleBlocks.Work stepWork(State state, NoiseSource noise, State next) {
            int step = state.step();
            var here = path.level(step);
            var weights = weights(step);
            double positionWeight = weights.position();
            double gained = weights.gained();
            double past = weights.past();
            var before = state.carried(LastPrediction.class).clean();
            var clean = next.carried(LastPrediction.class).clean();
            return (from, to) -> {
                path.score().score(state.x(), state.y(), from, to, here, next.x(), next.y());
                move(state.x(), before.x(), here, positionWeight, gained, past, next.x(), clean.x(), from, to);
                move(state.y(), before.y(), here, positionWeight, gained, past, next.y(), clean.y(), from, to);
            };
        }

        /**
         * One coordinate.
         *
         * @param next scores before, positions after
         * @param clean overwritten by x̂₀
         */
        private static void move(
                double[] x,
                double[] cleanBefore,
                NoiseLevel here,
                double positionWeight,
                double gained,
                double past,
                double[] next,
                double[] clean,
                int from,
                int to) {
            double variance = here.sigma() * here.sigma();
            Linear.combine(1 / here.alpha(), x, variance / here.alpha(), next, clean, from, to);
            if (past == 0) {
                Linear.combine(positionWeight, x, gained, clean, next, from, to);
            } else {
                Linear.combine(
                        positionWeight, x, gained * (1 + past), clean, -gained * past, cleanBefore, next, from, to);
            }
        }
    }
}
