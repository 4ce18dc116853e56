package scorescope.core.measure;

import scorescope.core.density.DoubleDouble;
import scorescope.core.density.Moments;

/**
 * Mean μ of a distribution and a factor F of its covariance, F Fᵀ = Σ, in double-double: F = [[first, 0], [shear, second]].
 * For a sample F is computed from the points by orthogonalisation, since the determinant of the covariance of an elongated
 * sample cancels.
 *
 * @param first the standard deviation along the first axis
 * @param shear covariance divided by {@code first}: the part of the second axis' deviation that is linear in the first
 * @param second the standard deviation of the second axis about its regression on the first, not negative
 */
record CovarianceFactor(
        DoubleDouble meanX, DoubleDouble meanY, DoubleDouble first, DoubleDouble shear, DoubleDouble second) {
    /** The factor of a sample, with the unbiased covariance (divided by n − 1), 0 for a single point; the first axis is x. */
    static CovarianceFactor of(Sample sample) {
        int n = sample.count();
        var meanX = mean(sample.x());
        var meanY = mean(sample.y());
        var xx = DoubleDouble.ZERO;
        var xy = DoubleDouble.ZERO;
        for (int i = 0; i < n; i++) {
            var dx = DoubleDouble.of(sample.x()[i]).minus(meanX);
            var dy = DoubleDouble.of(sample.y()[i]).minus(meanY);
            xx = xx.plus(dx.squared());
            xy = xy.plus(dx.times(dy));
        }
        var slope = xx.high() > 0 ? xy.over(xx) : DoubleDouble.ZERO;
        var rest = DoubleDouble.ZERO;
        for (int i = 0; i < n; i++) {
            var dx = DoubleDouble.of(sample.x()[i]).minus(meanX);
            var dy = DoubleDouble.of(sample.y()[i]).minus(meanY);
            rest = rest.plus(dy.minus(slope.times(dx)).squared());
        }
        var divisor = DoubleDouble.of(Math.max(1, n - 1));
        var first = xx.over(divisor).root();
        return new CovarianceFactor(
                meanX, meanY, first, slope.times(first), rest.over(divisor).root());
    }

    /** The Cholesky factor of a known covariance. */
    static CovarianceFactor of(Moments m) {
        var xx = DoubleDouble.of(m.xx());
        var first = xx.root();
        var shear = m.xx() > 0 ? DoubleDouble.of(m.xy()).over(first) : DoubleDouble.ZERO;
        var determinant = DoubleDouble.product(m.xx(), m.yy()).minus(DoubleDouble.product(m.xy(), m.xy()));
        var second = m.xx() > 0
                ? determinant.over(xx).root()
                : DoubleDouble.of(m.yy()).root();
        return new CovarianceFactor(DoubleDouble.of(m.meanX()), DoubleDouble.of(m.meanY()), first, shear, second);
    }

    private static DoubleDouble mean(double[] values) {
        var sum = DoubleDouble.ZERO;
        for (double value : values) {
            sum = sum.plus(DoubleDouble.of(value));
        }
        return sum.over(DoubleDouble.of(values.length));
    }

    /** ‖μ_a − μ_b‖². */
    DoubleDouble squaredDistanceOfMeans(CovarianceFactor other) {
        return meanX.minus(other.meanX).squared().plus(meanY.minus(other.meanY).squared());
    }

    /**
     * tr(A + B − 2(AB)^½) = min ‖F − G U‖² over rotations U, a sum of squares without cancellation. The best rotation
     * turns by the angle of (M₁₁ + M₂₂, M₂₁ − M₁₂), M = GᵀF, since det M is not negative.
     */
    DoubleDouble squaredDistanceOfShapes(CovarianceFactor other) {
        // F = [[a, 0], [b, c]], G = [[d, 0], [e, f]].
        var along = other.first.times(first).plus(other.shear.times(shear)).plus(other.second.times(second));
        var across = other.second.times(shear).minus(other.shear.times(second));
        var length = along.squared().plus(across.squared()).root();
        if (!(length.high() > 0)) {
            return squares().plus(other.squares());
        }
        var cos = along.over(length);
        var sin = across.over(length);
        // G U with U = [[cos, −sin], [sin, cos]].
        var d11 = first.minus(other.first.times(cos));
        var d12 = other.first.times(sin);
        var d21 = shear.minus(other.shear.times(cos)).minus(other.second.times(sin));
        var d22 = second.plus(other.shear.times(sin)).minus(other.second.times(cos));
        return d11.squared().plus(d12.squared()).plus(d21.squared()).plus(d22.squared());
    }

    private DoubleDouble squares() {
        return first.squared().plus(shear.squared()).plus(second.squared());
    }
}
