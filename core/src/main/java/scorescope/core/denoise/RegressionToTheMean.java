package scorescope.core.denoise;

import java.util.Arrays;
import scorescope.core.density.GaussianMixture;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.quadrature.Estimate;
import scorescope.core.score.MixtureScore;

/**
 * Posterior means E[x₀ | x̃] of noisy points, and whether each lies outside the region of highest density that holds 99 % of the
 * clean data. Of clean points 1 % lie outside; of posterior means more, since the mean of a posterior with several modes lies
 * between them.
 *
 * @param noisyX first coordinates of the noisy points
 * @param answerX of their posterior means
 * @param offData whether an answer lies outside the region
 * @param share of the answers outside the region; error: two standard errors of the sample of pairs, plus that of the region's edge
 */
public record RegressionToTheMean(
        double[] noisyX, double[] noisyY, double[] answerX, double[] answerY, boolean[] offData, Estimate share) {
    /** The share of clean data outside the region. */
    public static final double OUTSIDE = 0.01;

    private static final int MEASURED = 4000;

    /** Width given to data without a density, relative to the width of the whole. */
    private static final double LEAST_WIDTH = 0.02;

    /** Over {@code count} pairs determined by the seed; σ &gt; 0. */
    public static RegressionToTheMean of(GaussianMixture clean, NoiseLevel level, int count, long seed) {
        return of(clean, level, count, seed, Threshold.of(clean, seed));
    }

    /**
     * The value of log p₀ that 99 % of clean data exceed.
     *
     * @param least lower end of its interval of two standard errors
     * @param most upper end
     */
    public record Threshold(MixtureScore score, NoiseLevel level, double logDensity, double least, double most) {
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
            int rank = (int) (OUTSIDE * MEASURED);
            int off = (int) Math.ceil(2 * Math.sqrt(rank * (1 - OUTSIDE)));
            return new Threshold(score, level, log[rank], log[rank - off], log[rank + off]);
        }

        double[] logDensity(double[] x, double[] y) {
            var log = new double[x.length];
            score.logDensity(x, y, 0, x.length, level, log);
            return log;
        }

        /** The share of answers with such log-densities outside the region. */
        Estimate share(double[] log) {
            double share = below(log, logDensity);
            // Wilson's interval, which knows that 0 of n is not nothing; its farther end.
            double n = log.length;
            double middle = (share + 2 / n) / (1 + 4 / n);
            double half = 2 / (1 + 4 / n) * Math.sqrt(share * (1 - share) / n + 1 / (n * n));
            double edge = Math.max(share - below(log, least), below(log, most) - share);
            return new Estimate(share, Math.abs(middle - share) + half + edge);
        }

        private static double below(double[] log, double edge) {
            return (double) Arrays.stream(log).filter(one -> one < edge).count() / log.length;
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
        double[] log = threshold.logDensity(x, y);
        var off = new boolean[count];
        for (int i = 0; i < count; i++) {
            off[i] = log[i] < threshold.logDensity();
        }
        return new RegressionToTheMean(pairs.noisyX(), pairs.noisyY(), x, y, off, threshold.share(log));
    }
}
