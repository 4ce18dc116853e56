package scorescope.core.density;

import java.util.Arrays;
import scorescope.core.noise.NoiseLevel;

/**
 * A noised mixture in double-double arithmetic (106 bits): means m_k = αμ_k, covariances C_k = α²Σ_k + σ²I and their
 * inverses, from the components' own doubles. Used at points where differences of log-terms cancel in double; computed on
 * first use.
 */
final class ExactMixture {
    private final Exact[] components;

    /** One component; {@code p…} are the elements of its inverse covariance. */
    private record Exact(
            DoubleDouble meanX,
            DoubleDouble meanY,
            DoubleDouble xx,
            DoubleDouble xy,
            DoubleDouble yy,
            DoubleDouble pxx,
            DoubleDouble pxy,
            DoubleDouble pyy) {
        static Exact of(Component c, NoiseLevel level) {
            double alpha = level.alpha();
            var signal = DoubleDouble.product(alpha, alpha);
            var noise = DoubleDouble.product(level.sigma(), level.sigma());
            var clean = DoubleDouble.product(c.xx(), c.yy()).minus(DoubleDouble.product(c.xy(), c.xy()));
            if (!(clean.high() > 0)) {
                clean = DoubleDouble.ZERO;
            }
            var determinant = signal.times(signal)
                    .times(clean)
                    .plus(signal.times(noise).times(DoubleDouble.sum(c.xx(), c.yy())))
                    .plus(noise.times(noise));
            var xx = signal.times(c.xx()).plus(noise);
            var xy = signal.times(c.xy());
            var yy = signal.times(c.yy()).plus(noise);
            return new Exact(
                    DoubleDouble.product(alpha, c.meanX()),
                    DoubleDouble.product(alpha, c.meanY()),
                    xx,
                    xy,
                    yy,
                    yy.over(determinant),
                    xy.negative().over(determinant),
                    xx.over(determinant));
        }

        /** Magnitude of the terms of the first component of C⁻¹z, a scale of their rounding. */
        double roughX(double zx, double zy) {
            return Math.abs(pxx.high() * zx) + Math.abs(pxy.high() * zy);
        }

        double roughY(double zx, double zy) {
            return Math.abs(pxy.high() * zx) + Math.abs(pyy.high() * zy);
        }
    }

    ExactMixture(GaussianMixture mixture, NoiseLevel level) {
        components = new Exact[mixture.components().size()];
        Arrays.setAll(components, k -> Exact.of(mixture.components().get(k), level));
    }

    /** The mixture at (x, y), expanded about component {@code d}; see {@link PointExpansion}. */
    Around around(int d, double x, double y) {
        return new Around(components[d], x, y);
    }

    /** Differences of log-terms and pulls from those of one component. */
    final class Around {
        private final double x;
        private final double y;
        private final Exact centre;
        private final Pull pull;
        private final double roughX;
        private final double roughY;
        private double offX;
        private double offY;

        private Around(Exact centre, double x, double y) {
            this.centre = centre;
            this.x = x;
            this.y = y;
            pull = Pull.of(centre, x, y);
            roughX = centre.roughX(pull.zx.high(), pull.zy.high());
            roughY = centre.roughY(pull.zx.high(), pull.zy.high());
        }

        /** First component of u_d. */
        double pullX() {
            return pull.ux.value();
        }

        double pullY() {
            return pull.uy.value();
        }

        /** q_d. */
        double quadratic() {
            return pull.quadratic().value();
        }

        /** First component of u_k − u_d, k the component of the last {@link #halfDifference}. */
        double offX() {
            return offX;
        }

        double offY() {
            return offY;
        }

        /**
         * −½ (q_k − q_d), q the quadratic forms; also stores u_k − u_d. Both are computed as differences or by expansion,
         * whichever has the smaller terms and so the smaller rounding: as differences where component k is narrow and d
         * wide.
         */
        double halfDifference(int k) {
            var c = components[k];
            var apartX = c.meanX.minus(centre.meanX);
            var apartY = c.meanY.minus(centre.meanY);
            var dxx = centre.xx.minus(c.xx);
            var dxy = centre.xy.minus(c.xy);
            var dyy = centre.yy.minus(c.yy);
            double bent = Math.abs(apartX.high()) + Math.abs(dxx.high()) * roughX + Math.abs(dxy.high()) * roughY;
            double bentToo = Math.abs(apartY.high()) + Math.abs(dxy.high()) * roughX + Math.abs(dyy.high()) * roughY;
            double expanded = 2 * (roughX * bent + roughY * bentToo)
                    + bent * c.roughX(bent, bentToo)
                    + bentToo * c.roughY(bent, bentToo);
            double zx = Math.abs(pull.zx.high());
            double zy = Math.abs(pull.zy.high());
            double kx = Math.abs(c.meanX.high() - x);
            double ky = Math.abs(c.meanY.high() - y);
            double direct = zx * roughX + zy * roughY + kx * c.roughX(kx, ky) + ky * c.roughY(kx, ky);
            if (direct < expanded) {
                var own = Pull.of(c, x, y);
                offX = own.ux.minus(pull.ux).value();
                offY = own.uy.minus(pull.uy).value();
                return -0.5 * own.quadratic().minus(pull.quadratic()).value();
            }
            var wx = apartX.plus(dxx.times(pull.ux)).plus(dxy.times(pull.uy));
            var wy = apartY.plus(dxy.times(pull.ux)).plus(dyy.times(pull.uy));
            var vx = c.pxx.times(wx).plus(c.pxy.times(wy));
            var vy = c.pxy.times(wx).plus(c.pyy.times(wy));
            offX = vx.value();
            offY = vy.value();
            // 2 Δ·a + a·Da + w·v = Δ·a + w·a + w·v.
            var sum = pull.ux.times(apartX.plus(wx)).plus(pull.uy.times(apartY.plus(wy)));
            return -0.5 * sum.plus(wx.times(vx)).plus(wy.times(vy)).value();
        }
    }

    /** z = m − x and u = C⁻¹z. */
    private record Pull(DoubleDouble zx, DoubleDouble zy, DoubleDouble ux, DoubleDouble uy) {
        static Pull of(Exact c, double x, double y) {
            var zx = c.meanX.minus(DoubleDouble.of(x));
            var zy = c.meanY.minus(DoubleDouble.of(y));
            return new Pull(
                    zx,
                    zy,
                    c.pxx.times(zx).plus(c.pxy.times(zy)),
                    c.pxy.times(zx).plus(c.pyy.times(zy)));
        }

        DoubleDouble quadratic() {
            return zx.times(ux).plus(zy.times(uy));
        }
    }
}
