package scorescope.core.measure;

import java.util.Arrays;

/**
 * Bits per coordinate under a model: −log₂ p(x)/d, d = 2. The mean over data exceeds that under the data's own density by
 * the divergence. It may be negative, since p is a density.
 *
 * @see <a href="https://arxiv.org/abs/2101.09258">Song, Durkan, Murray, Ermon 2021, Maximum likelihood training of
 *     score-based diffusion models</a>
 */
public final class BitsPerDimension {
    private static final int DIMENSIONS = 2;

    private BitsPerDimension() {}

    /** Bits per coordinate for each log-likelihood, which is given in nats. */
    public static double[] of(double[] logLikelihood) {
        return Arrays.stream(logLikelihood)
                .map(log -> -log / (DIMENSIONS * Math.log(2)))
                .toArray();
    }

    /** The mean over a sample, with its standard error. */
    public static Mean mean(double[] logLikelihood) {
        var bits = of(logLikelihood);
        double mean = Arrays.stream(bits).average().orElse(Double.NaN);
        double squares = Arrays.stream(bits).map(b -> (b - mean) * (b - mean)).sum();
        return new Mean(mean, Math.sqrt(squares / (bits.length - 1.0) / bits.length));
    }

    /** @param standardError NaN for a single point */
    public record Mean(double bits, double standardError) {}
}
