package scorescope.core.denoise;

import java.util.Arrays;
import scorescope.core.density.Component;
import scorescope.core.density.NoisedMixture;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.score.MixtureScore;

/**
 * The exact posterior of the clean point x₀ given x = αx₀ + σε, for data from a Gaussian mixture: again a mixture, with
 * weights r_k (the responsibilities), means μ̂_k = μ_k + αG_k(x − αμ_k) and covariances σ²G_k, where G_k = Σ_k C_k⁻¹
 * and C_k = α²Σ_k + σ²I. G_k is formed without cancellation, so that mean and covariance are right at every σ; Tweedie's
 * formulas are not where σ is large.
 *
 * <p>At σ = 0 the posterior is the point x/α, also where the density does not exist.
 */
public record Posterior(MixtureScore score) implements Denoiser {
    @Override
    public void mean(double[] x, double[] y, int from, int to, NoiseLevel level, double[] outX, double[] outY) {
        if (level.sigma() == 0) {
            for (int i = from; i < to; i++) {
                outX[i] = x[i] / level.alpha();
                outY[i] = y[i] / level.alpha();
            }
            return;
        }
        var noised = score.at(level);
        var conditionals = conditionals(noised);
        var r = new double[noised.size()];
        for (int i = from; i < to; i++) {
            noised.responsibilities(x[i], y[i], r);
            double mx = 0;
            double my = 0;
            for (int k = 0; k < r.length; k++) {
                mx += r[k] * conditionals[k].denoisedX(x[i], y[i]);
                my += r[k] * conditionals[k].denoisedY(x[i], y[i]);
            }
            outX[i] = mx;
            outY[i] = my;
        }
    }

    @Override
    public void noise(double[] x, double[] y, int from, int to, NoiseLevel level, double[] outX, double[] outY) {
        new Tweedie(score).noise(x, y, from, to, level, outX, outY);
    }

    @Override
    public void velocity(double[] x, double[] y, int from, int to, NoiseLevel level, double[] outX, double[] outY) {
        if (level.sigma() == 0) {
            Arrays.fill(outX, from, to, 0);
            Arrays.fill(outY, from, to, 0);
            return;
        }
        var noised = score.at(level);
        var conditionals = conditionals(noised);
        var r = new double[noised.size()];
        for (int i = from; i < to; i++) {
            noised.responsibilities(x[i], y[i], r);
            double vx = 0;
            double vy = 0;
            for (int k = 0; k < r.length; k++) {
                vx -= r[k] * (level.alpha() * noised.pullX(k, x[i], y[i]) + conditionals[k].denoisedX(x[i], y[i]));
                vy -= r[k] * (level.alpha() * noised.pullY(k, x[i], y[i]) + conditionals[k].denoisedY(x[i], y[i]));
            }
            outX[i] = level.sigma() * vx;
            outY[i] = level.sigma() * vy;
        }
    }

    /**
     * Cov[x₀ | x] = Σ r_k (σ²G_k + (μ̂_k − mean)(μ̂_k − mean)ᵀ) at the points {@code from ≤ i < to}, in squared data
     * units; zero at σ = 0.
     *
     * @param xx overwritten, as are {@code xy} and {@code yy}
     */
    public void covariance(
            double[] x, double[] y, int from, int to, NoiseLevel level, double[] xx, double[] xy, double[] yy) {
        if (level.sigma() == 0) {
            Arrays.fill(xx, from, to, 0);
            Arrays.fill(xy, from, to, 0);
            Arrays.fill(yy, from, to, 0);
            return;
        }
        var noised = score.at(level);
        var conditionals = conditionals(noised);
        var r = new double[noised.size()];
        double variance = level.sigma() * level.sigma();
        for (int i = from; i < to; i++) {
            noised.responsibilities(x[i], y[i], r);
            double mx = 0;
            double my = 0;
            for (int k = 0; k < r.length; k++) {
                mx += r[k] * conditionals[k].denoisedX(x[i], y[i]);
                my += r[k] * conditionals[k].denoisedY(x[i], y[i]);
            }
            double vxx = 0;
            double vxy = 0;
            double vyy = 0;
            for (int k = 0; k < r.length; k++) {
                double dx = conditionals[k].denoisedX(x[i], y[i]) - mx;
                double dy = conditionals[k].denoisedY(x[i], y[i]) - my;
                vxx += r[k] * (variance * conditionals[k].xx() + dx * dx);
                vxy += r[k] * (variance * conditionals[k].xy() + dx * dy);
                vyy += r[k] * (variance * conditionals[k].yy() + dy * dy);
            }
            xx[i] = vxx;
            xy[i] = vxy;
            yy[i] = vyy;
        }
    }

    /**
     * Responsibilities r_k of the components for one noisy point.
     *
     * @param out K numbers that sum to one; overwritten
     * @throws IllegalArgumentException if σ = 0 and a component is a point
     */
    public void responsibilities(double x, double y, NoiseLevel level, double[] out) {
        score.at(level).responsibilities(x, y, out);
    }

    private Conditional[] conditionals(NoisedMixture noised) {
        var conditionals = new Conditional[noised.size()];
        Arrays.setAll(
                conditionals, k -> Conditional.of(score.mixture().components().get(k), noised.level()));
        return conditionals;
    }

    /** x₀ given x, had it come from one component: N(μ + αG(x − αμ), σ²G). */
    private record Conditional(double alpha, double meanX, double meanY, double xx, double xy, double yy) {
        static Conditional of(Component c, NoiseLevel level) {
            double signal = level.alpha() * level.alpha();
            double noise = level.sigma() * level.sigma();
            double clean = Math.max(0, c.xx() * c.yy() - c.xy() * c.xy());
            double determinant = signal * signal * clean + signal * noise * (c.xx() + c.yy()) + noise * noise;
            return new Conditional(
                    level.alpha(),
                    c.meanX(),
                    c.meanY(),
                    (signal * clean + noise * c.xx()) / determinant,
                    noise * c.xy() / determinant,
                    (signal * clean + noise * c.yy()) / determinant);
        }

        double denoisedX(double x, double y) {
            return meanX + alpha * (xx * (x - alpha * meanX) + xy * (y - alpha * meanY));
        }

        double denoisedY(double x, double y) {
            return meanY + alpha * (xy * (x - alpha * meanX) + yy * (y - alpha * meanY));
        }
    }
}
