package scorescope.core.fit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.density.NoisedMixture;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.quadrature.Estimate;

/**
 * Gaussians at the end of one descent, with their divergence by {@link MixtureDivergence}, by which fits are compared. The sums
 * over nodes that a descent minimises have larger errors than the differences of fits if a narrow Gaussian lies in a wide one.
 *
 * @param divergence in the direction of the fit, in nats
 * @param settled whether the descent converged
 */
record FitResult(List<Component> gaussians, Estimate divergence, boolean settled) {
    /** Largest error of a divergence that decides between fits, relative to 1 + KL. */
    private static final double TOLERANCE = 3e-8;

    private static final long WORK = 2_000_000;

    static FitResult of(Direction direction, GaussianMixture gaussians, NoisedMixture p, boolean settled) {
        var q = new NoisedMixture(gaussians, NoiseLevel.plain(0));
        var divergence = direction == Direction.FORWARD
                ? MixtureDivergence.of(p, q, TOLERANCE, WORK)
                : MixtureDivergence.of(q, p, TOLERANCE, WORK);
        return new FitResult(gaussians.components(), divergence, settled);
    }

    /**
     * Fits in order of increasing divergence: the {@code ends} of descents, and the heaviest components, from which a descent by
     * sums over nodes may move away.
     */
    static ArrayList<FitResult> sorted(
            Direction direction, List<FitResult> ends, GaussianMixture target, int count, NoisedMixture p) {
        var all = new ArrayList<>(ends);
        all.add(of(direction, new GaussianMixture(FitStarts.heaviest(target, count)), p, true));
        all.sort(Comparator.comparingDouble(FitResult::value));
        return all;
    }

    double value() {
        return divergence.value();
    }

    /** The fits {@code more}, preceded by {@code fewer} with one Gaussian added if that is better. */
    static List<FitResult> neverWorse(List<FitResult> more, FitResult fewer) {
        if (more.getFirst().value() <= fewer.value()) {
            return more;
        }
        var all = new ArrayList<>(more);
        all.addFirst(new FitResult(FitStarts.doubled(fewer.gaussians()), fewer.divergence(), fewer.settled()));
        return all;
    }
}
