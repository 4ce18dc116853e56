package scorescope.core.objective;

import java.util.List;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.parameter.Kind;
import scorescope.core.score.Derivatives;

/**
 * Second order denoising, λ²‖S_θ + I/σ² − εεᵀ/σ²‖² with S_θ = J + s_θs_θᵀ: fits p⁻¹∇²p = H + ssᵀ, from which Tweedie's
 * posterior covariance follows. λ is squared because S has the unit of the squared score.
 *
 * @see <a href="https://arxiv.org/abs/2111.04726">Meng, Song, Li and Ermon 2021, Estimating high order gradients of the
 *     data distribution by denoising</a>
 */
public record SecondOrder(Weighting weighting, NoiseProcess process) implements Pointwise {
    public static final Kind<Objective.Family> KIND = new Kind<>(
            "second-order",
            "Second order",
            "Generalised score matching with the operator ∇²: fits H + ssᵀ, and so the posterior covariance.",
            List.of(Weighting.PARAMETER),
            values -> Objective.Family.of(
                    subject -> new SecondOrder(values.get(Weighting.PARAMETER), subject.process())));

    @Override
    public BatchRequirements requirements() {
        return BatchRequirements.of(Derivatives.JACOBIAN);
    }

    @Override
    public double loss(Samples at) {
        double lambda = weighting.of(at, process);
        double scale = lambda * lambda;
        double precision = 1 / (at.sigma() * at.sigma());
        double sum = 0;
        for (int i = 0; i < 2; i++) {
            for (int k = 0; k < 2; k++) {
                double target = precision * (at.noise(i) * at.noise(k) - (i == k ? 1 : 0));
                double r = at.jacobian(i, k) + at.score(i) * at.score(k) - target;
                sum += r * r;
                at.addJacobianAdjoint(i, k, 2 * scale * r);
                at.addScoreAdjoint(i, 2 * scale * r * at.score(k));
                at.addScoreAdjoint(k, 2 * scale * r * at.score(i));
            }
        }
        return scale * sum;
    }
}
