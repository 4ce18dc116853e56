package scorescope.core.quadrature;

/** Mass of the standard normal distribution in intervals. */
public final class NormalMass {
    private static final double LOG_SQRT_TWO_PI = 0.5 * Math.log(2 * Math.PI);

    private NormalMass() {}

    /** |z| beyond which {@link #FRACTIONS} levels of the continued fraction give Φ to full precision. */
    private static final double TAIL = 5;

    private static final int FRACTIONS = 60;

    /**
     * Φ(z) = ½ + φ(z)(z + z³/3 + z⁵/(3·5) + …), to an absolute error of 1e-15; in the tail φ(z)/(|z| + 1/(|z| + 2/(|z| +
     * …))), which has a small relative error down to the smallest double.
     *
     * @see <a href="https://doi.org/10.18637/jss.v011.i04">Marsaglia 2004, Evaluating the normal distribution</a>
     */
    public static double below(double z) {
        if (!(Math.abs(z) <= TAIL)) {
            double fraction = Math.abs(z);
            for (int i = FRACTIONS; i >= 1; i--) {
                fraction = Math.abs(z) + i / fraction;
            }
            double tail = Math.exp(-0.5 * z * z - LOG_SQRT_TWO_PI) / fraction;
            return z > 0 ? 1 - tail : tail;
        }
        double sum = z;
        double term = z;
        for (int i = 3; Math.abs(term) > 1e-17 * Math.abs(sum); i += 2) {
            term *= z * z / i;
            sum += term;
        }
        return 0.5 + sum * Math.exp(-0.5 * z * z - LOG_SQRT_TWO_PI);
    }

    /** Φ(high) − Φ(low) for low ≤ high, computed in the smaller tail, so that no digits cancel there. */
    public static double between(double low, double high) {
        return low > 0 ? below(-low) - below(-high) : below(high) - below(low);
    }
}
