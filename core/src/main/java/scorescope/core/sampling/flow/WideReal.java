package scorescope.core.sampling.flow;

/**
 * A real number as an unevaluated sum high + low of two doubles, |low| ≤ ½ ulp(high): some 32 digits.
 *
 * @see <a href="https://doi.org/10.1007/BF01397083">Dekker 1971, A floating-point technique for extending the available
 *     precision</a>
 */
record WideReal(double high, double low) {
    static WideReal of(double value) {
        return new WideReal(value, 0);
    }

    /** a², exactly. */
    static WideReal square(double a) {
        double high = a * a;
        return new WideReal(high, Math.fma(a, a, -high));
    }

    WideReal plus(WideReal other) {
        double sum = high + other.high;
        double part = sum - high;
        double lost = (high - (sum - part)) + (other.high - part);
        return sum(sum, lost + low + other.low);
    }

    WideReal plus(double other) {
        double sum = high + other;
        double part = sum - high;
        return sum(sum, (high - (sum - part)) + (other - part) + low);
    }

    WideReal minus(WideReal other) {
        return plus(new WideReal(-other.high, -other.low));
    }

    WideReal times(WideReal other) {
        double product = high * other.high;
        double lost = Math.fma(high, other.high, -product);
        return sum(product, lost + (high * other.low + low * other.high));
    }

    WideReal times(double other) {
        double product = high * other;
        return sum(product, Math.fma(high, other, -product) + low * other);
    }

    WideReal over(WideReal other) {
        double first = high / other.high;
        var rest = minus(other.times(first));
        double second = rest.high / other.high;
        rest = rest.minus(other.times(second));
        return of(first).plus(second).plus(rest.high / other.high);
    }

    double value() {
        return high + low;
    }

    private static WideReal sum(double high, double low) {
        double total = high + low;
        return new WideReal(total, low - (total - high));
    }
}
