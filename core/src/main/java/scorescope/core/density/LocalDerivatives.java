package scorescope.core.density;

/**
 * log p of a noised mixture with its gradient and Hessian, at one point after another. With u_k = C_k⁻¹(m_k − x) and
 * responsibilities r_k: s = Σ r_k u_k and H = Σ r_k ((u_k − s)(u_k − s)ᵀ − C_k⁻¹), the differences u_k − s by
 * {@link PointExpansion}. For one thread at a time.
 */
public final class LocalDerivatives {
    private final NoisedMixture mixture;
    private final PointExpansion point;
    private double xx;
    private double xy;
    private double yy;

    public LocalDerivatives(NoisedMixture mixture) {
        this.mixture = mixture;
        point = new PointExpansion(mixture);
    }

    /** Moves to the point (x, y), in data units. */
    public void at(double x, double y) {
        point.at(x, y);
        double[] r = point.responsibilities();
        double sumXX = 0;
        double sumXY = 0;
        double sumYY = 0;
        for (int k = 0; k < r.length; k++) {
            if (r[k] > 0) {
                double ux = point.offsetX(k);
                double uy = point.offsetY(k);
                sumXX += r[k] * (ux * ux - mixture.precisionXX(k));
                sumXY += r[k] * (ux * uy - mixture.precisionXY(k));
                sumYY += r[k] * (uy * uy - mixture.precisionYY(k));
            }
        }
        xx = sumXX;
        xy = sumXY;
        yy = sumYY;
    }

    public double logDensity() {
        return point.logDensity();
    }

    /** ∂ log p/∂x, in 1/data units. */
    public double scoreX() {
        return point.scoreX();
    }

    public double scoreY() {
        return point.scoreY();
    }

    /** ∂² log p/∂x², in 1/data units². */
    public double xx() {
        return xx;
    }

    public double xy() {
        return xy;
    }

    public double yy() {
        return yy;
    }
}
