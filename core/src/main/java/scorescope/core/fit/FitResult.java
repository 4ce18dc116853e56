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
 * Gaussians at the end of one descent, with their divergence by {@link MixtureDivergence}. It decides between fits; the sums
 * over nodes that a descent follows are wrong by more than fits differ where a narrow Gaussian lies inside a wide one.
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
     * Fits in order of rising divergence: {@code ends} of descents, and the heaviest components themselves, since the sum
     * over nodes may lead away from them.
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

    /** Fits with one Gaussian more, before which {@code fewer} stands, as such a fit, if it is better. */
    static List<FitResult> neverWorse(List<FitResult> more, FitResult fewer) {
        if (more.getFirst().value() <= fewer.value()) {
            return more;
        }
        var all = new ArrayList<>(more);
        all.addFirst(new FitResult(FitStarts.doubled(fewer.gaussians()), fewer.divergence(), fewer.settled()));
        return all;
    }
}
