package scorescope.core.guidance;

import scorescope.core.denoise.Posterior;
import scorescope.core.density.Component;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.score.MixtureScore;
import scorescope.core.score.ScoreField;

/**
 * Approximate score given a measurement: s + ∇ log N(y; A x̂₀(x), V), with the gradient through x̂₀ only, V being constant.
 * The Jacobian of the denoised point is (α/σ²) Cov[x₀ | x], so that the gradient is (α/σ²) Cov[x₀ | x] Aᵀ V⁻¹ (y − A x̂₀).
 * The exact conditional score is that of {@link Measurement#posterior}.
 *
 * @see <a href="https://arxiv.org/abs/2209.14687">Chung et al. 2023, Diffusion posterior sampling for general noisy inverse
 *     problems</a>
 * @see <a href="https://openreview.net/forum?id=9_gsMA8MRKQ">Song et al. 2023, Pseudoinverse-guided diffusion models</a>
 */
public record MeasuredScore(MixtureScore exact, Measurement measurement, MeasurementModel likelihood)
        implements ScoreField {
    @Override
    public void score(double[] x, double[] y, int from, int to, NoiseLevel level, double[] outX, double[] outY) {
        var posterior = new Posterior(exact);
        var mean = new double[2][to];
        var covariance = new double[3][to];
        exact.score(x, y, from, to, level, outX, outY);
        posterior.mean(x, y, from, to, level, mean[0], mean[1]);
        posterior.covariance(x, y, from, to, level, covariance[0], covariance[1], covariance[2]);
        double gain = level.alpha() / (level.sigma() * level.sigma());
        double prior = likelihood.prior(level);
        for (int i = from; i < to; i++) {
            double xx = covariance[0][i];
            double xy = covariance[1][i];
            double yy = covariance[2][i];
            var given = new MeasuredComponent(
                    Double.isNaN(prior)
                            ? new Component(1, mean[0][i], mean[1][i], xx, xy, yy)
                            : new Component(1, mean[0][i], mean[1][i], prior, 0, prior),
                    measurement);
            double pullX = given.pullX().value();
            double pullY = given.pullY().value();
            if (level.sigma() > 0) {
                outX[i] += gain * (xx * pullX + xy * pullY);
                outY[i] += gain * (xy * pullX + yy * pullY);
            } else {
                outX[i] += pullX / level.alpha();
                outY[i] += pullY / level.alpha();
            }
        }
    }

    @Override
    public boolean definedAt(NoiseLevel level) {
        return exact.definedAt(level);
    }
}
