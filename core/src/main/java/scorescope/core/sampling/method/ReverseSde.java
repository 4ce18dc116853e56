package scorescope.core.sampling.method;

import java.util.List;
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
import scorescope.core.sampling.step.StochasticHeun;
import scorescope.core.sampling.step.TimeGrid;
import scorescope.core.words.CoreWords;

/**
 * The process backwards in time, dx = [f x − ½(1 + λ²) g² s] dt + λ g dW̄. All λ ≥ 0 have the same marginals: λ = 1 is
 * Anderson's reverse SDE, λ = 0 the flow ODE. Steps by Euler–Maruyama, x + h a + λ g √|h| z, or by a stochastic Heun
 * rule ({@link StochasticHeun}).
 *
 * @param lambda λ
 * @param heun whether a step is corrected by the drift at its end
 * @see <a href="https://doi.org/10.1016/0304-4149(82)90051-5">Anderson: Reverse-time diffusion equation models
 *     (1982)</a>
 */
public record ReverseSde(double lambda, boolean heun, Spacing spacing) implements LevelSequenceMethod {
    private static final Option EULER = Option.of("euler", "Euler–Maruyama", "One evaluation a step.");
    private static final Option HEUN =
            Option.of("heun", "Heun", "Two evaluations a step: the second corrects the drift.");

    public static final Parameter.Real LAMBDA = new Parameter.Real(
            "lambda",
            "λ",
            "",
            1,
            0,
            3,
            false,
            "Noise on the way: 0 is the flow ODE, 1 the reverse SDE. The marginals are the same for all.");
    static final Parameter.Whole STEPS = Spacing.steps(500);
    static final Parameter.OneOf<TimeGrid> GRID = Spacing.grid(TimeGrid.LOG_SNR);
    public static final Parameter.OneOf<Option> SOLVER = new Parameter.OneOf<>(
            "solver",
            "",
            EULER,
            List.of(EULER, HEUN),
            "euler: Euler–Maruyama. heun: a second evaluation at the step's end corrects the drift.");

    public static final Kind<SamplingMethod> KIND = Spacing.method(
            "reverse-sde",
            "Reverse SDE",
            "Runs the process backwards with noise on the way, from the prior to the data.",
            ReverseSde::of,
            STEPS,
            GRID,
            LAMBDA,
            SOLVER);

    private static ReverseSde of(Parameters values) {
        return new ReverseSde(values.get(LAMBDA), values.get(SOLVER).equals(HEUN), Spacing.of(values, STEPS, GRID));
    }

    @Override
    public Convergence convergence() {
        return Convergence.weak(heun ? 2 : 1);
    }

    @Override
    public Sampler bind(Problem problem) {
        var path = LevelSequence.down(problem, spacing);
        return heun ? new StochasticHeun(path, lambda) : eulerMaruyama(path, lambda);
    }

    static Sampler eulerMaruyama(LevelSequence path, double lambda) {
        return new AffineSampler(path.score(), new EulerMaruyamaPlan(path, lambda));
    }

    /** One Euler–Maruyama step: x (1 + f h) − ½(1 + λ²) g² h s + λ g √|h| z; onto points at σ = 0 the step to x̂₀. */
    static AffineStep rule(LevelSequence path, int step, double lambda) {
        var here = path.level(step);
        if (path.endsOnPoints(step)) {
            return AffineStep.ofPredictions(path.level(step + 1).alpha(), 0, 0, here.alpha(), here.sigma());
        }
        double h = path.duration(step);
        var now = path.stage(step, 0, lambda);
        return new AffineStep(
                1 + now.drift() * h, -now.weight() * h, lambda * Math.sqrt(now.diffusion() * Math.abs(h)));
    }

    /** The formulas of {@link #rule}. */
    static AffineFormulas formulas(LevelSequence path, int step) {
        return path.endsOnPoints(step)
                ? new AffineFormulas(AffineFormulas.Form.CLEAN, "{signal}ₛ x̂₀", "")
                : new AffineFormulas(AffineFormulas.Form.SCORE, "(1 + f h) x − ½(1 + λ²) g² h s", "… + λ g √|h| z");
    }

    private record EulerMaruyamaPlan(LevelSequence path, double lambda) implements AffineSampler.AlongPath {
        @Override
        public AffineStep rule(int step) {
            return ReverseSde.rule(path, step, lambda);
        }

        @Override
        public AffineFormulas formulas(int step) {
            return ReverseSde.formulas(path, step);
        }

        @Override
        public String remedy() {
            return CoreWords.text("core.advice.raise-steps-or-grid");
        }
    }
}
