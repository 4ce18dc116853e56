package scorescope.ui.control;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import scorescope.plot.guide.Ticks;

/**
 * Writes numbers in limited space. Digits before the decimal point are never left out without a sign: a form that lacks
 * some of them, or has fewer decimals than its place promises, begins with ≈.
 */
public final class Digits {
    /** Significant digits of a number at rest: more are rounding errors to the eye, and stand in the field when it is edited. */
    private static final int AT_REST = 9;

    /** Decimals of a column unless more matter. */
    public static final int DECIMALS = 2;

    /** Significant digits of a number that is too small for {@link #DECIMALS} decimals. */
    private static final int OF_SMALL = 3;

    private static final int MOST_PLAIN = 15;
    private static final int LEAST_PLAIN = -5;
    private static final String ROUGHLY = "\u2248";

    private Digits() {}

    /** The shortest decimal number that is read back as {@code value}. */
    public static String exact(double value) {
        return Ticks.minus(plainest(decimal(value)));
    }

    /** Ways to write {@code value}, the first with at most nine digits, the others with fewer and fewer. */
    static List<String> forms(double value) {
        var whole = decimal(value);
        return forms(value, rounded(whole, Math.max(AT_REST, whole.precision() - whole.scale())));
    }

    /**
     * The same with two decimals where they say enough, so that the points of a column stand under each other.
     *
     * @param decimals that matter; zeros after the second are left out
     */
    static List<String> alignedForms(double value, int decimals) {
        double size = Math.abs(value);
        if (size != 0 && size < 0.5 * Math.pow(10, -DECIMALS)) {
            return forms(value, rounded(decimal(value), OF_SMALL));
        }
        var all = forms(value, decimal(value).setScale(decimals, RoundingMode.HALF_EVEN));
        if (size < 100) {
            var written =
                    decimal(value).setScale(decimals, RoundingMode.HALF_EVEN).stripTrailingZeros();
            all.set(
                    0,
                    Ticks.minus(written.setScale(Math.max(DECIMALS, written.scale()), RoundingMode.UNNECESSARY)
                            .toPlainString()));
        }
        return all;
    }

    private static List<String> forms(double value, BigDecimal first) {
        var all = new ArrayList<String>();
        all.add(Ticks.minus(plainest(first)));
        all.add(Ticks.minus(shortest(first)));
        for (int digits = AT_REST - 1; digits > 0; digits--) {
            var shorter = rounded(decimal(value), digits);
            if (shorter.compareTo(first) != 0) {
                all.add(ROUGHLY + Ticks.minus(shortest(shorter)));
            }
        }
        return all;
    }

    /** Whether a written form lacks no digit of {@code value}. */
    static boolean same(String form, double value) {
        return form.equals(exact(value)) || (!form.startsWith(ROUGHLY) && read(form) == value);
    }

    private static double read(String form) {
        return Double.parseDouble(plain(form));
    }

    /** A typed or written number as Java reads it: with the hyphen for the minus sign and a point before decimals. */
    static String plain(String text) {
        return text.strip().replace(ROUGHLY, "").replace('\u2212', '-').replace(',', '.');
    }

    /** {@code value} without the rounding errors of a computation in its last digits. */
    public static double cleaned(double value) {
        return rounded(decimal(value), 12).doubleValue();
    }

    /** A coordinate, or 0 where it is no more than a rounding error beside {@code size}. */
    public static double cleaned(double coordinate, double size) {
        return Math.abs(coordinate) < 1e-12 * size ? 0 : coordinate;
    }

    private static BigDecimal decimal(double value) {
        return new BigDecimal(Double.toString(value));
    }

    /** The nearest number with so many significant digits. */
    public static double rounded(double value, int digits) {
        return rounded(decimal(value), digits).doubleValue();
    }

    private static BigDecimal rounded(BigDecimal value, int digits) {
        return value.round(new MathContext(digits));
    }

    /** Without an exponent unless the number is very large or small. */
    private static String plainest(BigDecimal value) {
        var stripped = value.stripTrailingZeros();
        int exponent = stripped.precision() - stripped.scale() - 1;
        return stripped.signum() == 0
                ? "0"
                : exponent < LEAST_PLAIN || exponent > MOST_PLAIN
                        ? scientific(stripped, exponent)
                        : stripped.toPlainString();
    }

    private static String shortest(BigDecimal value) {
        var stripped = value.stripTrailingZeros();
        if (stripped.signum() == 0) {
            return "0";
        }
        var plain = stripped.toPlainString();
        var powers = scientific(stripped, stripped.precision() - stripped.scale() - 1);
        return powers.length() < plain.length() ? powers : plain;
    }

    private static String scientific(BigDecimal value, int exponent) {
        return value.movePointLeft(exponent).stripTrailingZeros().toPlainString() + "e" + exponent;
    }
}
