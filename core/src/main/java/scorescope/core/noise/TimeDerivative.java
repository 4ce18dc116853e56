package scorescope.core.noise;

import java.util.function.DoubleUnaryOperator;

/** Derivatives in time by differences of fourth order over five values, spaced by 1/100,000 of the process's duration. */
final class TimeDerivative {
    private static final double PART = 1e-5;

    private TimeDerivative() {}

    /**
     * f'(t) to O(h⁴), by central differences if they need no time before 0, otherwise by forward differences.
     *
     * @param span the length of the process; h = span / 100,000
     * @see <a href="https://doi.org/10.1090/S0025-5718-1988-0935077-0">Fornberg 1988, the weights</a>
     */
    static double of(DoubleUnaryOperator f, double t, double span) {
        double h = PART * span;
        if (t < 2 * h) {
            return (-25 * f.applyAsDouble(t)
                            + 48 * f.applyAsDouble(t + h)
                            - 36 * f.applyAsDouble(t + 2 * h)
                            + 16 * f.applyAsDouble(t + 3 * h)
                            - 3 * f.applyAsDouble(t + 4 * h))
                    / (12 * h);
        }
        return (8 * (f.applyAsDouble(t + h) - f.applyAsDouble(t - h))
                        - (f.applyAsDouble(t + 2 * h) - f.applyAsDouble(t - 2 * h)))
                / (12 * h);
    }
}
