package scorescope.core.density;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import scorescope.core.noise.NoiseLevel;

/**
 * A noised mixture in decimal arithmetic of 70 digits: textbook formulas with all terms. Inputs are the exact doubles of the
 * components, of the level and of the point.
 */
public final class ExactEvaluator {
    private static final MathContext DIGITS = new MathContext(70, RoundingMode.HALF_EVEN);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /** Responsibilities below e^-3000 are left out: no double is large enough as a factor to compensate them. */
    private static final double SMALLEST = -3000;

    private final BigDecimal alpha;
    private final BigDecimal noise;
    private final List<Term> terms = new ArrayList<>();

    private record Term(
            BigDecimal cleanX,
            BigDecimal cleanY,
            BigDecimal meanX,
            BigDecimal meanY,
            BigDecimal pxx,
            BigDecimal pxy,
            BigDecimal pyy,
            BigDecimal gxx,
            BigDecimal gxy,
            BigDecimal gyy,
            BigDecimal factor,
            double logFactor) {}

    /**
     * Exact values at one point, and the sums of the absolute values of their terms.
     *
     * @param score of the density's logarithm, two numbers
     * @param hessian xx, xy, yy
     * @param covariance of the posterior: xx, xy, yy
     * @param logScale Σ r_k (|log f_k| + ½ q_k)
     * @param scoreScale Σ r_k |u_k|
     * @param hessianScale Σ r_k (|u_k − s|² + tr C_k⁻¹)
     * @param covarianceScale its trace
     * @param quadratic the largest q_k of a component whose responsibility is above 1e-30
     */
    public record Values(
            double logDensity,
            double[] score,
            double[] hessian,
            double[] covariance,
            double[] responsibilities,
            double logScale,
            double scoreScale,
            double hessianScale,
            double covarianceScale,
            double quadratic) {}

    public ExactEvaluator(GaussianMixture mixture, NoiseLevel level) {
        alpha = new BigDecimal(level.alpha());
        noise = times(new BigDecimal(level.sigma()), new BigDecimal(level.sigma()));
        var signal = times(alpha, alpha);
        for (var c : mixture.components()) {
            var sxx = new BigDecimal(c.xx());
            var sxy = new BigDecimal(c.xy());
            var syy = new BigDecimal(c.yy());
            var xx = times(signal, sxx).add(noise);
            var xy = times(signal, sxy);
            var yy = times(signal, syy).add(noise);
            var determinant = times(xx, yy).subtract(times(xy, xy));
            var clean = times(signal, times(sxx, syy).subtract(times(sxy, sxy)));
            var factor = over(new BigDecimal(c.weight()), determinant.sqrt(DIGITS));
            terms.add(new Term(
                    new BigDecimal(c.meanX()),
                    new BigDecimal(c.meanY()),
                    times(alpha, new BigDecimal(c.meanX())),
                    times(alpha, new BigDecimal(c.meanY())),
                    over(yy, determinant),
                    over(xy.negate(), determinant),
                    over(xx, determinant),
                    over(clean.add(times(noise, sxx)), determinant),
                    over(times(noise, sxy), determinant),
                    over(clean.add(times(noise, syy)), determinant),
                    factor,
                    Math.log(c.weight()) - Math.log(2 * Math.PI) - 0.5 * log(determinant)));
        }
    }

    public Values at(double x, double y) {
        int size = terms.size();
        var ux = new BigDecimal[size];
        var uy = new BigDecimal[size];
        var q = new BigDecimal[size];
        int best = 0;
        var px = new BigDecimal(x);
        var py = new BigDecimal(y);
        for (int k = 0; k < size; k++) {
            var t = terms.get(k);
            var zx = t.meanX.subtract(px);
            var zy = t.meanY.subtract(py);
            ux[k] = times(t.pxx, zx).add(times(t.pxy, zy));
            uy[k] = times(t.pxy, zx).add(times(t.pyy, zy));
            q[k] = times(zx, ux[k]).add(times(zy, uy[k]));
            if (t.logFactor - 0.5 * q[k].subtract(q[best]).doubleValue() > terms.get(best).logFactor) {
                best = k;
            }
        }
        var share = new BigDecimal[size];
        var sum = BigDecimal.ZERO;
        for (int k = 0; k < size; k++) {
            var half = over(q[best].subtract(q[k]), TWO);
            share[k] = half.doubleValue() + terms.get(k).logFactor - terms.get(best).logFactor < SMALLEST
                    ? BigDecimal.ZERO
                    : times(over(terms.get(k).factor, terms.get(best).factor), exp(half));
            sum = sum.add(share[k]);
        }
        var sx = BigDecimal.ZERO;
        var sy = BigDecimal.ZERO;
        double scoreScale = 0;
        double logScale = 0;
        double quadratic = 0;
        var r = new double[size];
        for (int k = 0; k < size; k++) {
            share[k] = over(share[k], sum);
            r[k] = share[k].doubleValue();
            sx = sx.add(times(share[k], ux[k]));
            sy = sy.add(times(share[k], uy[k]));
            scoreScale += r[k] * Math.hypot(ux[k].doubleValue(), uy[k].doubleValue());
            logScale += r[k] * (Math.abs(terms.get(k).logFactor) + 0.5 * q[k].doubleValue());
            if (r[k] > 1e-30) {
                quadratic = Math.max(quadratic, q[k].doubleValue());
            }
        }
        var h = new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO};
        var c = new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO};
        double hessianScale = 0;
        for (int k = 0; k < size; k++) {
            if (share[k].signum() == 0) {
                continue;
            }
            var t = terms.get(k);
            var vx = ux[k].subtract(sx);
            var vy = uy[k].subtract(sy);
            var part = new BigDecimal[] {times(vx, vx), times(vx, vy), times(vy, vy)};
            h[0] = h[0].add(times(share[k], part[0].subtract(t.pxx)));
            h[1] = h[1].add(times(share[k], part[1].subtract(t.pxy)));
            h[2] = h[2].add(times(share[k], part[2].subtract(t.pyy)));
            hessianScale +=
                    r[k] * (part[0].doubleValue() + part[2].doubleValue() + t.pxx.doubleValue() + t.pyy.doubleValue());
            // The conditional means of x₀ are (x + σ²u_k)/α.
            var scale = over(times(noise, noise), times(alpha, alpha));
            c[0] = c[0].add(times(share[k], times(noise, t.gxx).add(times(scale, part[0]))));
            c[1] = c[1].add(times(share[k], times(noise, t.gxy).add(times(scale, part[1]))));
            c[2] = c[2].add(times(share[k], times(noise, t.gyy).add(times(scale, part[2]))));
        }
        double logDensity = terms.get(best).logFactor - 0.5 * q[best].doubleValue() + Math.log(sum.doubleValue());
        return new Values(
                logDensity,
                new double[] {sx.doubleValue(), sy.doubleValue()},
                doubles(h),
                doubles(c),
                r,
                logScale,
                scoreScale,
                hessianScale,
                c[0].add(c[2]).doubleValue(),
                quadratic);
    }

    private static double[] doubles(BigDecimal[] values) {
        return new double[] {values[0].doubleValue(), values[1].doubleValue(), values[2].doubleValue()};
    }

    private static BigDecimal times(BigDecimal a, BigDecimal b) {
        return a.multiply(b, DIGITS);
    }

    private static BigDecimal over(BigDecimal a, BigDecimal b) {
        return a.divide(b, DIGITS);
    }

    /** The logarithm of the mantissa plus that of the power of ten. */
    private static double log(BigDecimal a) {
        int exponent = a.precision() - a.scale();
        return Math.log(a.scaleByPowerOfTen(-exponent).doubleValue()) + exponent * Math.log(10);
    }

    /** Taylor series of exp(x/4096), squared twelve times. */
    private static BigDecimal exp(BigDecimal x) {
        var part = over(x, BigDecimal.valueOf(4096));
        var term = BigDecimal.ONE;
        var sum = BigDecimal.ONE;
        for (int n = 1; n < 200 && term.signum() != 0; n++) {
            term = over(times(term, part), BigDecimal.valueOf(n));
            sum = sum.add(term, DIGITS);
            if (term.precision() - term.scale() < -60) {
                break;
            }
        }
        for (int i = 0; i < 12; i++) {
            sum = times(sum, sum);
        }
        return sum;
    }
}
