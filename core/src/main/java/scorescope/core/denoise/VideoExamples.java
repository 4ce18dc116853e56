package scorescope.core.denoise;

import scorescope.core.density.GaussianMixture;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.score.MixtureScore;

/**
 * Videos of two frames (x₁, x₂), clean, noisy, and denoised both ways: with both frames seen together, and each frame
 * alone. First frames are in the arrays X, second ones in Y. The arrays are handed over, not copied.
 */
public record VideoExamples(
        double[] cleanX,
        double[] cleanY,
        double[] noisyX,
        double[] noisyY,
        double[] jointX,
        double[] jointY,
        double[] apartX,
        double[] apartY) {

    /** The seed decides all of them. */
    public static VideoExamples of(GaussianMixture videos, NoiseLevel level, int count, long seed) {
        var pairs = NoisyPairs.of(count);
        pairs.draw(videos, level, seed);
        var out = new double[4][count];
        new Posterior(new MixtureScore(videos)).mean(pairs.noisyX(), pairs.noisyY(), 0, count, level, out[0], out[1]);
        new FrameByFrame(videos).mean(pairs.noisyX(), pairs.noisyY(), 0, count, level, out[2], out[3]);
        return new VideoExamples(
                pairs.cleanX(), pairs.cleanY(), pairs.noisyX(), pairs.noisyY(), out[0], out[1], out[2], out[3]);
    }

    /** The change between the frames of denoised video {@code i} that is not in the clean one. */
    public double flicker(int i, double[] first, double[] second) {
        return second[i] - first[i] - (cleanY[i] - cleanX[i]);
    }
}
