package scorescope.core.density;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import scorescope.core.BadInputException;
import scorescope.core.noise.NoiseLevel;

/**
 * A mixture at one noise level, p_t = Σ w_k N(m_k, C_k) with m_k = αμ_k and C_k = α²Σ_k + σ²I, factored once so that
 * evaluating it at a point takes no square root, no division and no allocation. Immutable; safe for several threads.
 *
 * <p>Each covariance is kept as C = L D Lᵀ with L = [[1, 0], [l, 1]], so that quadratic forms are sums of squares
 * even where C is nearly singular. Its determinant is α⁴ det Σ + α²σ² tr Σ + σ⁴, a sum without cancellation, det Σ by
 * fused multiplications. {@link PointExpansion} does better than the quadratic forms where they cancel.
 */
public final class NoisedMixture {
    /** Rounding of log-terms that no score shows: it enters the score by half of itself at most, relative to Σ r_k |u_k|. */
    public static final double TOLERANCE = 3e-13;

    /** So many roundings of log-terms are possible, of half a unit in the last place each. */
    private static final double ROUNDINGS = 2 * 0x1p-52;

    /** A term smaller than the largest by e^-60 cannot change a double, if its pull is no longer than that of others. */
    private static final double NEGLIGIBLE = 60;

    /** √(C_xx C_yy / det C) from which on quadratic forms lose more than two digits. */
    private static final double DELICATE = 100;

    /** log f − t from where differences of pulls, off by 1e-16 √q of a Hessian's parts, are taken with more care. */
    private static final double FAR = 1e8;

    /** Σ/σ² below which a posterior covariance is so small that pulls differ little. */
    private static final double BLURRED = 1e-4;

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
    private final double[] signalXX;
    private final double[] signalXY;
    private final double[] signalYY;
    private final double highest;
    private final double stretch;
    private final double spread;
    private final boolean alike;
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
        signalXX = new double[size];
        signalXY = new double[size];
        signalYY = new double[size];
        double signal = alpha * alpha;
        double noise = level.sigma() * level.sigma();
        for (int k = 0; k < size; k++) {
            var c = mixture.components().get(k);
            double determinant = signal * signal * Math.max(0, c.determinant())
                    + signal * noise * (c.xx() + c.yy())
                    + noise * noise;
            if (!(determinant > 0)) {
                throw new IllegalArgumentException("components[" + k + "] has no density at sigma = " + level.sigma());
            }
            cleanX[k] = c.meanX();
            cleanY[k] = c.meanY();
            meanX[k] = alpha * c.meanX();
            meanY[k] = alpha * c.meanY();
            signalXX[k] = signal * c.xx();
            signalXY[k] = signal * c.xy();
            signalYY[k] = signal * c.yy();
            covarianceXX[k] = signalXX[k] + noise;
            covarianceXY[k] = signalXY[k];
            covarianceYY[k] = signalYY[k] + noise;
            shear[k] = covarianceXY[k] / covarianceXX[k];
            firstPrecision[k] = 1 / covarianceXX[k];
            secondPrecision[k] = covarianceXX[k] / determinant;
            logFactor[k] = Math.log(c.weight()) - Math.log(2 * Math.PI) - 0.5 * Math.log(determinant);
        }
        highest = Arrays.stream(logFactor).max().orElseThrow();
        stretch = Math.sqrt(largest(k -> Math.max(1, covarianceYY[k] * secondPrecision[k])));
        alike = alike();
        double least = IntStream.range(0, size)
                .mapToDouble(k -> signalXX[k] + signalYY[k])
                .min()
                .orElseThrow();
        blurred = least < BLURRED * noise;
        spread = Math.log(largest(k -> precisionXX(k) + precisionYY(k)))
                + Math.log(largest(k -> covarianceXX[k] + covarianceYY[k]));
    }

    /** Whether all covariances are the same. */
    private boolean alike() {
        return IntStream.range(1, size)
                .allMatch(k -> signalXX[k] == signalXX[0] && signalXY[k] == signalXY[0] && signalYY[k] == signalYY[0]);
    }

    private double largest(IntToDoubleFunction value) {
        return IntStream.range(0, size).mapToDouble(value).max().orElseThrow();
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

    /** First component of m_k − x, rounded once: next to a narrow component the rounding of m_k alone would show. */
    private double apartX(int k, double x) {
        return Math.fma(alpha, cleanX[k], -x);
    }

    private double apartY(int k, double y) {
        return Math.fma(alpha, cleanY[k], -y);
    }

    /** μ_k, of which m_k = αμ_k. */
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
        return dx * firstPrecision[k]
                - shear[k] * (Math.fma(-shear[k], dx, apartY(k, y)) * secondPrecision[k]);
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

    /**
     * u_k − u_d of all k. Differences as they stand are off by 1e-16 |u|, which is nothing beside what adds up to a Hessian
     * unless x is very far away; and of covariances that are all the same, C⁻¹(m_k − m_d) costs as little.
     *
     * @param x the point, as {@code y}
     * @param largest log-term, that of d
     * @param outX K numbers; overwritten, as is {@code outY}
     */
    void offsets(int d, double x, double y, double largest, double[] outX, double[] outY) {
        if (alike) {
            apart(d, outX, outY);
        } else if (blurred || highest - largest > FAR) {
            mindful(d, x, y, outX, outY);
        } else {
            double pullX = pullX(d, x, y);
            double pullY = pullY(d, x, y);
            for (int k = 0; k < size; k++) {
                double dx = Math.fma(alpha, cleanX[k], -x);
                double vy = Math.fma(-shear[k], dx, Math.fma(alpha, cleanY[k], -y)) * secondPrecision[k];
                outX[k] = dx * firstPrecision[k] - shear[k] * vy - pullX;
                outY[k] = vy - pullY;
            }
        }
    }

    private void apart(int d, double[] outX, double[] outY) {
        for (int k = 0; k < size; k++) {
            double wx = alpha * (cleanX[k] - cleanX[d]);
            double vy = Math.fma(-shear[k], wx, alpha * (cleanY[k] - cleanY[d])) * secondPrecision[k];
            outX[k] = wx * firstPrecision[k] - shear[k] * vy;
            outY[k] = vy;
        }
    }

    /**
     * As C_k⁻¹w, w = m_k − m_d + (C_d − C_k) u_d, or as they stand, whichever has the smaller parts and so the smaller
     * rounding. The first is right far from both components, and where noise makes all covariances nearly the same; the
     * second where k is narrow, d wide and x near k.
     */
    private void mindful(int d, double x, double y, double[] outX, double[] outY) {
        double pullX = pullX(d, x, y);
        double pullY = pullY(d, x, y);
        double length = Math.abs(pullX) + Math.abs(pullY);
        for (int k = 0; k < size; k++) {
            double xx = signalXX[d] - signalXX[k];
            double xy = signalXY[d] - signalXY[k];
            double yy = signalYY[d] - signalYY[k];
            double apartX = alpha * (cleanX[k] - cleanX[d]);
            double apartY = alpha * (cleanY[k] - cleanY[d]);
            double ux = pullX(k, x, y);
            double uy = pullY(k, x, y);
            double bentX = Math.abs(apartX) + Math.abs(xx * pullX) + Math.abs(xy * pullY);
            double bentY = Math.abs(apartY) + Math.abs(xy * pullX) + Math.abs(yy * pullY);
            double slant = Math.abs(precisionXY(k));
            double parts = precisionXX(k) * bentX + slant * (bentX + bentY) + secondPrecision[k] * bentY;
            if (length + Math.abs(ux) + Math.abs(uy) < parts) {
                outX[k] = ux - pullX;
                outY[k] = uy - pullY;
            } else {
                double wx = apartX + (xx * pullX + xy * pullY);
                double wy = apartY + (xy * pullX + yy * pullY);
                double vy = Math.fma(-shear[k], wx, wy) * secondPrecision[k];
                outX[k] = wx * firstPrecision[k] - shear[k] * vy;
                outY[k] = vy;
            }
        }
    }

    /**
     * A bound on the rounding of log-terms that are not far below {@code largest}: quadratic forms q = 2 (log f − t) keep
     * 16 digits, of nearly singular covariances fewer.
     */
    public double rounding(double largest) {
        return ROUNDINGS * stretch * (highest - largest + NEGLIGIBLE);
    }

    /** What lies lower than the largest log-term by this matters neither to scores nor to Hessians. */
    double cut(double largest) {
        // r_k |u_k|² ≤ r_k q_k tr C_k⁻¹, beside r_d / tr C_d at least.
        return NEGLIGIBLE + spread + Math.getExponent(1 + highest - largest);
    }

    /** How far below the largest a log-term of this rounding can lie and still matter to a Hessian. */
    double window(double rounding) {
        return NEGLIGIBLE + spread + 2 * rounding;
    }

    /**
     * Whether the rounding of log-terms can show in the score at a point, so that {@link PointExpansion} is needed.
     *
     * @param largest log-term
     * @param others sum of all other terms, relative to the largest
     */
    public boolean mustExpand(double largest, double others) {
        double rounding = rounding(largest);
        return stretch > DELICATE || rounding > TOLERANCE && (rounding > 1 || wide() || others * rounding > TOLERANCE);
    }

    /** Whether pulls of components differ so much that one of them matters where its term is below 1e-16. */
    private boolean wide() {
        return spread > 10;
    }

    /** Whether a covariance is so nearly singular that points need {@link PointExpansion} everywhere. */
    public boolean isDelicate() {
        return stretch > DELICATE;
    }

    /** Made when first asked for. */
    ExactMixture exact() {
        var made = exact;
        if (made == null) {
            made = new ExactMixture(mixture, level);
            exact = made;
        }
        return made;
    }

    /**
     * Responsibilities r_k = w_k N(x; m_k, C_k) / p(x), right however far x is from all data, none cut off before e^-600.
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
