package scorescope.core.quadrature;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * A computed number with a bound of its error.
 *
 * @param value the number; may be infinite
 * @param error bound of |value − exact value|, not negative; NaN if unknown
 */
public record Estimate(double value, double error) {
    /** A number that has not been computed. */
    public static final Estimate UNKNOWN = new Estimate(Double.NaN, Double.NaN);

    /** An exact number. */
    public static Estimate exact(double value) {
        return new Estimate(value, 0);
    }

    public Estimate plus(Estimate other) {
        return new Estimate(value + other.value, error + other.error);
    }

    public Estimate times(double factor) {
        return new Estimate(factor * value, Math.abs(factor) * error);
    }

    /** The same with a value of at least {@code least}, for sums that only rounding can make smaller. */
    public Estimate atLeast(double least) {
        return value >= least ? this : new Estimate(least, error);
    }

    /**
     * The number of significant digits that are certain: the largest for which one unit of the last digit is at least the error.
     * At most {@code most}; 0 if not even the first digit is certain.
     */
    public int digits(int most) {
        if (!Double.isFinite(value) || error == 0) {
            return most;
        }
        if (!(error < Double.POSITIVE_INFINITY) || value == 0) {
            return 0;
        }
        int first = (int) Math.floor(Math.log10(Math.abs(value)));
        int last = (int) Math.ceil(Math.log10(error));
        return Math.clamp(first - last + 1L, 0, most);
    }

    /**
     * The value with its certain digits, at most {@code most}. If none is certain, a bound of its magnitude, such as "&lt; 3e-9".
     */
    public String text(int most) {
        if (!Double.isFinite(value)) {
            return value > 0 ? "∞" : value < 0 ? "−∞" : "?";
        }
        int digits = digits(most);
        if (digits > 0) {
            double size = Math.abs(value);
            if (!(size >= 1e-4 && size < 1e6)) {
                return String.format(Locale.ROOT, "%." + digits + "g", value);
            }
            // Plain digits also where fewer digits are certain than stand before the point: 100, not 1.0e+02.
            int scale = digits - 1 - (int) Math.floor(Math.log10(size));
            var rounded = BigDecimal.valueOf(value).setScale(scale, RoundingMode.HALF_EVEN);
            return rounded.setScale(Math.max(0, scale)).toPlainString();
        }
        return Double.isFinite(error) ? String.format(Locale.ROOT, "< %.1g", Math.abs(value) + error) : "?";
    }
}
