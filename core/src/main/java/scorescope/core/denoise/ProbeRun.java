package scorescope.core.denoise;

import java.util.Arrays;
import scorescope.core.density.GaussianMixture;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.score.MixtureScore;
import scorescope.core.words.CoreWords;

/**
 * The hits of a {@link PosteriorProbe} at x̃*, in order: the clean point of each pair whose noisy point fell into the ball,
 * that noisy point, and the mean of all clean points so far. The arrays are not copied.
 *
 * @param x first coordinate of x̃*
 * @param radius of the ball, in data units
 * @param meanX after each hit the mean of clean points up to it
 * @param answerX E[x₀ | x̃*], to which the mean converges as hits grow and the ball shrinks
 * @param shift distance of E[x₀ | x̃*] from the limit of the mean for this ball, {@link BallMean}, in data units
 * @param spread √tr Cov[x₀ | x̃*]: the root mean square error of the mean after n hits is spread/√n
 * @param drawn number of pairs drawn
 * @param advice what to do if fewer hits were found than requested; otherwise empty
 */
public record ProbeRun(
        double x,
        double y,
        double radius,
        double[] cleanX,
        double[] cleanY,
        double[] noisyX,
        double[] noisyY,
        double[] meanX,
        double[] meanY,
        double answerX,
        double answerY,
        double shift,
        double spread,
        long drawn,
        String advice) {
    private static final long MOST_PAIRS = 4_000_000;

    public int hits() {
        return cleanX.length;
    }

    /**
     * Draws pairs until {@code hits} have hit the ball, or four million were drawn.
     *
     * @param radius of the ball, in data units
     * @param hits number of hits requested
     * @param seed determines all pairs
     */
    public static ProbeRun of(
            GaussianMixture clean, NoiseLevel level, double x, double y, double radius, int hits, long seed) {
        var probe = new PosteriorProbe(clean, level, x, y, radius, seed);
        var found = new double[4][hits];
        int[] count = {0};
        while (count[0] < hits && probe.drawn() < MOST_PAIRS) {
            probe.advance((cleanX, cleanY, noisyX, noisyY) -> {
                if (count[0] < hits) {
                    int i = count[0]++;
                    found[0][i] = cleanX;
                    found[1][i] = cleanY;
                    found[2][i] = noisyX;
                    found[3][i] = noisyY;
                }
            });
        }
        for (int q = 0; q < found.length; q++) {
            found[q] = Arrays.copyOf(found[q], count[0]);
        }
        var exact = new MixtureScore(clean);
        var behind = new Posterior(exact).at(x, y, level).moments();
        var limit = BallMean.of(exact, level, x, y, radius);
        return new ProbeRun(
                x,
                y,
                radius,
                found[0],
                found[1],
                found[2],
                found[3],
                means(found[0]),
                means(found[1]),
                behind.meanX(),
                behind.meanY(),
                Math.hypot(limit.x() - behind.meanX(), limit.y() - behind.meanY()),
                Math.sqrt(behind.xx() + behind.yy()),
                probe.drawn(),
                count[0] == hits ? "" : CoreWords.text("core.posterior-probe.few"));
    }

    private static double[] means(double[] values) {
        var means = new double[values.length];
        double mean = 0;
        for (int i = 0; i < values.length; i++) {
            mean += (values[i] - mean) / (i + 1);
            means[i] = mean;
        }
        return means;
    }

    /**
     * The mean of αx₀ − x̃ = −σε over the first {@code count} hits, in data units. As hits grow and the ball shrinks it becomes
     * σ²∇log p(x̃*).
     */
    public double[] meanPull(double alpha, int count) {
        double x = 0;
        double y = 0;
        for (int i = 0; i < count; i++) {
            x += alpha * cleanX[i] - noisyX[i];
            y += alpha * cleanY[i] - noisyY[i];
        }
        return new double[] {x / count, y / count};
    }

    /** Distance of the running mean from E[x₀ | x̃*] after hit {@code index}, in data units. */
    public double off(int index) {
        return Math.hypot(meanX[index] - answerX, meanY[index] - answerY);
    }
}
