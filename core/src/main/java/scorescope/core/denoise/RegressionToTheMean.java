package scorescope.core.denoise;

import java.util.Arrays;
import scorescope.core.density.GaussianMixture;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.quadrature.Estimate;
import scorescope.core.score.MixtureScore;

/**
 * Posterior means E[x₀ | x̃] of noisy points, and whether each lies outside the region of highest density that holds 99 %
 * of the clean data. Of clean points 1 % lie outside; of posterior means usually more, because the mean of a posterior with
 * several modes lies between them.
 *
 * @param noisyX first coordinates of the noisy points
 * @param answerX first coordinates of their posterior means
 * @param offData whether each posterior mean lies outside the region
 * @param share share of posterior means outside the region; its error is two standard errors of the sample of pairs plus
 *     the effect of two standard errors of the region's threshold
 */
public record RegressionToTheMean(
        double[] noisyX, double[] noisyY, double[] answerX, double[] answerY, boolean[] offData, Estimate share) {
    /** The share of clean data outside the region. */
    public static final double OUTSIDE = 0.01;

    private static final int MEASURED = 4000;

    /** Noise σ added to data without a density, relative to the root of the trace of its covariance. */
    private static final double LEAST_WIDTH = 0.02;

    /** Posterior means of {@code count} noisy points determined by the seed; σ &gt; 0. */
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
        /** The 1 % quantile of log p₀ over clean points determined by the seed. */
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

        /** Share of posterior means outside the region, given log p₀ at each of them. */
        Estimate share(double[] log) {
            double share = below(log, logDensity);
            // Distance to the farther end of Wilson's interval, which has a positive length also for 0 of n.
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

    /** Posterior means of {@code count} noisy points, compared with a known threshold. */
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
