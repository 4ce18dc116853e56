package scorescope.core.field;

import java.util.Arrays;

/**
 * Values at which to draw contours of a density. Keeps its arrays from call to call; not for use by several threads at
 * once.
 */
public final class Levels {
    /** A float's sign, exponent and first ten bits of mantissa: bins of one thousandth of their value. */
    private static final int SHIFT = 13;

    private final double[] mass = new double[1 << (32 - 1 - SHIFT)];

    /** The given fractions of the largest value, in their order; empty if nothing in the field is positive. */
    public static double[] ofPeak(ScalarField density, double... fractions) {
        double peak = density.largest();
        if (!(peak > 0) || !Double.isFinite(peak)) {
            return new double[0];
        }
        return Arrays.stream(fractions).map(fraction -> fraction * peak).toArray();
    }

    /** Levels peak · e^(−r²/2): the contours that a single Gaussian has at r standard deviations, in their order. */
    public static double[] ofDeviations(ScalarField density, double... deviations) {
        return ofPeak(
                density,
                Arrays.stream(deviations).map(r -> Math.exp(-0.5 * r * r)).toArray());
    }

    /**
     * For each share m of the mass, the level c such that the region p ≥ c holds m of all the mass on the grid: contours
     * of highest density. Accurate to 1e-3 of the level. Empty if nothing in the field is positive.
     *
     * @param shares in (0, 1), such as 0.5, 0.9, 0.99; the levels come in their order
     * @see <a href="https://doi.org/10.1080/00031305.1996.10474359">Hyndman 1996, Computing highest density regions</a>
     */
    public double[] ofMass(ScalarField density, double... shares) {
        Arrays.fill(mass, 0);
        double total = 0;
        for (float value : density.values()) {
            if (value > 0 && value < Float.POSITIVE_INFINITY) {
                mass[Float.floatToRawIntBits(value) >>> SHIFT] += value;
                total += value;
            }
        }
        if (total == 0) {
            return new double[0];
        }
        double[] levels = new double[shares.length];
        for (int s = 0; s < shares.length; s++) {
            if (!(shares[s] > 0 && shares[s] < 1)) {
                throw new IllegalArgumentException("a share must lie between 0 and 1: " + shares[s]);
            }
            levels[s] = level(shares[s] * total);
        }
        return levels;
    }

    /** The value above which lies {@code wanted} of the mass: the bin where it is reached, and linearly within it. */
    private double level(double wanted) {
        double above = 0;
        for (int bin = mass.length - 1; bin >= 0; bin--) {
            if (mass[bin] > 0 && above + mass[bin] >= wanted) {
                double bottom = Float.intBitsToFloat(bin << SHIFT);
                double top = Float.intBitsToFloat((bin + 1) << SHIFT);
                return top - (top - bottom) * (wanted - above) / mass[bin];
            }
            above += mass[bin];
        }
        return 0;
    }
}
