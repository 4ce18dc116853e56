package scorescope.core.denoise;

import java.util.Arrays;
import scorescope.core.density.GaussianMixture;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.score.MixtureScore;

/**
 * Posterior means E[x₀ | x̃] of noisy points, and whether each lies outside the region of highest density that holds 99 % of the
 * clean data. Of clean points 1 % lie outside; of posterior means more, since the mean of a posterior with several modes lies
 * between them.
 *
 * @param noisyX first coordinates of the noisy points
 * @param answerX of their posterior means
 * @param offData whether an answer lies outside the region
 * @param share of the answers that lie outside the region
 */
public record RegressionToTheMean(
        double[] noisyX, double[] noisyY, double[] answerX, double[] answerY, boolean[] offData, double share) {
    /** The share of clean data outside the region. */
    public static final double OUTSIDE = 0.01;

    private static final int MEASURED = 4000;

    /** Width given to data without a density, relative to the width of the whole. */
    private static final double LEAST_WIDTH = 0.02;

    /** Over {@code count} pairs determined by the seed; σ &gt; 0. */
    public static RegressionToTheMean of(GaussianMixture clean, NoiseLevel level, int count, long seed) {
        return of(clean, level, count, seed, Threshold.of(clean, seed));
    }

    /** The value of log p₀ that 99 % of clean data exceed. */
    public record Threshold(MixtureScore score, NoiseLevel level, double logDensity) {
        /** The quantile of log p₀ over clean points determined by the seed. */
        public static Threshold of(GaussianMixture clean, long seed) {
            var whole = clean.moments();
            var level = clean.hasDensity(NoiseLevel.plain(0))
                    ? NoiseLevel.plain(0)
                    : NoiseLevel.plain(LEAST_WIDTH * Math.sqrt(whole.xx() + whole.yy()));
            var x = new double[MEASURED];
            var y = new double[MEASURED];
            var log = new double[MEASURED];
            var score = new MixtureScore(clean);
            clean.noised(level).draw(~seed, x, y);
            score.logDensity(x, y, 0, MEASURED, level, log);
            Arrays.sort(log);
            return new Threshold(score, level, log[(int) (OUTSIDE * MEASURED)]);
        }

        boolean[] offData(double[] x, double[] y) {
            var log = new double[x.length];
            score.logDensity(x, y, 0, x.length, level, log);
            var off = new boolean[x.length];
            for (int i = 0; i < off.length; i++) {
                off[i] = log[i] < logDensity;
            }
            return off;
        }
    }

    /** With a known threshold. */
    public static RegressionToTheMean of(
            GaussianMixture clean, NoiseLevel level, int count, long seed, Threshold threshold) {
        var pairs = NoisyPairs.of(count);
        pairs.draw(clean, level, seed);
        var x = new double[count];
        var y = new double[count];
        new Posterior(new MixtureScore(clean)).mean(pairs.noisyX(), pairs.noisyY(), 0, count, level, x, y);
        var off = threshold.offData(x, y);
        int outside = 0;
        for (boolean one : off) {
            outside += one ? 1 : 0;
        }
        return new RegressionToTheMean(pairs.noisyX(), pairs.noisyY(), x, y, off, (double) outside / count);
    }
}
