package scorescope.core.density;

/**
 * A number represented as the unevaluated sum high + low of two doubles, |low| ≤ ulp(high)/2: about 32 significant digits.
 * For differences of nearly equal numbers. Every operation has a relative error of a few 2⁻¹⁰⁴ unless it overflows or
 * underflows; for an infinite result {@code low} is NaN. Immutable.
 *
 * @see <a href="https://doi.org/10.1007/BF01397083">Dekker 1971, A floating-point technique for extending the available
 *     precision</a>
 */
public record DoubleDouble(double high, double low) {
    public static final DoubleDouble ZERO = new DoubleDouble(0, 0);

    private static final DoubleDouble LOG_2 = new DoubleDouble(0.6931471805599453, 2.3190468138462996e-17);

    /** Number of times the argument of the exponential is halved before its power series. */
    private static final int HALVINGS = 6;

    /** Terms of the series; the first omitted term is below 10⁻³². */
    private static final int TERMS = 11;

    /** 1/n!. */
    private static final DoubleDouble[] RECIPROCAL_FACTORIALS = reciprocalFactorials();

    private static DoubleDouble[] reciprocalFactorials() {
        var all = new DoubleDouble[TERMS + 1];
        all[0] = of(1);
        for (int n = 1; n <= TERMS; n++) {
            all[n] = all[n - 1].over(of(n));
        }
        return all;
    }

    public static DoubleDouble of(double value) {
        return new DoubleDouble(value, 0);
    }

    /** a + b, exactly (Knuth). */
    public static DoubleDouble sum(double a, double b) {
        double s = a + b;
        double t = s - a;
        return new DoubleDouble(s, (a - (s - t)) + (b - t));
    }

    /** a − b, exactly. */
    public static DoubleDouble difference(double a, double b) {
        return sum(a, -b);
    }

    /** a · b, exactly unless it underflows. */
    public static DoubleDouble product(double a, double b) {
        double p = a * b;
        return new DoubleDouble(p, Math.fma(a, b, -p));
    }

    /** high + low, exactly if |high| ≥ |low| (Dekker). */
    private static DoubleDouble fast(double high, double low) {
        double s = high + low;
        return new DoubleDouble(s, low - (s - high));
    }

    public DoubleDouble plus(DoubleDouble other) {
        var highs = sum(high, other.high);
        var lows = sum(low, other.low);
        var first = fast(highs.high, highs.low + lows.high);
        return fast(first.high, first.low + lows.low);
    }

    public DoubleDouble plus(double other) {
        var highs = sum(high, other);
        return fast(highs.high, highs.low + low);
    }

    public DoubleDouble minus(DoubleDouble other) {
        return plus(other.negative());
    }

    public DoubleDouble negative() {
        return new DoubleDouble(-high, -low);
    }

    public DoubleDouble times(DoubleDouble other) {
        double p = high * other.high;
        double rest = Math.fma(high, other.high, -p) + (high * other.low + low * other.high);
        return fast(p, rest);
    }

    public DoubleDouble times(double factor) {
        double p = high * factor;
        return fast(p, Math.fma(high, factor, -p) + low * factor);
    }

    /** The quotient by a number that is not zero. */
    public DoubleDouble over(DoubleDouble divisor) {
        double first = high / divisor.high;
        var rest = minus(divisor.times(first));
        double second = rest.high / divisor.high;
        double third = rest.minus(divisor.times(second)).high / divisor.high;
        return fast(first, second).plus(of(third));
    }

    public DoubleDouble squared() {
        return times(this);
    }

    /** The square root; zero of a number that is not positive. */
    public DoubleDouble root() {
        if (!(high > 0)) {
            return ZERO;
        }
        double guess = Math.sqrt(high);
        // One step of Newton's method doubles the digits.
        var rest = minus(product(guess, guess));
        return fast(guess, rest.high / (2 * guess));
    }

    /** e to this power minus 1, for a power that is not positive. */
    public DoubleDouble exponentialLessOne() {
        if (high < -80) {
            return of(-1);
        }
        double powers = Math.rint(high / LOG_2.high);
        var reduced = minus(LOG_2.times(powers)).times(1.0 / (1 << HALVINGS));
        // Horner's scheme for r + r²/2! + …
        var value = RECIPROCAL_FACTORIALS[TERMS];
        for (int n = TERMS - 1; n > 0; n--) {
            value = value.times(reduced).plus(RECIPROCAL_FACTORIALS[n]);
        }
        value = value.times(reduced);
        // e^2r − 1 = (e^r − 1)² + 2 (e^r − 1).
        for (int k = 0; k < HALVINGS; k++) {
            value = value.squared().plus(value.times(2));
        }
        double scale = Math.scalb(1.0, (int) powers);
        return value.times(scale).plus(of(scale - 1));
    }

    public double value() {
        return high + low;
    }
}
