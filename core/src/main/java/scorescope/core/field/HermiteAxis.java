package scorescope.core.field;

import scorescope.core.quadrature.NormalMass;

/**
 * Bins along one axis for the expansion of {@link HermiteSums}, and its functions He_q(u) exp(−u²/2).
 *
 * @param std standard deviation s of the components along the axis
 * @param firstMiddle middle of the first bin
 */
record HermiteAxis(double std, double firstMiddle, int count) {
    /** Terms of the expansion of one component along an axis. */
    static final int TERMS = 7;

    static final double BINS_PER_STD = 4;

    /** Distance in standard deviations beyond which a component is left out: exp(−9²/2) = 3e-18 of its height. */
    static final double REACH = 9;

    private static final double ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

    static HermiteAxis over(double a, double b, double variance) {
        double std = Math.sqrt(variance);
        double width = std / BINS_PER_STD;
        double low = Math.min(a, b) - REACH * std;
        double high = Math.max(a, b) + REACH * std;
        return new HermiteAxis(std, low + 0.5 * width, (int) Math.ceil((high - low) / width));
    }

    double middle(int bin) {
        return firstMiddle + bin * std / BINS_PER_STD;
    }

    /** The bin of a mean; −1 if a component with this mean reaches no cell. */
    int bin(double mean) {
        double place = (mean - firstMiddle) / std * BINS_PER_STD + 0.5;
        return place >= 0 && place < count ? (int) place : -1;
    }

    /** Distance of {@code x} from the middle of the bin, in standard deviations. */
    double offset(double x, int bin) {
        return (x - middle(bin)) / std;
    }

    /** He_q(u) exp(−u²/2), q from 0 on, u = (x − middle)/s; zero out of reach. */
    void values(double x, int bin, double[] out) {
        double u = offset(x, bin);
        double before = 0;
        double now = Math.abs(u) > REACH ? 0 : Math.exp(-0.5 * u * u);
        for (int q = 0; q < TERMS; q++) {
            out[q] = now;
            double next = u * now - q * before;
            before = now;
            now = next;
        }
    }

    /**
     * The means of He_q(u) exp(−u²/2) over the interval of length {@code side} about x.
     *
     * @param scratch as long as {@code out}; overwritten
     */
    void means(double x, double side, int bin, double[] scratch, double[] out) {
        values(x - 0.5 * side, bin, scratch);
        values(x + 0.5 * side, bin, out);
        double low = offset(x - 0.5 * side, bin);
        double high = offset(x + 0.5 * side, bin);
        for (int q = TERMS - 1; q > 0; q--) {
            out[q] = (scratch[q - 1] - out[q - 1]) / (high - low);
        }
        out[0] = ROOT_TWO_PI * NormalMass.between(low, high) / (high - low);
    }
}
