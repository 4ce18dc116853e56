package scorescope.core.formula;

/**
 * A value with its derivative by t. Arithmetic with these is forward automatic differentiation: exact up to rounding.
 *
 * @see <a href="https://doi.org/10.1145/355586.364791">Wengert 1964, A simple automatic derivative evaluation program</a>
 */
public record Dual(double value, double slope) {
    Dual plus(Dual other) {
        return new Dual(value + other.value, slope + other.slope);
    }

    Dual minus(Dual other) {
        return new Dual(value - other.value, slope - other.slope);
    }

    Dual times(Dual other) {
        return new Dual(value * other.value, slope * other.value + value * other.slope);
    }

    Dual over(Dual other) {
        double quotient = value / other.value;
        return new Dual(quotient, (slope - quotient * other.slope) / other.value);
    }

    /** This to the power of {@code exponent}; a constant exponent permits values of either sign. */
    Dual power(Dual exponent) {
        double power = Math.pow(value, exponent.value);
        double fromBase = slope == 0 ? 0 : exponent.value * Math.pow(value, exponent.value - 1) * slope;
        double fromExponent = exponent.slope == 0 ? 0 : power * Math.log(value) * exponent.slope;
        return new Dual(power, fromBase + fromExponent);
    }

    /** f of this, given f(value) and f'(value). */
    Dual chain(double f, double derivative) {
        return new Dual(f, derivative * slope);
    }
}
