package scorescope.core.denoise;

import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.score.MixtureScore;

/**
 * The optimal denoiser of one coordinate at a time, such as of a video frame by frame: E[x₁ | x̃₁] and E[x₂ | x̃₂]. It ignores
 * the correlation of the frames.
 *
 * @param first the posterior of the first coordinate alone
 * @param second the posterior of the second coordinate alone
 */
public record FrameByFrame(Posterior first, Posterior second) implements Denoiser {
    public FrameByFrame(GaussianMixture mixture) {
        this(alone(mixture, true), alone(mixture, false));
    }

    /** The posterior of the mixture's marginal in one coordinate; the other coordinate becomes an independent unit normal. */
    private static Posterior alone(GaussianMixture mixture, boolean keepX) {
        return new Posterior(new MixtureScore(new GaussianMixture(mixture.components().stream()
                .map(c -> keepX
                        ? new Component(c.weight(), c.meanX(), 0, c.xx(), 0, 1)
                        : new Component(c.weight(), 0, c.meanY(), 1, 0, c.yy()))
                .toList())));
    }

    @Override
    public void mean(double[] x, double[] y, int from, int to, NoiseLevel level, double[] outX, double[] outY) {
        var unused = new double[x.length];
        first.mean(x, y, from, to, level, outX, unused);
        second.mean(x, y, from, to, level, unused, outY);
    }

    @Override
    public void noise(double[] x, double[] y, int from, int to, NoiseLevel level, double[] outX, double[] outY) {
        var unused = new double[x.length];
        first.noise(x, y, from, to, level, outX, unused);
        second.noise(x, y, from, to, level, unused, outY);
    }

    @Override
    public void velocity(double[] x, double[] y, int from, int to, NoiseLevel level, double[] outX, double[] outY) {
        var unused = new double[x.length];
        first.velocity(x, y, from, to, level, outX, unused);
        second.velocity(x, y, from, to, level, unused, outY);
    }

    /**
     * Errors of a denoiser on videos of two frames (x₁, x₂).
     *
     * @param error root mean squared error of a frame, in data units
     * @param flicker root mean square of the change between the frames that is not in the clean video,
     *     (x̂₂ − x̂₁) − (x₂ − x₁), in data units
     */
    public record Quality(double error, double flicker) {
        /** Errors over {@code count} clean videos and their noisy versions, determined by the seed. */
        public static Quality of(Denoiser denoiser, GaussianMixture videos, NoiseLevel level, int count, long seed) {
            var pairs = NoisyPairs.of(count);
            pairs.draw(videos, level, seed);
            var x = new double[count];
            var y = new double[count];
            denoiser.mean(pairs.noisyX(), pairs.noisyY(), 0, count, level, x, y);
            double errors = 0;
            double flickers = 0;
            for (int i = 0; i < count; i++) {
                double first = x[i] - pairs.cleanX()[i];
                double second = y[i] - pairs.cleanY()[i];
                errors += first * first + second * second;
                flickers += (second - first) * (second - first);
            }
            return new Quality(Math.sqrt(errors / (2.0 * count)), Math.sqrt(flickers / count));
        }
    }
}
