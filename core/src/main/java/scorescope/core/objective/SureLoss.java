package scorescope.core.objective;

import java.util.List;
import java.util.Optional;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.parameter.Kind;
import scorescope.core.quadrature.Estimate;
import scorescope.core.score.Derivatives;

/**
 * Stein's unbiased risk estimate of the denoiser D = x_t + σ²s_θ, which needs no clean data: ‖D − x_t‖² + 2σ²∇·D − 2σ² =
 * 2σ⁴(tr J + ½‖s_θ‖²) + 2σ². Its mean is that of ‖D − αx‖².
 *
 * @see <a href="https://doi.org/10.1214/aos/1176345632">Stein 1981</a>
 */
public record SureLoss() implements Pointwise {
    public static final Kind<Objective.Family> KIND = new Kind<>(
            "sure",
            "SURE",
            "The denoiser's error estimated without clean data: ‖D − x̃‖² + 2σ²∇·D − 2σ².",
            List.of(),
            values -> Objective.Family.of(subject -> new SureLoss()));

    /** The least mean of the squared error of αx₀, which the posterior mean attains. */
    @Override
    public Optional<Estimate> leastLoss(NoiseLevel at, Estimate error) {
        return Optional.of(error.times(at.alpha() * at.alpha()));
    }

    @Override
    public BatchRequirements requirements() {
        return BatchRequirements.of(Derivatives.TRACE);
    }

    @Override
    public double loss(Samples at) {
        double variance = at.sigma() * at.sigma();
        double scale = 2 * variance * variance;
        double sum = at.trace();
        at.addTraceAdjoint(scale);
        for (int i = 0; i < 2; i++) {
            sum += 0.5 * at.score(i) * at.score(i);
            at.addScoreAdjoint(i, scale * at.score(i));
        }
        return scale * sum + 2 * variance;
    }
}
