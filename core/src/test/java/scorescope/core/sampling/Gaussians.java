package scorescope.core.sampling;

import java.util.List;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.score.MixtureScore;

/** A Gaussian N(μ, diag(vx, vy)), for which samplers have closed solutions. */
public record Gaussians(double meanX, double meanY, double varianceX, double varianceY) {
    public static final Gaussians STRETCHED = new Gaussians(1.5, -0.5, 0.36, 1.44);

    public MixtureScore score() {
        return new MixtureScore(new GaussianMixture(List.of(new Component(1, meanX, meanY, varianceX, 0, varianceY))));
    }

    /** The flow ODE's map from t to s: α_s μ + √(C_s/C_t) (x − α_t μ), C = α² v + σ². */
    public double flowX(NoiseProcess process, double t, double s, double x) {
        return flow(process, t, s, x, meanX, varianceX);
    }

    public double flowY(NoiseProcess process, double t, double s, double y) {
        return flow(process, t, s, y, meanY, varianceY);
    }

    private static double flow(NoiseProcess process, double t, double s, double x, double mean, double variance) {
        double growth = Math.sqrt(marginal(process, s, variance) / marginal(process, t, variance));
        return process.alpha(s) * mean + growth * (x - process.alpha(t) * mean);
    }

    private static double marginal(NoiseProcess process, double t, double variance) {
        double alpha = process.alpha(t);
        double sigma = process.sigma(t);
        return alpha * alpha * variance + sigma * sigma;
    }
}
