package scorescope.core.noise;

import java.util.function.DoubleUnaryOperator;

/**
 * Derivatives in time by differences of fourth order over five values, spaced by h = 1/100,000 of the process's duration. For a
 * process that gives α and σ alone; those of the catalog have closed forms.
 *
 * <p>The error is at most h⁴ max|f⁽⁵⁾|/30 by central differences, h⁴ max|f⁽⁵⁾|/5 by one-sided ones, plus rounding: 1.5 and 11
 * times the rounding error of f over h, 2e-11 and 1.2e-10 of max|f| over the duration.
 */
final class TimeDerivative {
    private static final double PART = 1e-5;

    private TimeDerivative() {}

    /**
     * f'(t) to O(h⁴), by central differences where their times lie between 0 and the end, otherwise by one-sided ones: f need
     * not exist beyond.
     *
     * @param span the length of the process; h = span / 100,000
     * @see <a href="https://doi.org/10.1090/S0025-5718-1988-0935077-0">Fornberg 1988, the weights</a>
     */
    static double of(DoubleUnaryOperator f, double t, double span) {
        double h = PART * span;
        if (t < 2 * h) {
            return inward(f, t, h);
        }
        if (t > span - 2 * h) {
            return inward(f, t, -h);
        }
        return (8 * (f.applyAsDouble(t + h) - f.applyAsDouble(t - h))
                        - (f.applyAsDouble(t + 2 * h) - f.applyAsDouble(t - 2 * h)))
                / (12 * h);
    }

    private static double inward(DoubleUnaryOperator f, double t, double step) {
        return (-25 * f.applyAsDouble(t)
                        + 48 * f.applyAsDouble(t + step)
                        - 36 * f.applyAsDouble(t + 2 * step)
                        + 16 * f.applyAsDouble(t + 3 * step)
                        - 3 * f.applyAsDouble(t + 4 * step))
                / (12 * step);
    }
}
