package scorescope.core.fit;

import scorescope.core.density.NoisedMixture;

/** Some components of a mixture with their numbers next to each other in memory, so that loops become vector instructions. */
final class NearMixture {
    private final double[] x;
    private final double[] y;
    private final double[] rate;
    private final double[] shear;
    private final double[] rateAcross;
    private final double[] logFactor;

    NearMixture(NoisedMixture mixture, int[] components) {
        int n = components.length;
        x = new double[n];
        y = new double[n];
        rate = new double[n];
        shear = new double[n];
        rateAcross = new double[n];
        logFactor = new double[n];
        for (int i = 0; i < n; i++) {
            int k = components[i];
            x[i] = mixture.meanX(k);
            y[i] = mixture.meanY(k);
            // The quadratic form as a sum of squares: along x, and across it, of y − (C_xy/C_xx) x.
            rate[i] = -0.5 / mixture.covarianceXX(k);
            shear[i] = mixture.covarianceXY(k) / mixture.covarianceXX(k);
            rateAcross[i] = -0.5 * mixture.precisionYY(k);
            logFactor[i] = mixture.logFactor(k);
        }
    }

    /** log(w_k N(x; m_k, C_k)) of each component. */
    void logTerms(double px, double py, double[] out) {
        for (int i = 0; i < logFactor.length; i++) {
            double dx = px - x[i];
            double dy = py - y[i] - shear[i] * dx;
            out[i] = logFactor[i] + (dx * dx * rate[i] + dy * dy * rateAcross[i]);
        }
    }
}
