package scorescope.core.density;

/**
 * Where the rounding of a mixture's log-terms t_k = log f_k − ½ q_k shows in what is computed of them.
 *
 * @param highest the largest log f_k
 * @param stretch the largest √(C_xx C_yy / det C): quadratic forms of nearly singular covariances lose so many digits
 * @param spread log of the largest tr C⁻¹ tr C of any two components: squares of pulls differ by so much
 */
record Rounding(double highest, double stretch, double spread) {
    /** Rounding of log-terms that no score shows: it enters the score by half of itself at most, relative to Σ r_k |u_k|. */
    static final double TOLERANCE = 3e-13;

    /** So many roundings of log-terms are possible, of half a unit in the last place each. */
    private static final double ROUNDINGS = 2 * 0x1p-52;

    /** A term smaller than the largest by e^-60 cannot change a double, if its pull is no longer than that of others. */
    private static final double NEGLIGIBLE = 60;

    /** Stretch from which on quadratic forms lose more than two digits. */
    private static final double DELICATE = 100;

    /** Spread from which on a pull may matter whose term is below 1e-16. */
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

    /** How far below the largest a log-term of this rounding can lie and still matter to a Hessian. */
    double window(double bound) {
        return NEGLIGIBLE + spread + 2 * bound;
    }

    /** What lies lower than the largest log-term by this matters neither to scores nor to Hessians. */
    double cut(double largest) {
        // r_k |u_k|² ≤ r_k q_k tr C_k⁻¹, beside r_d / tr C_d at least.
        return NEGLIGIBLE + spread + Math.getExponent(1 + highest - largest);
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
