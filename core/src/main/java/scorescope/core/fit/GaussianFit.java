package scorescope.core.fit;

import scorescope.core.density.GaussianMixture;
import scorescope.core.density.NoisedMixture;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.parameter.Parameter;
import scorescope.core.quadrature.Estimate;
import scorescope.core.words.CoreWords;

/**
 * One or a few Gaussians q that minimise one direction of the Kullback–Leibler divergence from a mixture p at a noise
 * level. Forward, one Gaussian has the mean and covariance of p, and several are found by expectation–maximisation ({@link
 * CoveringFit}); reverse, by descent ({@link ReverseFit}). The best result of several starts is returned. Both divergences
 * are integrals with an estimated error ({@link MixtureDivergence}).
 *
 * @param gaussians q
 * @param forwardKl KL(p‖q), in nats
 * @param reverseKl KL(q‖p), in nats
 * @param settled whether the best start converged
 * @see <a href="https://probml.github.io/pml-book/book1.html">Murphy 2022, Probabilistic machine learning, section 6.2</a>
 */
public record GaussianFit(
        Direction direction, GaussianMixture gaussians, Estimate forwardKl, Estimate reverseKl, boolean settled) {
    public static final Parameter.Whole COUNT =
            new Parameter.Whole("gaussians", "n", 1, 1, 4, "How many Gaussians are fitted together.");

    /** Target error of a divergence, relative to 1 + KL, and the largest number of terms computed for it. */
    private static final double TOLERANCE = 1e-8;

    private static final long WORK = 12_000_000;

    /** KL(p‖q), in nats. */
    public double forward() {
        return forwardKl.value();
    }

    /** KL(q‖p), in nats. */
    public double reverse() {
        return reverseKl.value();
    }

    /** The divergence that was minimised, in nats. */
    public double divergence() {
        return direction == Direction.FORWARD ? forward() : reverse();
    }

    /** What to do if the search was cut short; otherwise empty. */
    public String advice() {
        return settled ? "" : CoreWords.text("core.gaussian-fit.cut-short");
    }

    /**
     * Reports to the current {@link scorescope.core.Watcher}, which may cancel it.
     *
     * @param count number of Gaussians, at least 1
     * @throws scorescope.core.BadInputException if p has no density at this level
     */
    public static GaussianFit of(Direction direction, GaussianMixture clean, NoiseLevel level, int count) {
        if (count < 1) {
            throw new IllegalArgumentException("no Gaussians: " + count);
        }
        clean.requireDensity(level);
        var target = clean.noised(level);
        var p = new NoisedMixture(clean, level);
        var progress = new FitProgress(count);
        var found = target.components().size() <= count
                ? itself(target, count)
                : direction == Direction.FORWARD
                        ? CoveringFit.of(target, p, count, progress)
                        : ReverseFit.of(target, p, count, progress);
        return measured(direction, new GaussianMixture(found.gaussians()), found.settled(), p, progress);
    }

    /** A mixture of no more Gaussians than are fitted is its own best fit. */
    private static FitResult itself(GaussianMixture target, int count) {
        var gaussians = target.components();
        while (gaussians.size() < count) {
            gaussians = FitStarts.doubled(gaussians);
        }
        return new FitResult(gaussians, Estimate.exact(0), true);
    }

    private static GaussianFit measured(
            Direction direction, GaussianMixture fitted, boolean settled, NoisedMixture p, FitProgress progress) {
        var q = new NoisedMixture(fitted, NoiseLevel.plain(0));
        progress.measured(0);
        var forward = MixtureDivergence.of(p, q, TOLERANCE, WORK);
        progress.measured(1);
        var reverse = MixtureDivergence.of(q, p, TOLERANCE, WORK);
        progress.measured(2);
        return new GaussianFit(direction, fitted, forward, reverse, settled);
    }
}
