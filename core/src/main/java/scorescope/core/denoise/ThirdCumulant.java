package scorescope.core.denoise;

import scorescope.core.density.GaussianMixture;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.score.MixtureScore;

/**
 * The third cumulant κ_ijk = E[(x_i − m_i)(x_j − m_j)(x_k − m_k)] of a distribution in the plane, in cubed data units. It is
 * zero for a normal distribution; its sign along a direction is the side of the longer tail.
 */
public record ThirdCumulant(double xxx, double xxy, double xyy, double yyy) {
    /**
     * The third cumulant of a mixture: Σ r_k (d_i d_j d_l + d_i S_jl + d_j S_il + d_l S_ij), d the offset of the component's mean from
     * the mixture's and S its covariance.
     */
    public static ThirdCumulant of(GaussianMixture mixture) {
        var moments = mixture.moments();
        double total =
                mixture.components().stream().mapToDouble(c -> c.weight()).sum();
        double xxx = 0;
        double xxy = 0;
        double xyy = 0;
        double yyy = 0;
        for (var component : mixture.components()) {
            double r = component.weight() / total;
            double dx = component.meanX() - moments.meanX();
            double dy = component.meanY() - moments.meanY();
            xxx += r * dx * (dx * dx + 3 * component.xx());
            xxy += r * (dy * (dx * dx + component.xx()) + 2 * dx * component.xy());
            xyy += r * (dx * (dy * dy + component.yy()) + 2 * dy * component.xy());
            yyy += r * dy * (dy * dy + 3 * component.yy());
        }
        return new ThirdCumulant(xxx, xxy, xyy, yyy);
    }

    /** The third cumulant of the clean point given a noisy one: (σ²/α)³ ∇³ log p_t(x). */
    public static ThirdCumulant ofClean(MixtureScore exact, double x, double y, NoiseLevel level) {
        return of(new Posterior(exact).at(x, y, level));
    }
}
