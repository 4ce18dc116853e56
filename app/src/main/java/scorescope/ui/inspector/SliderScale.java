package scorescope.ui.inspector;

import java.math.BigDecimal;
import java.math.MathContext;
import scorescope.core.parameter.Parameter;

/**
 * Maps the values of a real parameter to places on a slider, from 0 to 1, linearly or by logarithm as the parameter declares.
 */
record SliderScale(Parameter.Real parameter) {
    /** The upper end of a slider whose parameter may be 0 and nearly arbitrarily large; the number field takes larger values. */
    private static final double USUAL = 100;

    /** A logarithmic scale whose parameter may be 0 begins this factor below its upper end. */
    private static final double SMALLEST_SHARE = 1e-6;

    /** The value at {@code place}, rounded to three significant digits. */
    double value(double place) {
        return rounded(
                parameter.logarithmic()
                        ? lowest() * Math.pow(highest() / lowest(), place)
                        : parameter.min() + place * (parameter.max() - parameter.min()));
    }

    /** The place of {@code value}; outside of 0 to 1 if the value lies beyond the ends. */
    double place(double value) {
        return parameter.logarithmic()
                ? Math.log(Math.max(value, lowest()) / lowest()) / Math.log(highest() / lowest())
                : (value - parameter.min()) / (parameter.max() - parameter.min());
    }

    private double lowest() {
        return parameter.min() > 0 ? parameter.min() : highest() * SMALLEST_SHARE;
    }

    private double highest() {
        return parameter.min() > 0 ? parameter.max() : Math.min(parameter.max(), USUAL);
    }

    private static double rounded(double value) {
        return value == 0 ? 0 : new BigDecimal(value).round(new MathContext(3)).doubleValue();
    }
}
