package scorescope.core.noise;

import java.util.List;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameter;

/**
 * EDM: time is the noise level, α = 1, σ = t, hence f = 0 and g² = 2t, from σ_min to σ_max.
 *
 * @see <a href="https://arxiv.org/abs/2206.00364">Karras et al. 2022, Elucidating the design space of diffusion-based
 *     generative models</a>
 */
public record Edm(double sigmaMin, double sigmaMax) implements KeepsSignal {
    public static final Parameter.Real SIGMA_MIN =
            KeepsSignal.smallest(0.002, "The smallest noise, and t where sampling ends.");
    public static final Parameter.Real SIGMA_MAX =
            KeepsSignal.largest(80, 1e3, "The largest noise, and t where sampling begins.");

    public static final Kind<NoiseProcess> KIND = new Kind<>(
            "edm",
            "EDM",
            "Keeps the signal; time is the standard deviation of the noise.",
            List.of(SIGMA_MIN, SIGMA_MAX),
            values -> new Edm(values.get(SIGMA_MIN), values.get(SIGMA_MAX)));

    public Edm {
        KeepsSignal.check(sigmaMin, sigmaMax);
    }

    @Override
    public double sigma(double t) {
        return t;
    }

    @Override
    public double diffusionSquared(double t) {
        return 2 * t;
    }

    @Override
    public double tMin() {
        return sigmaMin;
    }

    @Override
    public double tMax() {
        return sigmaMax;
    }

    @Override
    public boolean geometricTime() {
        return true;
    }
}
