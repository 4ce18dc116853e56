package scorescope.core.noise;

import java.util.List;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameter;

/**
 * Variance exploding (NCSN): α = 1, σ = σ_min (σ_max/σ_min)^t, hence f = 0 and g² = 2σ² ln(σ_max/σ_min).
 *
 * @see <a href="https://arxiv.org/abs/2011.13456">Song et al. 2021, Score-based generative modeling through SDEs</a>
 */
public record VarianceExploding(double sigmaMin, double sigmaMax) implements NoiseProcess {
    public static final Parameter.Real SIGMA_MIN = new Parameter.Real(
            "sigmaMin", "σ_min", "data units", 0.01, 1e-6, 1e3, true, "The smallest noise, at t = 0.");
    public static final Parameter.Real SIGMA_MAX =
            new Parameter.Real("sigmaMax", "σ_max", "data units", 50, 1e-5, 1e4, true, "The largest noise, at t = 1.");

    public static final Kind<NoiseProcess> KIND = new Kind<>(
            "variance-exploding",
            "Variance exploding",
            "Keeps the signal and adds ever larger noise, geometrically in t.",
            List.of(SIGMA_MIN, SIGMA_MAX),
            values -> new VarianceExploding(values.get(SIGMA_MIN), values.get(SIGMA_MAX)));

    public VarianceExploding {
        SigmaRange.check(sigmaMin, sigmaMax);
    }

    @Override
    public double alpha(double t) {
        return 1;
    }

    @Override
    public double sigma(double t) {
        return sigmaMin * Math.pow(sigmaMax / sigmaMin, t);
    }

    @Override
    public double drift(double t) {
        return 0;
    }

    @Override
    public double diffusionSquared(double t) {
        double sigma = sigma(t);
        return 2 * sigma * sigma * Math.log(sigmaMax / sigmaMin);
    }

    @Override
    public double priorStd() {
        return sigmaMax;
    }
}
