package scorescope.core.density;

/**
 * A number as an unevaluated sum high + low, |low| ≤ ½ ulp(high): 106 bits, a relative error of some 1e-31 an operation.
 * For the few sums whose terms cancel to less than a double keeps. Overflow and NaN go the way of doubles.
 *
 * @see <a href="https://doi.org/10.1007/BF01397083">Dekker 1971, A floating-point technique for extending the available
 *     precision</a>
 */
record DoubleDouble(double high, double low) {
    static final DoubleDouble ZERO = new DoubleDouble(0, 0);

    static DoubleDouble of(double value) {
        return new DoubleDouble(value, 0);
    }

    /** a + b, exactly. */
    static DoubleDouble sum(double a, double b) {
        double sum = a + b;
        double part = sum - a;
        return new DoubleDouble(sum, (a - (sum - part)) + (b - part));
    }

    /** a − b, exactly. */
    static DoubleDouble difference(double a, double b) {
        return sum(a, -b);
    }

    /** a b, exactly. */
    static DoubleDouble product(double a, double b) {
        double product = a * b;
        return new DoubleDouble(product, Math.fma(a, b, -product));
    }

    double value() {
        return high + low;
    }

    DoubleDouble negated() {
        return new DoubleDouble(-high, -low);
    }

    DoubleDouble plus(DoubleDouble other) {
        var highs = sum(high, other.high);
        var lows = sum(low, other.low);
        var middle = sum(highs.high, highs.low + lows.high);
        return sum(middle.high, middle.low + lows.low);
    }

    DoubleDouble minus(DoubleDouble other) {
        return plus(other.negated());
    }

    DoubleDouble times(DoubleDouble other) {
        double product = high * other.high;
        double rest = Math.fma(high, other.high, -product) + (high * other.low + low * other.high);
        return normal(product, rest);
    }

    DoubleDouble times(double factor) {
        double product = high * factor;
        return normal(product, Math.fma(high, factor, -product) + low * factor);
    }

    /** Two steps of long division. */
    DoubleDouble dividedBy(DoubleDouble divisor) {
        double first = high / divisor.high;
        var rest = minus(divisor.times(first));
        double second = rest.high / divisor.high;
        rest = rest.minus(divisor.times(second));
        return sum(first, second).plus(of(rest.high / divisor.high));
    }

    private static DoubleDouble normal(double high, double low) {
        double sum = high + low;
        return new DoubleDouble(sum, low - (sum - high));
    }
}
