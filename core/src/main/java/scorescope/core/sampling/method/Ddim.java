package scorescope.core.sampling.method;

import scorescope.core.parameter.Kind;
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
 * DDIM from t to s: α_s x̂₀ + √(σ_s² − ς²) ε̂ + ς z with ς = η_DDIM · σ_s √(1 − SNR_t/SNR_s), which for a
 * variance-preserving process is the paper's η (σ_s/σ_t) √(1 − α_t²/α_s²). For η_DDIM = 0 it is the first-order exponential
 * integrator of the flow ODE, exact for constant x̂₀; for η_DDIM = 1 it is ancestral sampling.
 *
 * @param eta η_DDIM, from 0 (no noise) to 1
 * @see <a href="https://arxiv.org/abs/2010.02502">Song, Meng, Ermon: Denoising diffusion implicit models (2020), equation
 *     12</a>
 */
public record Ddim(double eta, Spacing spacing) implements LevelSequenceMethod {
    public static final Parameter.Real ETA = new Parameter.Real(
            "eta", "η", "", 0, 0, 1, false, "Noise on the way: 0 is deterministic, 1 is ancestral sampling.");
    static final Parameter.Whole STEPS = Spacing.steps(200);
    static final Parameter.OneOf<TimeGrid> GRID = Spacing.grid(TimeGrid.LOG_SNR);

    public static final Kind<SamplingMethod> KIND = Spacing.method(
            "ddim",
            "DDIM",
            "Jumps from level to level along the predicted clean point and the predicted noise; few steps suffice.",
            Ddim::of,
            STEPS,
            GRID,
            ETA);

    private static Ddim of(Parameters values) {
        return new Ddim(values.get(ETA), Spacing.of(values, STEPS, GRID));
    }

    @Override
    public Convergence convergence() {
        return eta == 0 ? Convergence.flow(1) : Convergence.weak(1);
    }

    @Override
    public Sampler bind(Problem problem) {
        return along(LevelSequence.down(problem, spacing), eta);
    }

    static Sampler along(LevelSequence path, double eta) {
        return new AffineSampler(path.score(), new DdimPlan(path, eta));
    }

    private record DdimPlan(LevelSequence path, double eta) implements AffineSampler.AlongPath {
        @Override
        public AffineStep rule(int step) {
            var t = path.level(step);
            var s = path.level(step + 1);
            double ratio = s.ratio() / t.ratio();
            double fresh = eta * s.sigma() * Math.sqrt(Math.max(0, 1 - ratio * ratio));
            double epsilon = Math.sqrt(s.sigma() * s.sigma() - fresh * fresh);
            return AffineStep.ofPredictions(s.alpha(), epsilon, fresh, t.alpha(), t.sigma());
        }

        @Override
        public AffineFormulas formulas(int step) {
            return new AffineFormulas(
                    AffineFormulas.Form.PREDICTIONS,
                    eta == 0 ? "{signal}ₛ x̂₀ + σₛ {eps}̂" : "{signal}ₛ x̂₀ + √(σₛ² − ς²) {eps}̂",
                    "… + ς z");
        }

        @Override
        public String remedy() {
            return CoreWords.text("core.advice.raise-steps");
        }
    }
}
