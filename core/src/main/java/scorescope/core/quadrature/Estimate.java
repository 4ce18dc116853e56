package scorescope.core.quadrature;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

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

    /** Quantiles 97.5 % of Student's distribution with 1, 2, … degrees of freedom. */
    private static final double[] STUDENT = {12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262};

    /**
     * The mean of two to ten independent repetitions of one measurement. Its error is half the width of the 95 %
     * interval, t s/√n.
     */
    public static Estimate mean(double... repeated) {
        int count = repeated.length;
        double mean = Arrays.stream(repeated).average().orElseThrow();
        double squares =
                Arrays.stream(repeated).map(one -> (one - mean) * (one - mean)).sum();
        return new Estimate(mean, STUDENT[count - 2] * Math.sqrt(squares / (count - 1.0) / count));
    }

    public Estimate plus(Estimate other) {
        return new Estimate(value + other.value, error + other.error);
    }

    public Estimate times(double factor) {
        return new Estimate(factor * value, Math.abs(factor) * error);
    }

    /** This estimate with its value raised to at least {@code least}, for sums that only rounding can make smaller. */
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

    /** The value rounded to its certain digits, at most {@code most}; empty if none is certain or the value is infinite. */
    public Optional<BigDecimal> certain(int most) {
        int digits = Double.isFinite(value) ? digits(most) : 0;
        return digits > 0 ? Optional.of(BigDecimal.valueOf(value).round(new MathContext(digits))) : Optional.empty();
    }

    /** A bound of the exact number's magnitude, rounded up to one digit; empty if there is none. */
    public Optional<BigDecimal> bound() {
        double bound = Math.abs(value) + error;
        return Double.isFinite(bound)
                ? Optional.of(BigDecimal.valueOf(bound).round(new MathContext(1, RoundingMode.UP)))
                : Optional.empty();
    }

    /**
     * The value with its certain digits, at most {@code most}, for terminals and files. If none is certain, a bound of its
     * magnitude, such as "&lt; 3e-9".
     */
    public String text(int most) {
        return certain(most)
                .map(rounded -> written(rounded, digits(most)))
                .or(() -> bound().map(bound -> String.format(Locale.ROOT, "< %.1g", bound)))
                .orElse(value == Double.POSITIVE_INFINITY ? "∞" : value == Double.NEGATIVE_INFINITY ? "−∞" : "?");
    }

    private static String written(BigDecimal rounded, int digits) {
        double size = Math.abs(rounded.doubleValue());
        // Plain notation also if fewer digits are certain than there are before the decimal point: 100, not 1.0e+02.
        return size >= 1e-4 && size < 1e6
                ? rounded.setScale(Math.max(0, rounded.scale())).toPlainString()
                : String.format(Locale.ROOT, "%." + digits + "g", rounded);
    }
}
