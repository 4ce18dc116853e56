package scorescope.core.denoise;

import scorescope.core.density.GaussianMixture;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.score.MixtureScore;

/**
 * Videos of two frames (x₁, x₂): clean, noisy, denoised from both frames together, and denoised frame by frame. Arrays X hold
 * first frames, arrays Y second frames; they are not copied.
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

    /** {@code count} examples determined by the seed. */
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
