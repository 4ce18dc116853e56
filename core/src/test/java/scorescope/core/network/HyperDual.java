package scorescope.core.network;

/**
 * f + a ε₁ + b ε₂ + c ε₁ε₂ with ε₁² = ε₂² = 0: a function of such numbers carries its derivatives along two directions
 * and the second derivative along both. Tests differentiate networks with it, without the engine.
 */
public record HyperDual(double f, double a, double b, double c) {
    public static HyperDual of(double constant) {
        return new HyperDual(constant, 0, 0, 0);
    }

    public HyperDual plus(HyperDual o) {
        return new HyperDual(f + o.f, a + o.a, b + o.b, c + o.c);
    }

    public HyperDual times(double factor) {
        return new HyperDual(factor * f, factor * a, factor * b, factor * c);
    }

    HyperDual through(Activation activation) {
        double s = 1 / (1 + Math.exp(-f));
        double t = Math.tanh(f);
        return switch (activation) {
            case SILU -> with(f * s, s + f * s * (1 - s), s * (1 - s) * (2 + f * (1 - 2 * s)));
            case TANH -> with(t, 1 - t * t, -2 * t * (1 - t * t));
            case SOFTPLUS -> with(Math.log1p(Math.exp(f)), s, s * (1 - s));
            case RELU -> with(Math.max(f, 0), f > 0 ? 1 : 0, 0);
            case SINE -> with(Math.sin(f), Math.cos(f), -Math.sin(f));
        };
    }

    private HyperDual with(double value, double first, double second) {
        return new HyperDual(value, first * a, first * b, first * c + second * a * b);
    }
}
