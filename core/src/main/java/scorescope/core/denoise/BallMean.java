package scorescope.core.denoise;

import scorescope.core.noise.NoiseLevel;
import scorescope.core.quadrature.GaussRule;
import scorescope.core.score.MixtureScore;

/**
 * E[x₀ | |x̃ − x̃*| ≤ r] = ∫ p_t E[x₀ | x̃] dx̃ / ∫ p_t dx̃ over a ball: the limit of {@link PosteriorProbe}'s mean, which differs from
 * E[x₀ | x̃*] by r²/4 (J s + ½ Δ) E[x₀ | x̃*] + O(r⁴), J its Jacobian in x̃ and s the score.
 *
 * <p>By the Gauss–Legendre rule in the squared distance and equal steps of the angle; for balls of up to 2σ at points with |s| σ
 * below 20 exact to eight digits.
 *
 * @param x first coordinate, in data units
 */
public record BallMean(double x, double y) {
    private static final GaussRule RULE = GaussRule.ofUnitInterval(24);
    private static final int ANGLES = 64;

    /** @param radius r in data units */
    public static BallMean of(MixtureScore exact, NoiseLevel level, double atX, double atY, double radius) {
        int n = RULE.nodes().length * ANGLES;
        var x = new double[n];
        var y = new double[n];
        for (int i = 0; i < n; i++) {
            double distance = radius * Math.sqrt(RULE.nodes()[i % RULE.nodes().length]);
            double angle = 2 * Math.PI / ANGLES * Math.floorDiv(i, RULE.nodes().length);
            x[i] = atX + distance * Math.cos(angle);
            y[i] = atY + distance * Math.sin(angle);
        }
        var log = new double[n];
        exact.logDensity(x, y, 0, n, level, log);
        var meanX = new double[n];
        var meanY = new double[n];
        new Posterior(exact).mean(x, y, 0, n, level, meanX, meanY);
        double largest = Double.NEGATIVE_INFINITY;
        for (double value : log) {
            largest = Math.max(largest, value);
        }
        double mass = 0;
        double sumX = 0;
        double sumY = 0;
        for (int i = 0; i < n; i++) {
            double weight = RULE.weights()[i % RULE.nodes().length] * Math.exp(log[i] - largest);
            mass += weight;
            sumX += weight * meanX[i];
            sumY += weight * meanY[i];
        }
        return new BallMean(sumX / mass, sumY / mass);
    }
}
