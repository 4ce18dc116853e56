package scorescope.ui.inspector;

import java.math.BigDecimal;
import java.math.MathContext;
import scorescope.core.parameter.Parameter;

/**
 * Maps values of a real parameter to positions from 0 to 1 on a slider, linearly or logarithmically as declared.
 */
record SliderScale(Parameter.Real parameter) {
    /** Largest upper end of a logarithmic slider whose parameter may be 0; the number field takes larger values. */
    private static final double USUAL = 100;

    /** Ratio of lower to upper end on a logarithmic slider whose parameter may be 0. */
    private static final double SMALLEST_SHARE = 1e-6;

    /** The value at {@code place}, rounded to three significant digits. */
    double value(double place) {
        return rounded(
                parameter.logarithmic()
                        ? lowest() * Math.pow(highest() / lowest(), place)
                        : parameter.min() + place * (parameter.max() - parameter.min()));
    }

    /** The position of {@code value}; outside [0, 1] if the value lies beyond the ends. */
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
