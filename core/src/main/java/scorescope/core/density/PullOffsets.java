package scorescope.core.density;

/** Differences u_k − u_d of the pulls u_k = C_k⁻¹(m_k − x) of a noised mixture's components. Immutable. */
final class PullOffsets {
    /** log f − t above which differences of pulls, whose error is 1e-16 √q of a Hessian's terms, are computed by expansion. */
    static final double FAR = 1e8;

    /** Σ/σ² below which pulls of the components are nearly equal. */
    static final double BLURRED = 1e-4;

    private final NoisedMixture mixture;
    private final double alpha;
    private final double[] cleanX;
    private final double[] cleanY;
    private final double[] signalXX;
    private final double[] signalXY;
    private final double[] signalYY;
    private final double[] shear;
    private final double[] firstPrecision;
    private final double[] secondPrecision;
    private final boolean alike;
    private final boolean blurred;

    PullOffsets(NoisedMixture mixture) {
        this.mixture = mixture;
        alpha = mixture.level().alpha();
        int size = mixture.size();
        cleanX = new double[size];
        cleanY = new double[size];
        signalXX = new double[size];
        signalXY = new double[size];
        signalYY = new double[size];
        shear = new double[size];
        firstPrecision = new double[size];
        secondPrecision = new double[size];
        boolean same = true;
        for (int k = 0; k < size; k++) {
            var c = mixture.mixture().components().get(k);
            cleanX[k] = c.meanX();
            cleanY[k] = c.meanY();
            signalXX[k] = alpha * alpha * c.xx();
            signalXY[k] = alpha * alpha * c.xy();
            signalYY[k] = alpha * alpha * c.yy();
            shear[k] = mixture.covarianceXY(k) / mixture.covarianceXX(k);
            firstPrecision[k] = 1 / mixture.covarianceXX(k);
            secondPrecision[k] = mixture.precisionYY(k);
            same &= signalXX[k] == signalXX[0] && signalXY[k] == signalXY[0] && signalYY[k] == signalYY[0];
        }
        alike = same;
        blurred = mixture.isBlurred();
    }

    /**
     * u_k − u_d of all k. Plain differences have an error of 1e-16 |u|, which is negligible in a Hessian unless x is very far
     * away. If all covariances are equal, C⁻¹(m_k − m_d) costs no more.
     *
     * @param x the point, as {@code y}
     * @param depth log f − t of d
     * @param outX K numbers; overwritten, as is {@code outY}
     */
    void at(int d, double x, double y, double depth, double[] outX, double[] outY) {
        if (alike) {
            apart(d, outX, outY);
        } else if (blurred || depth > FAR) {
            mindful(d, x, y, outX, outY);
        } else {
            double pullX = mixture.pullX(d, x, y);
            double pullY = mixture.pullY(d, x, y);
            for (int k = 0; k < shear.length; k++) {
                double dx = Math.fma(alpha, cleanX[k], -x);
                double vy = Math.fma(-shear[k], dx, Math.fma(alpha, cleanY[k], -y)) * secondPrecision[k];
                outX[k] = dx * firstPrecision[k] - shear[k] * vy - pullX;
                outY[k] = vy - pullY;
            }
        }
    }

    private void apart(int d, double[] outX, double[] outY) {
        for (int k = 0; k < shear.length; k++) {
            double wx = alpha * (cleanX[k] - cleanX[d]);
            double vy = Math.fma(-shear[k], wx, alpha * (cleanY[k] - cleanY[d])) * secondPrecision[k];
            outX[k] = wx * firstPrecision[k] - shear[k] * vy;
            outY[k] = vy;
        }
    }

    /**
     * u_k − u_d as C_k⁻¹w, w = m_k − m_d + (C_d − C_k) u_d, or as plain differences, whichever has the smaller terms and so
     * the smaller rounding. The first is more accurate far from both components, and where noise makes all covariances
     * nearly the same; the second where k is narrow, d wide and x near k.
     */
    private void mindful(int d, double x, double y, double[] outX, double[] outY) {
        double pullX = mixture.pullX(d, x, y);
        double pullY = mixture.pullY(d, x, y);
        double length = Math.abs(pullX) + Math.abs(pullY);
        for (int k = 0; k < shear.length; k++) {
            double xx = signalXX[d] - signalXX[k];
            double xy = signalXY[d] - signalXY[k];
            double yy = signalYY[d] - signalYY[k];
            double apartX = alpha * (cleanX[k] - cleanX[d]);
            double apartY = alpha * (cleanY[k] - cleanY[d]);
            double ux = mixture.pullX(k, x, y);
            double uy = mixture.pullY(k, x, y);
            double bentX = Math.abs(apartX) + Math.abs(xx * pullX) + Math.abs(xy * pullY);
            double bentY = Math.abs(apartY) + Math.abs(xy * pullX) + Math.abs(yy * pullY);
            double slant = Math.abs(mixture.precisionXY(k));
            double parts = mixture.precisionXX(k) * bentX + slant * (bentX + bentY) + secondPrecision[k] * bentY;
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
}
