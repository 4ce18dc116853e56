package scorescope.core.guidance;

import scorescope.core.density.Component;
import scorescope.core.density.DoubleDouble;

/**
 * One Gaussian N(μ, Σ) given a measurement y = A x₀ + ρ n. With rows a and b of A (b = 0 if there is one row), S = AΣAᵀ + ρ²I,
 * k = det A, r = y − Aμ, c = r₁b − r₂a, and R(u) = (u₂, −u₁),
 *
 * <pre>
 * det S  = ρ⁴ + ρ²(aᵀΣa + bᵀΣb) + k² det Σ
 * AᵀS⁻¹r = (ρ²(r₁a + r₂b) + k R(Σc)) / det S
 * rᵀS⁻¹r = (ρ²|r|² + cᵀΣc) / det S
 * Cov    = ρ²(ρ²Σ + det Σ (R(a)R(a)ᵀ + R(b)R(b)ᵀ)) / det S
 * </pre>
 *
 * <p>These are sums of positive terms; the usual inverse subtracts, which loses all digits if two rows nearly agree.
 * Arithmetic is in double-double, since weights depend on differences of rᵀS⁻¹r, which is 10²⁴ for a value 10⁶ off at ρ = 10⁻⁶.
 */
final class MeasuredComponent {
    private final Component prior;
    private final double[] first;
    private final double[] second;
    private final DoubleDouble noise;
    private final DoubleDouble determinant;
    private final DoubleDouble total;
    private final DoubleDouble pullX;
    private final DoubleDouble pullY;
    private final DoubleDouble logWeight;

    MeasuredComponent(Component prior, Measurement measurement) {
        this.prior = prior;
        boolean two = measurement.rows() > 1;
        first = new double[] {measurement.a(0, 0), measurement.a(0, 1)};
        second = two ? new double[] {measurement.a(1, 0), measurement.a(1, 1)} : new double[2];
        noise = DoubleDouble.product(measurement.std(), measurement.std());
        determinant = minor(prior.xx(), prior.xy(), prior.xy(), prior.yy());
        var k = minor(first[0], first[1], second[0], second[1]);
        total = noise.squared()
                .plus(noise.times(variance(DoubleDouble.of(first[0]), DoubleDouble.of(first[1]))
                        .plus(variance(DoubleDouble.of(second[0]), DoubleDouble.of(second[1])))))
                .plus(k.squared().times(determinant));
        var r1 = residual(first, measurement.value().getFirst());
        var r2 = two ? residual(second, measurement.value().getLast()) : DoubleDouble.ZERO;
        var crossX = r1.times(second[0]).minus(r2.times(first[0]));
        var crossY = r1.times(second[1]).minus(r2.times(first[1]));
        pullX = noise.times(r1.times(first[0]).plus(r2.times(second[0])))
                .plus(k.times(spreadY(crossX, crossY)))
                .over(total);
        pullY = noise.times(r1.times(first[1]).plus(r2.times(second[1])))
                .minus(k.times(spreadX(crossX, crossY)))
                .over(total);
        logWeight = noise.times(r1.squared().plus(r2.squared()))
                .plus(variance(crossX, crossY))
                .over(total)
                .times(-0.5)
                .plus(Math.log(prior.weight()) - 0.5 * Math.log(total.value()));
    }

    /** First coordinate of AᵀS⁻¹r, the gradient of log N(y; Aμ, S) by μ. */
    DoubleDouble pullX() {
        return pullX;
    }

    /** Second coordinate of AᵀS⁻¹r. */
    DoubleDouble pullY() {
        return pullY;
    }

    /** log(w N(y; Aμ, S)) up to a constant that all components share. */
    DoubleDouble logWeight() {
        return logWeight;
    }

    /** p(x₀ | y) of this component: mean μ + ΣAᵀS⁻¹r, and the covariance that is left. */
    Component given(double weight) {
        return new Component(
                weight,
                spreadX(pullX, pullY).plus(prior.meanX()).value(),
                spreadY(pullX, pullY).plus(prior.meanY()).value(),
                left(prior.xx(), sum(first[1], first[1], second[1], second[1])),
                left(prior.xy(), sum(-first[0], first[1], -second[0], second[1])),
                left(prior.yy(), sum(first[0], first[0], second[0], second[0])),
                prior.label());
    }

    private double left(double entry, DoubleDouble across) {
        return noise.times(noise.times(entry).plus(determinant.times(across)))
                .over(total)
                .value();
    }

    private DoubleDouble residual(double[] row, double value) {
        return sum(-row[0], prior.meanX(), -row[1], prior.meanY()).plus(value);
    }

    private DoubleDouble variance(DoubleDouble x, DoubleDouble y) {
        return spreadX(x, y).times(x).plus(spreadY(x, y).times(y));
    }

    /** First coordinate of Σ(x, y). */
    private DoubleDouble spreadX(DoubleDouble x, DoubleDouble y) {
        return x.times(prior.xx()).plus(y.times(prior.xy()));
    }

    private DoubleDouble spreadY(DoubleDouble x, DoubleDouble y) {
        return x.times(prior.xy()).plus(y.times(prior.yy()));
    }

    /** ab + cd. */
    private static DoubleDouble sum(double a, double b, double c, double d) {
        return DoubleDouble.product(a, b).plus(DoubleDouble.product(c, d));
    }

    /** The determinant of the rows (a, b) and (c, d). */
    private static DoubleDouble minor(double a, double b, double c, double d) {
        return sum(a, d, -b, c);
    }
}
