package scorescope.core.measure;

import java.util.List;
import scorescope.core.density.NoisedMixture;
import scorescope.core.parameter.Kind;
import scorescope.core.quadrature.Estimate;

/**
 * Planar inception score exp E KL(r(x) ‖ r̄): the classifier is the exact one, r_k(x) = P(component k | x), and r̄ its mean over
 * the sample. It is 1 if all points are of one component or undecided, and the number of components if each point is surely of
 * one and all are hit equally often. Blind to where in a component points lie: a point far from all modes counts as surely of
 * the nearest.
 *
 * @see <a href="https://arxiv.org/abs/1606.03498">Salimans et al. 2016, Improved techniques for training GANs, section 4</a>
 */
public record InceptionScore() implements MixtureMeasure {
    public static final Kind<MixtureMeasure> KIND = new Kind<>(
            "inceptionScore",
            "Planar inception score",
            "exp E KL(r(x) ‖ mean of r), r the exact probabilities of the components: 1 to their number, larger is better.",
            List.of(),
            _ -> new InceptionScore());

    @Override
    public Estimate of(Sample sample, NoisedMixture mixture) {
        int n = sample.count();
        var r = new double[mixture.size()];
        var mean = new double[mixture.size()];
        for (int i = 0; i < n; i++) {
            mixture.responsibilities(sample.x()[i], sample.y()[i], r);
            for (int k = 0; k < r.length; k++) {
                mean[k] += r[k] / n;
            }
        }
        var divergence = new double[n];
        for (int i = 0; i < n; i++) {
            mixture.responsibilities(sample.x()[i], sample.y()[i], r);
            for (int k = 0; k < r.length; k++) {
                divergence[i] += r[k] > 0 ? r[k] * Math.log(r[k] / mean[k]) : 0;
            }
        }
        // To first order the scatter of r̄ does not matter: E KL(r ‖ q) is least at q = r̄.
        var found = mean(divergence);
        double score = Math.exp(found.value());
        return new Estimate(score, score * found.error());
    }

    /** The mean of values with two standard errors. */
    private static Estimate mean(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return new Estimate(mean, 2 * Math.sqrt(squares / Math.max(1, values.length - 1) / values.length));
    }
}
