package scorescope.core.denoise;

import java.util.Arrays;
import scorescope.core.density.GaussianMixture;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.score.MixtureScore;

/**
 * How the best answer leaves the data: of noisy points the posterior means E[x₀ | x̃], and whether each lies where clean
 * data practically never do, outside the region of highest density that holds 99 % of them. Of clean points 1 % do; of
 * means many, for the mean of a posterior with several modes lies between them.
 *
 * @param noisyX first coordinates of the noisy points
 * @param answerX of their posterior means
 * @param offData whether an answer lies outside the region
 * @param share of the answers that do
 */
public record RegressionToTheMean(
        double[] noisyX, double[] noisyY, double[] answerX, double[] answerY, boolean[] offData, double share) {
    /** The share of clean data outside the region. */
    public static final double OUTSIDE = 0.01;

    private static final int MEASURED = 4000;

    /** Data without width get so much, in parts of the whole's. */
    private static final double LEAST_WIDTH = 0.02;

    /** Over {@code count} pairs, which the seed decides; σ &gt; 0. */
    public static RegressionToTheMean of(GaussianMixture clean, NoiseLevel level, int count, long seed) {
        return of(clean, level, count, seed, Threshold.of(clean, seed));
    }

    /** What log p₀ clean data exceed 99 times in 100. */
    public record Threshold(MixtureScore score, NoiseLevel level, double logDensity) {
        /** The quantile of log p₀ over clean points that the seed decides. */
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

    /** With a threshold that is known already. */
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
