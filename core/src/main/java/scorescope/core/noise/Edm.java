package scorescope.core.noise;

import java.util.List;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameter;

/**
 * EDM: time is the noise itself, α = 1, σ = t, hence f = 0 and g² = 2t, from σ_min to σ_max.
 *
 * @see <a href="https://arxiv.org/abs/2206.00364">Karras et al. 2022, Elucidating the design space of diffusion-based
 *     generative models</a>
 */
public record Edm(double sigmaMin, double sigmaMax) implements NoiseProcess {
    public static final Parameter.Real SIGMA_MIN = new Parameter.Real(
            "sigmaMin",
            "σ_min",
            "data units",
            0.002,
            1e-6,
            1e3,
            true,
            "The smallest noise, and t where sampling ends.");
    public static final Parameter.Real SIGMA_MAX = new Parameter.Real(
            "sigmaMax", "σ_max", "data units", 80, 1e-5, 1e3, true, "The largest noise, and t where sampling begins.");

    public static final Kind<NoiseProcess> KIND = new Kind<>(
            "edm",
            "EDM",
            "Keeps the signal; time is the standard deviation of the noise.",
            List.of(SIGMA_MIN, SIGMA_MAX),
            values -> new Edm(values.get(SIGMA_MIN), values.get(SIGMA_MAX)));

    public Edm {
        SigmaRange.check(sigmaMin, sigmaMax);
    }

    @Override
    public double alpha(double t) {
        return 1;
    }

    @Override
    public double sigma(double t) {
        return t;
    }

    @Override
    public double drift(double t) {
        return 0;
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
    public double priorStd() {
        return sigmaMax;
    }

    @Override
    public boolean geometricTime() {
        return true;
    }
}
