package scorescope.core.noise;

import java.util.List;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameter;

/**
 * Variance exploding (NCSN): α = 1, σ = σ_min (σ_max/σ_min)^t, hence f = 0 and g² = 2σ² ln(σ_max/σ_min).
 *
 * @see <a href="https://arxiv.org/abs/2011.13456">Song et al. 2021, Score-based generative modeling through SDEs</a>
 */
public record VarianceExploding(double sigmaMin, double sigmaMax) implements KeepsSignal {
    public static final Parameter.Real SIGMA_MIN = KeepsSignal.smallest(0.01, "The smallest noise, at t = 0.");
    public static final Parameter.Real SIGMA_MAX = KeepsSignal.largest(50, 1e4, "The largest noise, at t = 1.");

    public static final Kind<NoiseProcess> KIND = new Kind<>(
            "variance-exploding",
            "Variance exploding",
            "Keeps the signal and adds ever larger noise, geometrically in t.",
            List.of(SIGMA_MIN, SIGMA_MAX),
            values -> new VarianceExploding(values.get(SIGMA_MIN), values.get(SIGMA_MAX)));

    public VarianceExploding {
        KeepsSignal.check(sigmaMin, sigmaMax);
    }

    @Override
    public double sigma(double t) {
        return sigmaMin * Math.pow(sigmaMax / sigmaMin, t);
    }

    @Override
    public double diffusionSquared(double t) {
        double sigma = sigma(t);
        return 2 * sigma * sigma * Math.log(sigmaMax / sigmaMin);
    }
}
