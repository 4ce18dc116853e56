package scorescope.core.objective;

import java.util.List;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.parameter.Kind;

/**
 * Denoising score matching over many noise levels: λ(σ)·½‖s_θ(x_t, σ) + ε/σ‖², whose minimiser is the mean of −ε/σ given
 * x_t, the score of p_t.
 *
 * @see <a href="https://arxiv.org/abs/1907.05600">Song and Ermon 2019</a>
 */
public record Ncsn(Weighting weighting, NoiseProcess process) implements Residual {
    public static final Kind<Objective.Family> KIND = new Kind<>(
            "ncsn",
            "Denoising, many σ",
            "NCSN: learns the score at all levels at once from noised samples: λ(σ)·½‖s + {eps}/σ‖².",
            List.of(Weighting.PARAMETER),
            values -> Objective.Family.of(subject -> new Ncsn(values.get(Weighting.PARAMETER), subject.process())));

    @Override
    public double weight(double t, double alpha, double sigma) {
        return 0.5 * weighting.lambda(sigma, t, process);
    }
}
