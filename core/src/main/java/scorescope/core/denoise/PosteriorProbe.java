package scorescope.core.denoise;

import scorescope.core.density.GaussianMixture;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.words.CoreWords;

/**
 * Monte Carlo estimate of E[x₀ | x̃*] at one noisy point x̃*, which minimises the denoising loss there: pairs of clean and noisy
 * points are drawn, and the clean points whose noisy point lies in a small ball around x̃* are averaged. The bias is of second
 * order in the radius; {@link BallMean} gives it. Not for use by several threads at once.
 */
public final class PosteriorProbe {
    private static final int BATCH = 4096;

    private final GaussianMixture clean;
    private final NoiseLevel level;
    private final double x;
    private final double y;
    private final double radius;
    private final long seed;
    private final NoisyPairs pairs = NoisyPairs.of(BATCH);
    private final RunningMean meanX = new RunningMean();
    private final RunningMean meanY = new RunningMean();
    private long drawn;
    private long hits;

    /**
     * @param x first coordinate of x̃*, in data units
     * @param radius of the ball, in data units; the bias grows as its square
     * @param seed determines all pairs
     */
    public PosteriorProbe(GaussianMixture clean, NoiseLevel level, double x, double y, double radius, long seed) {
        if (!(radius > 0)) {
            throw new IllegalArgumentException("the radius must be positive: " + radius);
        }
        this.clean = clean;
        this.level = level;
        this.x = x;
        this.y = y;
        this.radius = radius;
        this.seed = seed;
    }

    /** Receives each pair whose noisy point lies in the ball. */
    @FunctionalInterface
    public interface Witness {
        void hit(double cleanX, double cleanY, double noisyX, double noisyY);
    }

    /** Draws another batch of pairs. */
    public void advance(Witness witness) {
        pairs.draw(clean, level, seed + drawn / BATCH);
        drawn += BATCH;
        for (int i = 0; i < BATCH; i++) {
            double dx = pairs.noisyX()[i] - x;
            double dy = pairs.noisyY()[i] - y;
            if (dx * dx + dy * dy <= radius * radius) {
                hits++;
                meanX.add(pairs.cleanX()[i]);
                meanY.add(pairs.cleanY()[i]);
                witness.hit(pairs.cleanX()[i], pairs.cleanY()[i], pairs.noisyX()[i], pairs.noisyY()[i]);
            }
        }
    }

    /** Number of pairs drawn so far. */
    public long drawn() {
        return drawn;
    }

    /** Number of pairs whose noisy point lies in the ball. */
    public long hits() {
        return hits;
    }

    /** The running mean of clean points; 0 before the first hit. */
    public double meanX() {
        return meanX.mean();
    }

    public double meanY() {
        return meanY.mean();
    }

    /** Standard error of the running mean's first coordinate; NaN before the second hit. */
    public double errorX() {
        return meanX.standardError();
    }

    public double errorY() {
        return meanY.standardError();
    }

    /** What to do if no point fell into the ball; otherwise empty. */
    public String advice() {
        return hits > 0 || drawn < 100L * BATCH ? "" : CoreWords.text("core.posterior-probe.none", drawn);
    }
}
