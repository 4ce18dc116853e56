package scorescope.ui.inspector;

import java.math.BigDecimal;
import java.math.MathContext;
import scorescope.core.parameter.Parameter;

/** Where a value stands on a slider, from 0 to 1. */
record SliderScale(Parameter.Real parameter) {
    /** Where the slider of a scale from 0 to the farthest ends, in data units. */
    private static final double USUAL = 100;

    private static final MathContext DIGITS = new MathContext(3);

    /** The value at a place, with three digits. */
    double value(double place) {
        double value = parameter.logarithmic()
                ? lowest() * Math.pow(highest() / lowest(), place)
                : parameter.min() + place * (parameter.max() - parameter.min());
        return value == 0 ? 0 : new BigDecimal(value).round(DIGITS).doubleValue();
    }

    double place(double value) {
        return parameter.logarithmic()
                ? Math.log(Math.max(value, lowest()) / lowest()) / Math.log(highest() / lowest())
                : (value - parameter.min()) / (parameter.max() - parameter.min());
    }

    /** A log scale that may reach 0 begins six decades below its end. */
    private double lowest() {
        return parameter.min() > 0 ? parameter.min() : highest() * 1e-6;
    }

    /** What may be nearly anything has a slider for what is usual; the field takes the rest. */
    private double highest() {
        return parameter.min() > 0 ? parameter.max() : Math.min(parameter.max(), USUAL);
    }
}
