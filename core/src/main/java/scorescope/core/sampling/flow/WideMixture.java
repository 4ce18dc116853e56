package scorescope.core.sampling.flow;

import java.util.List;
import scorescope.core.density.Component;
import scorescope.core.density.DoubleDouble;

/**
 * Score and Hessian of a mixture under plain noise ρ at points in double-double arithmetic (32 digits). Far from a mixture,
 * on the border between two components, responsibilities turn from one to the other within less than the spacing of
 * doubles; the course of a path along such a border depends on digits beyond double.
 *
 * <p>Quadratic forms q_k = (x − μ_k)ᵀ(Σ_k + ρ²I)⁻¹(x − μ_k) and their differences are computed in 32 digits for the
 * components whose responsibility is not below e⁻⁴⁰; for smaller ones double suffices. For one thread at a time.
 */
final class WideMixture {
    /** −log of a number that underflows to 0: exp(−745) is the smallest double above 0. */
    private static final double UNDERFLOW = 750;

    /** Log-terms lower than the largest by more than this are computed in double. */
    private static final double SMALL = 40;

    private final List<Component> components;
    private final DoubleDouble noise;
    private final int size;
    private final double[] precisionXX;
    private final double[] precisionXY;
    private final double[] precisionYY;
    private final double[] logFactor;
    private final Precision[] wide;
    private final boolean[] known;
    private final double[] rough;
    private final double[] weight;
    private final double[] pullX;
    private final double[] pullY;
    private double scoreX;
    private double scoreY;
    private double xx;
    private double xy;
    private double yy;

    /** (Σ + ρ²I)⁻¹ in 32 digits. */
    private record Precision(DoubleDouble xx, DoubleDouble xy, DoubleDouble yy) {
        DoubleDouble pullX(DoubleDouble dx, DoubleDouble dy) {
            return xx.times(dx).plus(xy.times(dy));
        }

        DoubleDouble pullY(DoubleDouble dx, DoubleDouble dy) {
            return xy.times(dx).plus(yy.times(dy));
        }
    }

    /** @param noise variance ρ² of the noise, above 0 where a component is a point */
    WideMixture(List<Component> components, DoubleDouble noise) {
        this.components = components;
        this.noise = noise;
        size = components.size();
        precisionXX = new double[size];
        precisionXY = new double[size];
        precisionYY = new double[size];
        logFactor = new double[size];
        wide = new Precision[size];
        known = new boolean[size];
        rough = new double[size];
        weight = new double[size];
        pullX = new double[size];
        pullY = new double[size];
        double variance = noise.value();
        for (int k = 0; k < size; k++) {
            var c = components.get(k);
            double product = c.xy() * c.xy();
            // xx yy − xy² without cancellation.
            double clean = Math.fma(c.xx(), c.yy(), -product) - Math.fma(c.xy(), c.xy(), -product);
            double determinant = Math.max(0, clean) + variance * (c.xx() + c.yy()) + variance * variance;
            precisionXX[k] = (variance + c.yy()) / determinant;
            precisionXY[k] = -c.xy() / determinant;
            precisionYY[k] = (variance + c.xx()) / determinant;
            logFactor[k] = Math.log(c.weight()) - 0.5 * Math.log(determinant);
        }
    }

    /** Inverse covariance of component k, computed on first use. */
    private Precision wide(int k) {
        if (!known[k]) {
            known[k] = true;
            var c = components.get(k);
            // det(Σ + ρ²I) = det Σ + ρ² tr Σ + ρ⁴, a sum without cancellation but in det Σ, which two products give
            // exactly.
            var clean = DoubleDouble.of(c.xx()).times(c.yy()).minus(DoubleDouble.product(c.xy(), c.xy()));
            var determinant = clean.plus(noise.times(DoubleDouble.of(c.xx()).plus(c.yy())))
                    .plus(noise.times(noise));
            wide[k] = new Precision(
                    noise.plus(c.yy()).over(determinant),
                    DoubleDouble.of(-c.xy()).over(determinant),
                    noise.plus(c.xx()).over(determinant));
        }
        return wide[k];
    }

    /** Moves to a point. */
    void at(DoubleDouble x, DoubleDouble y) {
        int reference = roughly(x.high(), y.high());
        var main = components.get(reference);
        var dx = x.plus(-main.meanX());
        var dy = y.plus(-main.meanY());
        var alongX = wide(reference).pullX(dx, dy);
        var alongY = wide(reference).pullY(dx, dy);
        var form = alongX.times(dx).plus(alongY.times(dy));
        double sum = 0;
        double sumX = 0;
        double sumY = 0;
        double rounding = 1e-10 * Math.abs(rough[reference]);
        for (int k = 0; k < size; k++) {
            double below = rough[reference] - rough[k];
            weight[k] = 0;
            if (below > UNDERFLOW + rounding) {
                continue;
            }
            var c = components.get(k);
            if (below > SMALL + rounding) {
                double ex = x.high() - c.meanX();
                double ey = y.high() - c.meanY();
                weight[k] = Math.exp(-below);
                pullX[k] = alongX.high() - (precisionXX[k] * ex + precisionXY[k] * ey);
                pullY[k] = alongY.high() - (precisionXY[k] * ex + precisionYY[k] * ey);
            } else {
                // Differences of the pulls from that of the reference component, which are small compared with the
                // pulls.
                var ex = x.plus(-c.meanX());
                var ey = y.plus(-c.meanY());
                var ux = wide(k).pullX(ex, ey);
                var uy = wide(k).pullY(ex, ey);
                double difference = ux.times(ex).plus(uy.times(ey)).minus(form).value();
                weight[k] = Math.exp(logFactor[k] - logFactor[reference] - 0.5 * difference);
                pullX[k] = alongX.minus(ux).value();
                pullY[k] = alongY.minus(uy).value();
            }
            sum += weight[k];
            sumX += weight[k] * pullX[k];
            sumY += weight[k] * pullY[k];
        }
        double meanPullX = sumX / sum;
        double meanPullY = sumY / sum;
        scoreX = meanPullX - alongX.value();
        scoreY = meanPullY - alongY.value();
        xx = 0;
        xy = 0;
        yy = 0;
        for (int k = 0; k < size; k++) {
            if (weight[k] > 0) {
                double r = weight[k] / sum;
                double ux = pullX[k] - meanPullX;
                double uy = pullY[k] - meanPullY;
                xx += r * (ux * ux - precisionXX[k]);
                xy += r * (ux * uy - precisionXY[k]);
                yy += r * (uy * uy - precisionYY[k]);
            }
        }
    }

    /** Computes the log-terms in double; returns the index of the largest. */
    private int roughly(double x, double y) {
        int largest = 0;
        for (int k = 0; k < size; k++) {
            double dx = x - components.get(k).meanX();
            double dy = y - components.get(k).meanY();
            rough[k] = logFactor[k]
                    - 0.5 * (precisionXX[k] * dx * dx + 2 * precisionXY[k] * dx * dy + precisionYY[k] * dy * dy);
            largest = rough[k] > rough[largest] ? k : largest;
        }
        return largest;
    }

    double scoreX() {
        return scoreX;
    }

    double scoreY() {
        return scoreY;
    }

    /** ∂² log p/∂x². */
    double xx() {
        return xx;
    }

    double xy() {
        return xy;
    }

    double yy() {
        return yy;
    }
}
