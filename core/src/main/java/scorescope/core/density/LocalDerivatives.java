package scorescope.core.density;

/**
 * log p of a noised mixture with its gradient and Hessian, at one point after another. With u_k = C_k⁻¹(m_k − x) and
 * responsibilities r_k: s = Σ r_k u_k and H = Σ r_k ((u_k − s)(u_k − s)ᵀ − C_k⁻¹), centred because the uncentred form
 * cancels. Keeps K numbers of scratch; for one thread at a time.
 */
public final class LocalDerivatives {
    private final NoisedMixture mixture;
    private final double[] responsibilities;
    private double logDensity;
    private double scoreX;
    private double scoreY;
    private double xx;
    private double xy;
    private double yy;

    public LocalDerivatives(NoisedMixture mixture) {
        this.mixture = mixture;
        responsibilities = new double[mixture.size()];
    }

    /** Moves to the point (x, y), in data units. */
    public void at(double x, double y) {
        double[] r = responsibilities;
        logDensity = mixture.responsibilities(x, y, r);
        scoreX = 0;
        scoreY = 0;
        for (int k = 0; k < r.length; k++) {
            if (r[k] > 0) {
                scoreX += r[k] * mixture.pullX(k, x, y);
                scoreY += r[k] * mixture.pullY(k, x, y);
            }
        }
        xx = 0;
        xy = 0;
        yy = 0;
        for (int k = 0; k < r.length; k++) {
            if (r[k] > 0) {
                double ux = mixture.pullX(k, x, y) - scoreX;
                double uy = mixture.pullY(k, x, y) - scoreY;
                xx += r[k] * (ux * ux - mixture.precisionXX(k));
                xy += r[k] * (ux * uy - mixture.precisionXY(k));
                yy += r[k] * (uy * uy - mixture.precisionYY(k));
            }
        }
    }

    public double logDensity() {
        return logDensity;
    }

    /** ∂ log p/∂x, in 1/data units. */
    public double scoreX() {
        return scoreX;
    }

    public double scoreY() {
        return scoreY;
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
