package scorescope.core.quadrature;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * A computed number with a bound of its error.
 *
 * @param value the number; may be infinite
 * @param error by how much the value may be off, not negative; NaN where that is not known
 */
public record Estimate(double value, double error) {
    /** Of a number that has not been computed. */
    public static final Estimate UNKNOWN = new Estimate(Double.NaN, Double.NaN);

    /** A number without an error of its own. */
    public static Estimate exact(double value) {
        return new Estimate(value, 0);
    }

    public Estimate plus(Estimate other) {
        return new Estimate(value + other.value, error + other.error);
    }

    public Estimate times(double factor) {
        return new Estimate(factor * value, Math.abs(factor) * error);
    }

    /** With a value that is at least {@code least}; for sums that cannot be smaller but for rounding. */
    public Estimate atLeast(double least) {
        return value >= least ? this : new Estimate(least, error);
    }

    /**
     * How many significant digits hold: a unit of the last is at least the error. At most {@code most}; 0 if not even the
     * first holds.
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
     * The value with those digits that hold, at most {@code most} of them. If none holds, the bound: "&lt; 3e-9" of a
     * number that may be as small as zero.
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
            // In plain digits where those to the left of the point are fewer or more than those that hold: 100, not
            // 1.0e+02.
            int scale = digits - 1 - (int) Math.floor(Math.log10(size));
            var rounded = BigDecimal.valueOf(value).setScale(scale, RoundingMode.HALF_EVEN);
            return rounded.setScale(Math.max(0, scale)).toPlainString();
        }
        return Double.isFinite(error) ? String.format(Locale.ROOT, "< %.1g", Math.abs(value) + error) : "?";
    }
}
