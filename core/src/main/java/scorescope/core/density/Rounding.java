package scorescope.core.density;

/**
 * Bounds on the rounding of a mixture's log-terms t_k = log f_k − ½ q_k, and whether it is visible in scores and Hessians.
 *
 * @param highest the largest log f_k
 * @param stretch the largest √(C_xx C_yy / det C), the factor by which rounding of quadratic forms grows
 * @param spread log of the largest tr C_j⁻¹ tr C_k of two components, which bounds the ratio of squared pulls
 */
record Rounding(double highest, double stretch, double spread) {
    /** Largest tolerated rounding of log-terms: at most half of it enters the score, relative to Σ r_k |u_k|. */
    static final double TOLERANCE = 3e-13;

    /** Bound on the rounding of a log-term relative to its terms: four roundings of half a unit in the last place. */
    private static final double ROUNDINGS = 2 * 0x1p-52;

    /** A term below e^-60 of the largest cannot change a sum in double, if its pull is no longer than the others. */
    private static final double NEGLIGIBLE = 60;

    /** Stretch above which quadratic forms lose more than two digits. */
    private static final double DELICATE = 100;

    /** Spread above which a component may matter to the score although its term is below 1e-16. */
    private static final double WIDE = 10;

    static Rounding of(NoisedMixture mixture) {
        double highest = Double.NEGATIVE_INFINITY;
        double stretch = 1;
        double precision = 0;
        double covariance = 0;
        for (int k = 0; k < mixture.size(); k++) {
            highest = Math.max(highest, mixture.logFactor(k));
            stretch = Math.max(stretch, mixture.covarianceYY(k) * mixture.precisionYY(k));
            precision = Math.max(precision, mixture.precisionXX(k) + mixture.precisionYY(k));
            covariance = Math.max(covariance, mixture.covarianceXX(k) + mixture.covarianceYY(k));
        }
        return new Rounding(highest, Math.sqrt(stretch), Math.log(precision) + Math.log(covariance));
    }

    /** log f − t of the largest log-term: half the quadratic form of its component, or more. */
    double depth(double largest) {
        return highest - largest;
    }

    /**
     * A bound on the rounding of log-terms that are not far below {@code largest}: quadratic forms q = 2 (log f − t) keep
     * 16 digits, of nearly singular covariances fewer.
     */
    double bound(double largest) {
        return ROUNDINGS * stretch * (highest - largest + NEGLIGIBLE);
    }

    /** The largest difference from the largest log-term at which a term with this rounding still matters to a Hessian. */
    double window(double bound) {
        return NEGLIGIBLE + spread + 2 * bound;
    }

    /** See {@link NoisedMixture#mustExpand}. */
    boolean mustExpand(double largest, double others) {
        double bound = bound(largest);
        return stretch > DELICATE || (bound > TOLERANCE && (bound > 1 || spread > WIDE || others * bound > TOLERANCE));
    }

    boolean isDelicate() {
        return stretch > DELICATE;
    }
}
