package scorescope.core.density;

import scorescope.core.BadInputException;
import scorescope.core.noise.NoiseLevel;

/**
 * A mixture at one noise level, p_t = Σ w_k N(m_k, C_k) with m_k = αμ_k and C_k = α²Σ_k + σ²I, factored once so that
 * evaluating it at a point takes no square root, no division and no allocation. Immutable; safe for several threads.
 *
 * <p>Each covariance is stored as C = L D Lᵀ with L = [[1, 0], [l, 1]], so that quadratic forms are sums of squares even
 * where C is nearly singular. Its determinant is α⁴ det Σ + α²σ² tr Σ + σ⁴, a sum without cancellation, det Σ by fused
 * multiplications. {@link PointExpansion} replaces the quadratic forms where they cancel.
 */
public final class NoisedMixture {
    private final GaussianMixture mixture;
    private final NoiseLevel level;
    private final int size;
    private final double alpha;
    private final double[] cleanX;
    private final double[] cleanY;
    private final double[] meanX;
    private final double[] meanY;
    private final double[] covarianceXX;
    private final double[] covarianceXY;
    private final double[] covarianceYY;
    private final double[] shear;
    private final double[] firstPrecision;
    private final double[] secondPrecision;
    private final double[] logFactor;
    private final Rounding rounding;
    private final boolean blurred;
    private volatile ExactMixture exact;

    /** @throws BadInputException if σ = 0 and a component has no density (a point or a line) */
    public NoisedMixture(GaussianMixture mixture, NoiseLevel level) {
        mixture.requireDensity(level);
        this.mixture = mixture;
        this.level = level;
        size = mixture.components().size();
        alpha = level.alpha();
        cleanX = new double[size];
        cleanY = new double[size];
        meanX = new double[size];
        meanY = new double[size];
        covarianceXX = new double[size];
        covarianceXY = new double[size];
        covarianceYY = new double[size];
        shear = new double[size];
        firstPrecision = new double[size];
        secondPrecision = new double[size];
        logFactor = new double[size];
        double signal = alpha * alpha;
        double noise = level.sigma() * level.sigma();
        double leastSignal = Double.POSITIVE_INFINITY;
        for (int k = 0; k < size; k++) {
            var c = mixture.components().get(k);
            double determinant =
                    signal * signal * Math.max(0, c.determinant()) + signal * noise * (c.xx() + c.yy()) + noise * noise;
            if (!(determinant > 0)) {
                throw BadInputException.of(
                        "density.components[" + k + "]", "core.noised-mixture.no-density", level.sigma(), determinant);
            }
            leastSignal = Math.min(leastSignal, signal * (c.xx() + c.yy()));
            cleanX[k] = c.meanX();
            cleanY[k] = c.meanY();
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
        rounding = Rounding.of(this);
        blurred = leastSignal < PullOffsets.BLURRED * noise;
    }

    /** The mixture without noise. */
    public GaussianMixture mixture() {
        return mixture;
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

    /** First component of m_k − x, rounded once: next to a narrow component the rounding of m_k alone would be visible. */
    private double apartX(int k, double x) {
        return Math.fma(alpha, cleanX[k], -x);
    }

    private double apartY(int k, double y) {
        return Math.fma(alpha, cleanY[k], -y);
    }

    /** First component of μ_k, the mean without noise; m_k = αμ_k. */
    public double cleanX(int k) {
        return cleanX[k];
    }

    public double cleanY(int k) {
        return cleanY[k];
    }

    /** log(w_k N(x; m_k, C_k)). */
    public double logTerm(int k, double x, double y) {
        double dx = apartX(k, x);
        double e = Math.fma(-shear[k], dx, apartY(k, y));
        return logFactor[k] - 0.5 * (dx * dx * firstPrecision[k] + e * e * secondPrecision[k]);
    }

    /** First component of u_k = C_k⁻¹(m_k − x). */
    public double pullX(int k, double x, double y) {
        double dx = apartX(k, x);
        return dx * firstPrecision[k] - shear[k] * (Math.fma(-shear[k], dx, apartY(k, y)) * secondPrecision[k]);
    }

    /** Second component of u_k = C_k⁻¹(m_k − x). */
    public double pullY(int k, double x, double y) {
        return Math.fma(-shear[k], apartX(k, x), apartY(k, y)) * secondPrecision[k];
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
     * All log-terms at a point, by their quadratic forms.
     *
     * @param out K numbers; overwritten
     * @return the largest of them
     */
    double logTerms(double x, double y, double[] out) {
        terms(x, y, alpha, cleanX, cleanY, shear, firstPrecision, secondPrecision, logFactor, out, size);
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < size; k++) {
            largest = Math.max(largest, out[k]);
        }
        return largest;
    }

    private static void terms(
            double x,
            double y,
            double alpha,
            double[] cleanX,
            double[] cleanY,
            double[] shear,
            double[] first,
            double[] second,
            double[] logFactor,
            double[] out,
            int size) {
        for (int k = 0; k < size; k++) {
            double dx = Math.fma(alpha, cleanX[k], -x);
            double e = Math.fma(-shear[k], dx, Math.fma(alpha, cleanY[k], -y));
            out[k] = logFactor[k] - 0.5 * Math.fma(dx * dx, first[k], e * e * second[k]);
        }
    }

    /** Bounds on the rounding of log-terms. */
    Rounding rounding() {
        return rounding;
    }

    /**
     * Whether the rounding of log-terms can show in the score at a point, so that {@link PointExpansion} is needed.
     *
     * @param largest log-term
     * @param others sum of all other terms, relative to the largest
     */
    public boolean mustExpand(double largest, double others) {
        return rounding.mustExpand(largest, others);
    }

    /** Whether the rounding of log-terms is invisible in the Hessian at a point, whatever its other terms are. */
    public boolean hessianIsSafe(double largest) {
        return !rounding.isDelicate() && rounding.bound(largest) <= Rounding.TOLERANCE;
    }

    /**
     * Whether the rounding of log-terms, or of pulls, can show in the Hessian at a point, so that {@link PointExpansion} is
     * needed.
     *
     * @param largest log-term
     * @param second the second largest term, relative to the largest
     */
    public boolean hessianMustExpand(double largest, double second) {
        double bound = rounding.bound(largest);
        return rounding.isDelicate()
                || rounding.depth(largest) > PullOffsets.FAR
                || (bound > Rounding.TOLERANCE && second > Math.exp(-rounding.window(bound)));
    }

    /** Whether noise makes pulls so nearly equal that a posterior covariance needs {@link PointExpansion} everywhere. */
    public boolean isBlurred() {
        return blurred;
    }

    /** Whether a covariance is so nearly singular that all points need {@link PointExpansion}. */
    public boolean isDelicate() {
        return rounding.isDelicate();
    }

    /**
     * log of the largest tr C_j⁻¹ tr C_k, which bounds the ratio of squared pulls; log 4 if all covariances are one
     * multiple of I.
     */
    public double spread() {
        return rounding.spread();
    }

    /** The largest √(C_xx C_yy / det C) of all components, the factor by which rounding of quadratic forms grows. */
    public double stretch() {
        return rounding.stretch();
    }

    /** The mixture to 106 bits, computed on first use. */
    ExactMixture exact() {
        var made = exact;
        if (made == null) {
            made = new ExactMixture(mixture, level);
            exact = made;
        }
        return made;
    }

    /**
     * Responsibilities r_k = w_k N(x; m_k, C_k) / p(x), exact at any distance of x from the data; values below e^-600 are 0.
     *
     * @param out K numbers that sum to one; overwritten; at least K long
     * @return log p(x)
     */
    public double responsibilities(double x, double y, double[] out) {
        double largest = logTerms(x, y, out);
        double sum = 0;
        for (int k = 0; k < size; k++) {
            double below = out[k] - largest;
            double term = below < Exponentials.FLOOR ? 0 : below == 0 ? 1 : Math.exp(below);
            out[k] = term;
            sum += term;
        }
        if (mustExpand(largest, sum - 1)) {
            var expansion = new PointExpansion(this);
            expansion.at(x, y);
            System.arraycopy(expansion.responsibilities(), 0, out, 0, size);
            return expansion.logDensity();
        }
        double scale = 1 / sum;
        for (int k = 0; k < size; k++) {
            out[k] *= scale;
        }
        return largest + Math.log(sum);
    }
}
