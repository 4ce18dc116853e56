package scorescope.plot.guide;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import scorescope.core.quadrature.Estimate;
import scorescope.words.Words;

/** Numbers as pictures and read-outs write them. */
public final class Numbers {
    /** Most digits of a read-out: further digits are not significant and do not fit. */
    private static final int MOST_OF_READ_OUT = 9;

    /** Digits before the point, and zeros after it, that are written out. */
    private static final int MOST_PLAIN = 15;

    private static final int MOST_ZEROS = 4;

    /** Number of parts of a range that coordinates resolve. */
    private static final double PARTS = 2000;

    /** Share of a range, or of the other number of a pair, below which a number is a rounding error. */
    private static final double ROUNDING = 1e-13;

    private static final int LEAST_OF_COORDINATE = 3;

    private Numbers() {}

    /** {@code value} to {@code digits} significant digits, without trailing zeros, with the minus sign U+2212. */
    public static String significant(double value, int digits) {
        return Double.isFinite(value)
                ? Ticks.label(new BigDecimal(value).round(new MathContext(digits)))
                : Ticks.minus(Double.toString(value));
    }

    /**
     * The significant digits of {@code estimate}, at most {@code most}; if there are none, a bound: "&lt; 0.003"; one
     * digit if the error is not known: "≈ 0.2".
     */
    public static String holding(Estimate estimate, int most) {
        if (Double.isNaN(estimate.error()) && Double.isFinite(estimate.value())) {
            return Words.text("notation.about", significant(estimate.value(), 1));
        }
        return estimate.certain(most)
                .map(Ticks::label)
                .or(() -> estimate.bound().map(bound -> "< " + Ticks.label(bound)))
                .orElseGet(() -> estimate.text(most));
    }

    /** {@code value} rounded to the place of the first digit of {@code size}, and to {@code decimals} places after it. */
    public static BigDecimal toPlaceOf(double size, double value, int decimals) {
        return BigDecimal.valueOf(value)
                .setScale(decimals - (int) Math.floor(Math.log10(size)), RoundingMode.HALF_EVEN);
    }

    /**
     * {@code value} with {@code decimals} decimals, so that read-outs keep their width; a value below one tenth with
     * that number of significant digits, so that a small one is not written as 0.
     */
    public static String readOut(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return Ticks.minus(Double.toString(value));
        }
        if (value != 0 && Math.abs(value) < 0.1) {
            return significant(value, decimals);
        }
        var rounded = new BigDecimal(value)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .round(new MathContext(MOST_OF_READ_OUT));
        return rounded.scale() >= 0 ? Ticks.minus(rounded.toPlainString()) : Ticks.label(rounded);
    }

    /** Two read-outs; a number that is a rounding error relative to the other is written as 0. */
    public static String pair(double x, double y, int decimals) {
        return readOut(besides(x, y), decimals) + ", " + readOut(besides(y, x), decimals);
    }

    private static double besides(double value, double other) {
        return Math.abs(value) < ROUNDING * Math.abs(other) ? 0 : value;
    }

    /**
     * A coordinate under a pointer that moves over a range of {@code extent}, with enough decimals to distinguish
     * pixels.
     */
    public static String pointed(double value, double extent) {
        var rounded = new BigDecimal(value).setScale(decimals(extent / PARTS), RoundingMode.HALF_EVEN);
        return isPlain(rounded) ? Ticks.minus(rounded.toPlainString()) : wide(rounded);
    }

    /**
     * A coordinate of a picture that shows a range of {@code extent}, however far from 0: with enough decimals to
     * distinguish positions in it, and at least three significant digits.
     */
    public static String coordinate(double value, double extent) {
        if (Math.abs(value) < ROUNDING * extent) {
            return "0";
        }
        int decimals = decimals(extent / PARTS);
        int ofValue = decimals(Math.abs(value)) + LEAST_OF_COORDINATE - 1;
        return wide(new BigDecimal(value).setScale(Math.max(decimals, ofValue), RoundingMode.HALF_EVEN));
    }

    /** Decimals that a number of this size needs to be told from 0. */
    private static int decimals(double size) {
        return Math.max(0, (int) Math.ceil(-Math.log10(size) - 1e-6));
    }

    /**
     * The number without trailing zeros; with a power of ten if there would be many zeros, but not if digits would be
     * lost.
     */
    private static String wide(BigDecimal value) {
        var plain = value.stripTrailingZeros();
        return isPlain(plain) ? Ticks.minus(plain.toPlainString()) : Ticks.label(plain);
    }

    private static boolean isPlain(BigDecimal value) {
        int before = value.precision() - value.scale();
        return value.signum() == 0 || (before <= MOST_PLAIN && before > -MOST_ZEROS);
    }
}
