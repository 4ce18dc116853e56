package scorescope.core.density;

import scorescope.core.BadInputException;
import scorescope.core.noise.NoiseLevel;

/**
 * A mixture at one noise level, p_t = Σ w_k N(m_k, C_k) with m_k = αμ_k and C_k = α²Σ_k + σ²I, factored once so that
 * evaluating it at a point takes no square root, no division and no allocation. Immutable; safe for several threads.
 *
 * <p>Each covariance is kept as C = L D Lᵀ with L = [[1, 0], [l, 1]], so that quadratic forms are sums of squares
 * even where C is nearly singular. Its determinant is α⁴ det Σ + α²σ² tr Σ + σ⁴, a sum without cancellation.
 */
public final class NoisedMixture {
    /** A term smaller than the largest by this factor, e^-45, cannot change a double. */
    private static final double NEGLIGIBLE = -45;

    private final NoiseLevel level;
    private final int size;
    private final double[] meanX;
    private final double[] meanY;
    private final double[] covarianceXX;
    private final double[] covarianceXY;
    private final double[] covarianceYY;
    private final double[] shear;
    private final double[] firstPrecision;
    private final double[] secondPrecision;
    private final double[] logFactor;

    /** @throws BadInputException if σ = 0 and a component has no density (a point or a line) */
    public NoisedMixture(GaussianMixture mixture, NoiseLevel level) {
        mixture.requireDensity(level);
        this.level = level;
        size = mixture.components().size();
        meanX = new double[size];
        meanY = new double[size];
        covarianceXX = new double[size];
        covarianceXY = new double[size];
        covarianceYY = new double[size];
        shear = new double[size];
        firstPrecision = new double[size];
        secondPrecision = new double[size];
        logFactor = new double[size];
        double alpha = level.alpha();
        double signal = alpha * alpha;
        double noise = level.sigma() * level.sigma();
        for (int k = 0; k < size; k++) {
            var c = mixture.components().get(k);
            double clean = Math.max(0, c.xx() * c.yy() - c.xy() * c.xy());
            double determinant = signal * signal * clean + signal * noise * (c.xx() + c.yy()) + noise * noise;
            if (!(determinant > 0)) {
                throw new IllegalArgumentException("components[" + k + "] has no density at sigma = " + level.sigma());
            }
            meanX[k] = alpha * c.meanX();
            meanY[k] = alpha * c.meanY();
            covarianceXX[k] = signal * c.xx() + noise;
            covarianceXY[k] = signal * c.xy();
            covarianceYY[k] = signal * c.yy() + noise;
            shear[k] = covarianceXY[k] / covarianceXX[k];
            firstPrecision[k] = 1 / covarianceXX[k];
            secondPrecision[k] = covarianceXX[k] / determinant;
            logFactor[k] = Math.log(c.weight()) - Math.log(2 * Math.PI) - 0.5 * Math.log(determinant);
        }
    }

    public NoiseLevel level() {
        return level;
    }

    /** The number of components K. */
    public int size() {
        return size;
    }

    public double meanX(int k) {
        return meanX[k];
    }

    public double meanY(int k) {
        return meanY[k];
    }

    public double covarianceXX(int k) {
        return covarianceXX[k];
    }

    public double covarianceXY(int k) {
        return covarianceXY[k];
    }

    public double covarianceYY(int k) {
        return covarianceYY[k];
    }

    /** log(w_k / (2π √det C_k)): the logarithm of the component's height, weight included. */
    public double logFactor(int k) {
        return logFactor[k];
    }

    /** log(w_k N(x; m_k, C_k)). */
    public double logTerm(int k, double x, double y) {
        double dx = meanX[k] - x;
        double e = meanY[k] - y - shear[k] * dx;
        return logFactor[k] - 0.5 * (dx * dx * firstPrecision[k] + e * e * secondPrecision[k]);
    }

    /** First component of u_k = C_k⁻¹(m_k − x). */
    public double pullX(int k, double x, double y) {
        double dx = meanX[k] - x;
        return dx * firstPrecision[k] - shear[k] * ((meanY[k] - y - shear[k] * dx) * secondPrecision[k]);
    }

    /** Second component of u_k = C_k⁻¹(m_k − x). */
    public double pullY(int k, double x, double y) {
        double dx = meanX[k] - x;
        return (meanY[k] - y - shear[k] * dx) * secondPrecision[k];
    }

    /** (C_k⁻¹)_xx. */
    public double precisionXX(int k) {
        return firstPrecision[k] + shear[k] * shear[k] * secondPrecision[k];
    }

    /** (C_k⁻¹)_xy. */
    public double precisionXY(int k) {
        return -shear[k] * secondPrecision[k];
    }

    /** (C_k⁻¹)_yy. */
    public double precisionYY(int k) {
        return secondPrecision[k];
    }

    /**
     * Responsibilities r_k = w_k N(x; m_k, C_k) / p(x), by log-sum-exp, so that they are right however far x is from
     * all data.
     *
     * @param out K numbers that sum to one; overwritten; at least K long
     * @return log p(x)
     */
    public double responsibilities(double x, double y, double[] out) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < size; k++) {
            double term = logTerm(k, x, y);
            out[k] = term;
            largest = Math.max(largest, term);
        }
        double sum = 0;
        for (int k = 0; k < size; k++) {
            double below = out[k] - largest;
            double term = below < NEGLIGIBLE ? 0 : below == 0 ? 1 : Math.exp(below);
            out[k] = term;
            sum += term;
        }
        double scale = 1 / sum;
        for (int k = 0; k < size; k++) {
            out[k] *= scale;
        }
        return largest + Math.log(sum);
    }
}
