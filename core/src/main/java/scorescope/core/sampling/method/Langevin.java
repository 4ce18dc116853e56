package scorescope.core.sampling.method;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.core.sampling.Convergence;
import scorescope.core.sampling.GaussianStart;
import scorescope.core.sampling.Sampler;
import scorescope.core.sampling.SamplingMethod;
import scorescope.core.sampling.Start;
import scorescope.core.sampling.step.AffineFormulas;
import scorescope.core.sampling.step.AffineSampler;
import scorescope.core.sampling.step.AffineStep;
import scorescope.core.words.CoreWords;

/**
 * Unadjusted Langevin at a fixed noise level: x ← x + η s(x) + c √(2η) z, z ~ N(0, I). For c = 1 its stationary density is
 * the one whose score is s, up to a bias of order η.
 *
 * @param stepSize η in data units²; half of the δ of authors who write x + (δ/2) s + √δ z
 * @param noiseScale c
 * @see <a href="https://doi.org/10.2307/3318418">Roberts, Tweedie: Exponential convergence of Langevin distributions and
 *     their discrete approximations (1996)</a>
 */
public record Langevin(double stepSize, int steps, double noiseScale) implements SamplingMethod {
    public static final Parameter.Real STEP_SIZE = new Parameter.Real(
            "stepSize",
            "{step}",
            "data units²",
            0.01,
            1e-8,
            10,
            true,
            "How far a step follows the score; the noise grows with {langevin-noise}. {other-step}");
    public static final Parameter.Whole STEPS =
            new Parameter.Whole("steps", "N", 500, 1, 1_000_000, "How many steps are taken.");
    public static final Parameter.Real NOISE_SCALE = new Parameter.Real(
            "noiseScale",
            "c",
            "",
            1,
            0,
            10,
            false,
            "Multiplies the noise {langevin-noise-drawn}. Only at 1 do the particles settle into the density.");

    /** Default start of chains at one level: wide enough to reach the modes of the presets. */
    static final Start START = new GaussianStart(0, 0, 3);

    public static final Kind<SamplingMethod> KIND = new Kind<>(
            "langevin",
            "Langevin",
            "Follows the score and adds noise, {langevin-step}. Settles into the density at the present noise level.",
            List.of(STEP_SIZE, STEPS, NOISE_SCALE),
            Langevin::of);

    private static Langevin of(Parameters values) {
        return new Langevin(values.get(STEP_SIZE), Math.toIntExact(values.get(STEPS)), values.get(NOISE_SCALE));
    }

    @Override
    public Start naturalStart() {
        return START;
    }

    @Override
    public Convergence convergence() {
        return samples() ? Convergence.stationary(1) : Convergence.none("without noise all particles end on modes");
    }

    @Override
    public boolean staysAtOneLevel() {
        return true;
    }

    @Override
    public boolean samples() {
        return noiseScale > 0;
    }

    @Override
    public Sampler bind(Problem problem) {
        return new AffineSampler(problem.score(), new LangevinPlan(this, problem));
    }

    /** x + η s is stable for η |λ| &lt; 2, λ the curvature of log p. */
    @Override
    public OptionalDouble longestStep(Problem problem) {
        double sharpest = Sharpness.of(problem.score(), problem.target());
        return Double.isNaN(sharpest) ? OptionalDouble.empty() : OptionalDouble.of(2 / sharpest);
    }

    @Override
    public Optional<String> caution(Problem problem) {
        double longest = longestStep(problem).orElse(Double.POSITIVE_INFINITY);
        return stepSize > longest
                ? Optional.of(CoreWords.text("core.caution.langevin", stepSize, (float) longest))
                : Optional.empty();
    }

    private record LangevinPlan(Langevin method, Problem problem) implements AffineSampler.Plan {
        @Override
        public int steps() {
            return method.steps;
        }

        @Override
        public NoiseLevel level(int step) {
            return problem.target();
        }

        @Override
        public AffineStep rule(int step) {
            return AffineStep.langevin(method.stepSize, method.noiseScale);
        }

        @Override
        public AffineFormulas formulas(int step) {
            return new AffineFormulas(
                    AffineFormulas.Form.SCORE,
                    "{langevin-drift}",
                    method.noiseScale == 1 ? "… + {langevin-noise-drawn}" : "… + c {langevin-noise-drawn}");
        }

        @Override
        public double priorStd() {
            return problem.process().priorStd();
        }

        @Override
        public String remedy() {
            return CoreWords.text("core.advice.lower-step-size", method.stepSize);
        }

        /** Langevin time, step · η. */
        @Override
        public double time(int step) {
            return step * method.stepSize;
        }
    }
}
