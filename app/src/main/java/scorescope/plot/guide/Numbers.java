package scorescope.plot.guide;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import scorescope.core.quadrature.Estimate;

/** Numbers as pictures and read-outs write them. */
public final class Numbers {
    private Numbers() {}

    /** {@code value} to so many significant digits, without needless zeros, with a true minus sign. */
    public static String significant(double value, int digits) {
        return Double.isFinite(value)
                ? Ticks.label(new BigDecimal(value).round(new MathContext(digits)))
                : Ticks.minus(Double.toString(value));
    }

    /** The digits of {@code estimate} that hold, at most {@code most}; if none does, a bound: "&lt; 0.003". */
    public static String holding(Estimate estimate, int most) {
        int digits = estimate.digits(most);
        if (digits > 0 && Double.isFinite(estimate.value())) {
            return significant(estimate.value(), digits);
        }
        double bound = Math.abs(estimate.value()) + estimate.error();
        return Double.isFinite(bound)
                ? "< " + Ticks.label(new BigDecimal(bound).round(new MathContext(1, RoundingMode.UP)))
                : Ticks.minus(estimate.text(most));
    }
}
