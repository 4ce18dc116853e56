package scorescope.core.denoise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.density.PointExpansion;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.score.ComponentMatrices;
import scorescope.core.score.MixtureScore;

/**
 * The exact posterior of the clean point x₀ given x = αx₀ + σε, for data from a Gaussian mixture: again a mixture, with
 * weights r_k (the responsibilities), means μ̂_k = μ_k + αG_k(x − αμ_k) and covariances σ²G_k, where G_k = Σ_k C_k⁻¹ and
 * C_k = α²Σ_k + σ²I. G_k is formed without cancellation, so that mean and covariance are accurate at every σ; the terms of
 * Tweedie's formulas cancel where σ is large. Far away all μ̂_k are large and close to each other: their differences are
 * μ̂_k − mean = (σ²/α)(u_k − s), computed by {@link PointExpansion}.
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
        var here = new Evaluation(score, level);
        for (int i = from; i < to; i++) {
            here.at(x[i], y[i]);
            outX[i] = here.meanX;
            outY[i] = here.meanY;
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
        var here = new Evaluation(score, level);
        for (int i = from; i < to; i++) {
            here.at(x[i], y[i]);
            outX[i] = -level.sigma() * (level.alpha() * here.point.scoreX() + here.meanX);
            outY[i] = -level.sigma() * (level.alpha() * here.point.scoreY() + here.meanY);
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
        var components = score.mixture().components();
        double variance = level.sigma() * level.sigma();
        var own = ComponentMatrices.zero(components.size());
        for (int k = 0; k < components.size(); k++) {
            var conditional = Conditional.of(components.get(k), level);
            own.xx()[k] = variance * conditional.xx();
            own.xy()[k] = variance * conditional.xy();
            own.yy()[k] = variance * conditional.yy();
        }
        double gain = variance / level.alpha();
        score.secondMoments(x, y, from, to, level, own, gain * gain, true, xx, xy, yy);
    }

    /**
     * The whole posterior at one noisy point, itself a mixture: its moments are {@link #mean} and {@link #covariance}, and
     * its samples are clean points that may have produced x. At σ = 0 a single point.
     */
    public GaussianMixture at(double x, double y, NoiseLevel level) {
        if (level.sigma() == 0) {
            return new GaussianMixture(List.of(Component.isotropic(1, x / level.alpha(), y / level.alpha(), 0)));
        }
        var here = new Evaluation(score, level);
        here.at(x, y);
        double variance = level.sigma() * level.sigma();
        var components = new ArrayList<Component>();
        for (int k = 0; k < here.r.length; k++) {
            var c = here.conditionals[k];
            if (here.r[k] > 0) {
                components.add(new Component(
                        here.r[k],
                        c.denoisedX(x, y),
                        c.denoisedY(x, y),
                        variance * c.xx(),
                        variance * c.xy(),
                        variance * c.yy()));
            }
        }
        return new GaussianMixture(components);
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

    /** The posterior at one noisy point after another; σ &gt; 0. */
    private static final class Evaluation {
        private final PointExpansion point;
        private final Conditional[] conditionals;
        private final double[] r;
        private double meanX;
        private double meanY;

        Evaluation(MixtureScore score, NoiseLevel level) {
            point = new PointExpansion(score.at(level));
            r = point.responsibilities();
            conditionals = new Conditional[r.length];
            Arrays.setAll(
                    conditionals,
                    k -> Conditional.of(score.mixture().components().get(k), level));
        }

        void at(double x, double y) {
            point.at(x, y);
            meanX = 0;
            meanY = 0;
            for (int k = 0; k < r.length; k++) {
                meanX += r[k] * conditionals[k].denoisedX(x, y);
                meanY += r[k] * conditionals[k].denoisedY(x, y);
            }
        }
    }

    /** Distribution of x₀ given x and the component: N(μ + αG(x − αμ), σ²G). */
    private record Conditional(double alpha, double meanX, double meanY, double xx, double xy, double yy) {
        static Conditional of(Component c, NoiseLevel level) {
            double signal = level.alpha() * level.alpha();
            double noise = level.sigma() * level.sigma();
            double clean = Math.max(0, c.determinant());
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
            return meanX + alpha * (xx * Math.fma(-alpha, meanX, x) + xy * Math.fma(-alpha, meanY, y));
        }

        double denoisedY(double x, double y) {
            return meanY + alpha * (xy * Math.fma(-alpha, meanX, x) + yy * Math.fma(-alpha, meanY, y));
        }
    }
}
