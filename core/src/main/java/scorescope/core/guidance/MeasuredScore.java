package scorescope.core.guidance;

import scorescope.core.denoise.Posterior;
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
            double[] pull = Double.isNaN(prior)
                    ? pull(mean[0][i], mean[1][i], xx, xy, yy)
                    : pull(mean[0][i], mean[1][i], prior, 0, prior);
            if (level.sigma() > 0) {
                outX[i] += gain * (xx * pull[0] + xy * pull[1]);
                outY[i] += gain * (xy * pull[0] + yy * pull[1]);
            } else {
                outX[i] += pull[0] / level.alpha();
                outY[i] += pull[1] / level.alpha();
            }
        }
    }

    @Override
    public boolean definedAt(NoiseLevel level) {
        return exact.definedAt(level);
    }

    /** Aᵀ V⁻¹ (y − A x̂₀), V = ρ²I + A C Aᵀ. */
    private double[] pull(double meanX, double meanY, double xx, double xy, double yy) {
        double a = measurement.a(0, 0);
        double b = measurement.a(0, 1);
        double noise = measurement.std() * measurement.std();
        double v11 = noise + a * a * xx + 2 * a * b * xy + b * b * yy;
        double off1 = measurement.value().getFirst() - a * meanX - b * meanY;
        if (measurement.rows() == 1) {
            return new double[] {a * off1 / v11, b * off1 / v11};
        }
        double c = measurement.a(1, 0);
        double d = measurement.a(1, 1);
        double v22 = noise + c * c * xx + 2 * c * d * xy + d * d * yy;
        double v12 = a * c * xx + (a * d + b * c) * xy + b * d * yy;
        double off2 = measurement.value().get(1) - c * meanX - d * meanY;
        double determinant = v11 * v22 - v12 * v12;
        double r1 = (v22 * off1 - v12 * off2) / determinant;
        double r2 = (v11 * off2 - v12 * off1) / determinant;
        return new double[] {a * r1 + c * r2, b * r1 + d * r2};
    }
}
