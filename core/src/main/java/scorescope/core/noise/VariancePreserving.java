package scorescope.core.noise;

import java.util.List;
import scorescope.core.BadInputException;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;

/**
 * Variance preserving, the limit of DDPM: β = β_min + t(β_max − β_min), ᾱ = exp(−∫₀ᵗ β), α = √ᾱ, σ = √(1 − ᾱ),
 * f = −β/2, g² = β.
 *
 * @see <a href="https://arxiv.org/abs/2011.13456">Song et al. 2021, Score-based generative modeling through SDEs</a>
 */
public record VariancePreserving(double betaMin, double betaMax) implements NoiseProcess {
    public static final Parameter.Real BETA_MIN =
            new Parameter.Real("betaMin", "β_min", "1/time", 0.1, 1e-6, 100, true, "The rate of noising at t = 0.");
    public static final Parameter.Real BETA_MAX =
            new Parameter.Real("betaMax", "β_max", "1/time", 20, 1e-5, 1000, true, "The rate of noising at t = 1.");

    public static final Kind<NoiseProcess> KIND = new Kind<>(
            "variance-preserving",
            "Variance preserving",
            "Shrinks the signal as noise grows, so that data of unit variance keep it.",
            List.of(BETA_MIN, BETA_MAX),
            VariancePreserving::of);

    public VariancePreserving {
        if (!(betaMin > 0) || !(betaMax >= betaMin) || !Double.isFinite(betaMax)) {
            throw new BadInputException(
                    "process.betaMin",
                    betaMin + " is not a positive number up to betaMax = " + betaMax,
                    "use 0 < betaMin <= betaMax");
        }
    }

    private static NoiseProcess of(Parameters values) {
        return new VariancePreserving(values.get(BETA_MIN), values.get(BETA_MAX));
    }

    /** β(t), in 1/time. */
    public double beta(double t) {
        return betaMin + t * (betaMax - betaMin);
    }

    /** log ᾱ(t) = −∫₀ᵗ β. */
    private double logAlphaBar(double t) {
        return -t * (betaMin + 0.5 * t * (betaMax - betaMin));
    }

    @Override
    public double alpha(double t) {
        return Math.exp(0.5 * logAlphaBar(t));
    }

    @Override
    public double sigma(double t) {
        return Math.sqrt(-Math.expm1(logAlphaBar(t)));
    }

    @Override
    public double drift(double t) {
        return -0.5 * beta(t);
    }

    @Override
    public double diffusionSquared(double t) {
        return beta(t);
    }

    @Override
    public double tMin() {
        return 1e-3;
    }

    @Override
    public double tMax() {
        return 1;
    }

    @Override
    public double priorStd() {
        return 1;
    }
}
