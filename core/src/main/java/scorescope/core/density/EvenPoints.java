package scorescope.core.density;

/**
 * Points of a noised mixture spread evenly instead of drawn: over the components by weight and, within each, by a lattice
 * with steps of 1/ρ and 1/ρ² in the unit square, ρ³ = ρ + 1. The error of a mean over n of them falls about as 1/n, not as
 * 1/√n.
 */
public final class EvenPoints {
    private static final double STEP_1 = 0.7548776662466927;
    private static final double STEP_2 = 0.5698402909980532;

    private EvenPoints() {}

    /**
     * Fills x and y; the points of component k come before those of k + 1.
     *
     * @param first shift of the shares of weight, in [0, 1); ½ puts a point into the middle of each of the equal shares
     * @param second shift of the lattice's first coordinate, in [0, 1)
     * @param third shift of its second
     * @param x overwritten, in data units
     * @param y overwritten
     */
    public static void of(NoisedMixture mixture, double first, double second, double third, double[] x, double[] y) {
        double total = 0;
        for (int k = 0; k < mixture.size(); k++) {
            total += weight(mixture, k);
        }
        int k = 0;
        double cumulative = weight(mixture, 0);
        for (int i = 0; i < x.length; i++) {
            while (k < mixture.size() - 1 && (i + first) / x.length * total > cumulative) {
                cumulative += weight(mixture, ++k);
            }
            double radius = Math.sqrt(-2 * Math.log(1 - fraction(second + i * STEP_1)));
            double angle = 2 * Math.PI * fraction(third + i * STEP_2);
            double z1 = radius * Math.cos(angle);
            double z2 = radius * Math.sin(angle);
            double l11 = Math.sqrt(mixture.covarianceXX(k));
            x[i] = mixture.meanX(k) + l11 * z1;
            y[i] = mixture.meanY(k) + mixture.covarianceXY(k) / l11 * z1 + 1 / Math.sqrt(mixture.precisionYY(k)) * z2;
        }
    }

    /** The component's weight, up to a factor common to all components. */
    private static double weight(NoisedMixture mixture, int k) {
        return Math.exp(mixture.logFactor(k)) * Math.sqrt(mixture.covarianceXX(k) / mixture.precisionYY(k));
    }

    private static double fraction(double value) {
        return value - Math.floor(value);
    }
}
