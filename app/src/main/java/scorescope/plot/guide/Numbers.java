package scorescope.plot.guide;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as pictures and read-outs write them. */
public final class Numbers {
    private Numbers() {}

    /** {@code value} to so many significant digits, without needless zeros, with a true minus sign. */
    public static String significant(double value, int digits) {
        return Double.isFinite(value)
                ? Ticks.label(new BigDecimal(value).round(new MathContext(digits)))
                : Ticks.minus(Double.toString(value));
    }
}
