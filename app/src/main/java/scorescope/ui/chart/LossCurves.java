package scorescope.ui.chart;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import scorescope.core.quadrature.Estimate;

/**
 * The loss averaged over steps, and how far it lies above the least loss.
 *
 * @param mean exponential mean of the losses up to each step
 * @param distance mean minus the least loss; NaN where it is smaller than {@link #LEAST} or than the error of the least
 *     loss, and everywhere if the least loss is not known
 */
record LossCurves(double[] mean, double[] distance) {
    private static final double SMOOTHING = 0.98;

    /** Least distance, as a share of the least loss: below it lies the noise of the mean. */
    static final double LEAST = 0.002;

    static LossCurves of(int size, IntToDoubleFunction losses, Optional<Estimate> floor) {
        var mean = new double[size];
        var distance = new double[size];
        double sum = 0;
        double weight = 0;
        for (int i = 0; i < mean.length; i++) {
            sum = SMOOTHING * sum + (1 - SMOOTHING) * losses.applyAsDouble(i);
            weight = SMOOTHING * weight + (1 - SMOOTHING);
            mean[i] = sum / weight;
            double least = floor.map(Estimate::value).orElse(Double.NaN);
            double tellable =
                    Math.max(LEAST * Math.abs(least), floor.map(Estimate::error).orElse(0.0));
            distance[i] = mean[i] - least > tellable ? mean[i] - least : Double.NaN;
        }
        return new LossCurves(mean, distance);
    }

    /** The smallest distance; NaN if there is none. */
    double nearest() {
        return Arrays.stream(distance).filter(Double::isFinite).min().orElse(Double.NaN);
    }
}
