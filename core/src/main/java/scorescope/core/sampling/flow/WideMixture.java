package scorescope.core.sampling.flow;

import java.util.List;
import scorescope.core.density.Component;

/**
 * Score and Hessian of a mixture under plain noise ρ at points of 32 digits. Far from a mixture, on the border between two
 * components, responsibilities turn from one to the other within less than the spacing of doubles; what a path along such a
 * border does is decided by the digits beyond.
 *
 * <p>Quadratic forms q_k = (x − μ_k)ᵀ(Σ_k + ρ²I)⁻¹(x − μ_k) and their differences are computed in 32 digits, responsibilities
 * from those in double. For one thread at a time.
 */
final class WideMixture {
    /** exp(−745) is the smallest number above 0. */
    private static final double UNDERFLOW = 750;

    private final int size;
    private final double[] meanX;
    private final double[] meanY;
    private final WideReal[] precisionXX;
    private final WideReal[] precisionXY;
    private final WideReal[] precisionYY;
    private final double[] logFactor;
    private final double[] rough;
    private final double[] weight;
    private final double[] pullX;
    private final double[] pullY;
    private double scoreX;
    private double scoreY;
    private double xx;
    private double xy;
    private double yy;

    /** @param noise variance ρ² of the noise, above 0 where a component is a point */
    WideMixture(List<Component> components, WideReal noise) {
        size = components.size();
        meanX = new double[size];
        meanY = new double[size];
        precisionXX = new WideReal[size];
        precisionXY = new WideReal[size];
        precisionYY = new WideReal[size];
        logFactor = new double[size];
        rough = new double[size];
        weight = new double[size];
        pullX = new double[size];
        pullY = new double[size];
        for (int k = 0; k < size; k++) {
            var c = components.get(k);
            meanX[k] = c.meanX();
            meanY[k] = c.meanY();
            // det(Σ + ρ²I) = det Σ + ρ² tr Σ + ρ⁴, a sum without cancellation but in det Σ, which two products give
            // exactly.
            var clean = WideReal.of(c.xx()).times(c.yy()).minus(WideReal.square(c.xy()));
            var determinant =
                    clean.plus(noise.times(WideReal.of(c.xx()).plus(c.yy()))).plus(noise.times(noise));
            precisionXX[k] = noise.plus(c.yy()).over(determinant);
            precisionXY[k] = WideReal.of(-c.xy()).over(determinant);
            precisionYY[k] = noise.plus(c.xx()).over(determinant);
            logFactor[k] = Math.log(c.weight()) - 0.5 * Math.log(determinant.value());
        }
    }

    /** Moves to a point. */
    void at(WideReal x, WideReal y) {
        int reference = roughly(x.high(), y.high());
        var dx = x.plus(-meanX[reference]);
        var dy = y.plus(-meanY[reference]);
        var alongX = pull(precisionXX[reference], precisionXY[reference], dx, dy);
        var alongY = pull(precisionXY[reference], precisionYY[reference], dx, dy);
        var form = alongX.times(dx).plus(alongY.times(dy));
        double sum = 0;
        double sumX = 0;
        double sumY = 0;
        double least = rough[reference] - UNDERFLOW - 1e-10 * Math.abs(rough[reference]);
        for (int k = 0; k < size; k++) {
            weight[k] = 0;
            if (!(rough[k] >= least)) {
                continue;
            }
            // Pulls less the reference's, whose differences are small against them.
            var ex = x.plus(-meanX[k]);
            var ey = y.plus(-meanY[k]);
            var ux = pull(precisionXX[k], precisionXY[k], ex, ey);
            var uy = pull(precisionXY[k], precisionYY[k], ex, ey);
            double difference = ux.times(ex).plus(uy.times(ey)).minus(form).value();
            weight[k] = Math.exp(logFactor[k] - logFactor[reference] - 0.5 * difference);
            pullX[k] = alongX.minus(ux).value();
            pullY[k] = alongY.minus(uy).value();
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
                xx += r * (ux * ux - precisionXX[k].high());
                xy += r * (ux * uy - precisionXY[k].high());
                yy += r * (uy * uy - precisionYY[k].high());
            }
        }
    }

    /** Fills the log-terms in double; the index of the largest. */
    private int roughly(double x, double y) {
        int largest = 0;
        for (int k = 0; k < size; k++) {
            double dx = x - meanX[k];
            double dy = y - meanY[k];
            rough[k] = logFactor[k]
                    - 0.5
                            * (precisionXX[k].high() * dx * dx
                                    + 2 * precisionXY[k].high() * dx * dy
                                    + precisionYY[k].high() * dy * dy);
            largest = rough[k] > rough[largest] ? k : largest;
        }
        return largest;
    }

    private static WideReal pull(WideReal a, WideReal b, WideReal dx, WideReal dy) {
        return a.times(dx).plus(b.times(dy));
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
