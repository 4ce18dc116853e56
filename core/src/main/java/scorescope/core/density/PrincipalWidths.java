package scorescope.core.density;

/** Widths of a component of a noised mixture along the axes of its covariance C. */
public final class PrincipalWidths {
    private PrincipalWidths() {}

    /** The larger eigenvalue of C. */
    public static double largestVariance(NoisedMixture mixture, int k) {
        double xx = mixture.covarianceXX(k);
        double yy = mixture.covarianceYY(k);
        return 0.5 * (xx + yy) + Math.hypot(0.5 * (xx - yy), mixture.covarianceXY(k));
    }

    /** The square root of the smaller eigenvalue of C, as √(det C / larger eigenvalue): a difference would cancel. */
    public static double smallestStd(NoisedMixture mixture, int k) {
        return rootDeterminant(mixture, k) / Math.sqrt(largestVariance(mixture, k));
    }

    /** √det C. */
    public static double rootDeterminant(NoisedMixture mixture, int k) {
        return Math.sqrt(mixture.covarianceXX(k) / mixture.precisionYY(k));
    }
}
