package scorescope.core.measure;

import java.util.List;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameter;

/**
 * Squared maximum mean discrepancy, the biased estimate: mean k(a, a') − 2 mean k(a, b) + mean k(b, b') over all pairs,
 * with the Gaussian kernel k = exp(−‖d‖²/(2h²)).
 *
 * @param bandwidth h, in data units
 * @see <a href="https://jmlr.org/papers/v13/gretton12a.html">Gretton et al. 2012, A kernel two-sample test</a>
 */
public record MaximumMeanDiscrepancy(double bandwidth) implements SampleMeasure {
    private static final int MOST_POINTS = 20_000;

    public static final Parameter.Real BANDWIDTH = new Parameter.Real(
            "bandwidth",
            "h",
            "data units",
            1,
            1e-6,
            1e6,
            true,
            "The kernel's width: differences below it are smoothed.");

    public static final Kind<SampleMeasure> KIND = new Kind<>(
            "mmdSquared",
            "MMD²",
            "Squared distance of the samples' mean features under a Gaussian kernel exp(−|d|²/2h²), all pairs (biased).",
            List.of(BANDWIDTH),
            values -> new MaximumMeanDiscrepancy(values.get(BANDWIDTH)));

    @Override
    public int mostPoints() {
        return MOST_POINTS;
    }

    @Override
    public double between(Sample a, Sample b) {
        return Math.max(0, similarity(a, a) - 2 * similarity(a, b) + similarity(b, b));
    }

    private double similarity(Sample a, Sample b) {
        double scale = -0.5 / (bandwidth * bandwidth);
        double sum = 0;
        for (int i = 0; i < a.count(); i++) {
            double row = 0;
            for (int j = 0; j < b.count(); j++) {
                double dx = a.x()[i] - b.x()[j];
                double dy = a.y()[i] - b.y()[j];
                row += Math.exp(scale * (dx * dx + dy * dy));
            }
            sum += row;
        }
        return sum / a.count() / b.count();
    }
}
