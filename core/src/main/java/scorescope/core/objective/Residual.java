package scorescope.core.objective;

import java.util.Optional;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.quadrature.Estimate;

/**
 * An objective that is a weight times ‖s_θ(x_t) + ε/σ‖². Every loss that compares a prediction of the noise, the clean
 * point, v, the posterior mean or the velocity with its target is of this kind, since each prediction is an affine function
 * of the score: they differ in the weight of a noise level and in what the network predicts.
 */
public interface Residual extends Pointwise {
    /** The factor of ‖s_θ + ε/σ‖² at time t, where x_t = αx₀ + σε; t is NaN for plain noise. */
    double weight(double t, double alpha, double sigma);

    /** The factor of ‖ε_θ − ε‖², with which all these losses can be compared: ε_θ = −σs_θ, so that it is weight/σ². */
    default double noiseWeight(NoiseLevel at) {
        return weight(at.t(), at.alpha(), at.sigma()) / (at.sigma() * at.sigma());
    }

    /**
     * The expected loss of the exact score at one level, a lower bound for every network: weight · E tr Cov[ε/σ | x_t],
     * where Cov[ε/σ | x_t] = (α²/σ⁴) Cov[x₀ | x_t].
     *
     * @param error E tr Cov[x₀ | x_t] at that level, as {@link scorescope.core.denoise.MinimumError} gives it
     */
    default Estimate floor(NoiseLevel at, Estimate error) {
        double gain = at.alpha() / (at.sigma() * at.sigma());
        return error.times(weight(at.t(), at.alpha(), at.sigma()) * gain * gain);
    }

    @Override
    default Optional<Estimate> leastLoss(NoiseLevel at, Estimate error) {
        return Optional.of(floor(at, error));
    }

    @Override
    default BatchRequirements requirements() {
        return BatchRequirements.SCORE;
    }

    @Override
    default double loss(Samples at) {
        double weight = weight(at.time(), at.alpha(), at.sigma());
        double sum = 0;
        for (int i = 0; i < 2; i++) {
            double r = at.score(i) + at.noise(i) / at.sigma();
            sum += r * r;
            at.addScoreAdjoint(i, 2 * weight * r);
        }
        return weight * sum;
    }
}
