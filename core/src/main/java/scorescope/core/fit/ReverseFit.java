package scorescope.core.fit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.density.NoisedMixture;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.parallel.SpinPool;

/**
 * The Gaussians q that minimise KL(q‖p), by descent from many starts. A descent evaluates a sum over a lattice of nodes, whose
 * error is large at the borders between narrow modes of p, where log p has kinks. So the lattice is refined until the sum
 * agrees with {@link MixtureDivergence}, which alone decides which fit is the best. Fits
 * of n Gaussians start from fits of n − 1, so that more Gaussians are never worse. Of very many components, starts and descents
 * use a {@link Condensation}.
 */
final class ReverseFit {
    /** Terms of p in one sum over nodes: for the choice among starts, for descent, and for refinement. */
    private static final double ROUGH = 3e4;

    private static final double MIDDLE = 2e5;
    private static final double FINE = 1e6;

    private static final double MOST_FOLLOWED = 100;
    private static final int FIRST = 32;
    private static final int FIRST_STEPS = 5;
    private static final int SECOND = 10;
    private static final int SECOND_STEPS = 15;
    private static final int THIRD_STEPS = 60;
    private static final int FINALISTS = 3;

    /**
     * Largest number of rounds in which Gaussians of the best fit are exchanged, and their effort relative to the first
     * search.
     */
    private static final int EXCHANGES = 3;

    private static final double EXCHANGED = 0.5;

    /** Largest difference of two divergences that count as equal, relative to 1 + KL. */
    private static final double AGREED = 1e-6;

    /** Fall of the divergence on a finer lattice at which a fit is refined again, relative to 1 + KL. */
    private static final double REFINED = 1e-7;

    /** Progress at the ends of the stages, as shares of the search. */
    private static final double TRIED = 0.2;

    private static final double FOLLOWED = 0.5;
    private static final double EXCHANGED_ALL = 0.8;
    private static final double DESCENDED = 0.9;

    private final GaussianMixture target;
    private final NoisedMixture p;
    private final GaussianMixture condensed;
    private final NoisedMixture descended;
    private final FitProgress progress;

    private record Tried(double[] theta, double value) {}

    private ReverseFit(GaussianMixture target, NoisedMixture p, FitProgress progress) {
        this.target = target;
        this.p = p;
        condensed = Condensation.searched(target);
        descended = condensed.equals(target) ? p : new NoisedMixture(condensed, NoiseLevel.plain(0));
        this.progress = progress;
    }

    static FitResult of(GaussianMixture target, NoisedMixture p, int count, FitProgress progress) {
        var fit = new ReverseFit(target, p, progress);
        var starts = FitStarts.single(fit.condensed).stream().map(List::of).toList();
        var found = fit.best(starts, 1);
        for (int n = 2; n <= count; n++) {
            var fewer = found.stream().limit(2).map(FitResult::gaussians).toList();
            found = FitResult.neverWorse(fit.best(FitStarts.several(fit.condensed, n, fewer), n), found.getFirst());
        }
        return found.getFirst();
    }

    /** A few fits in order of rising divergence. */
    private List<FitResult> best(List<List<Component>> starts, int count) {
        progress.begin(count);
        var rough = new ReverseObjective(descended, lattice(ROUGH / count, 12, 24), count, progress);
        var tried = new ArrayList<Tried>();
        for (var start : starts) {
            double[] theta = ReverseObjective.pack(start);
            tried.add(new Tried(theta, rough.at(theta, new double[theta.length])));
            progress.reached(0, TRIED, tried.size(), starts.size());
        }
        var last = followed(tried, rough, 1);
        progress.reached(FOLLOWED);
        for (int round = 1; round <= EXCHANGES && count > 1; round++) {
            var best = ReverseObjective.unpack(last.getFirst().theta()).components();
            if (best.size() < count) {
                // A Gaussian has lost its weight, so that fewer Gaussians fit equally well.
                break;
            }
            var others = new ArrayList<Tried>();
            for (var start : FitStarts.exchanged(condensed, best)) {
                double[] theta = ReverseObjective.pack(start);
                others.add(new Tried(theta, rough.at(theta, new double[theta.length])));
            }
            double before = last.getFirst().value();
            last = Stream.concat(last.stream(), followed(others, rough, EXCHANGED).stream())
                    .sorted(Comparator.comparingDouble(Tried::value))
                    .toList();
            progress.reached(FOLLOWED, EXCHANGED_ALL, round, EXCHANGES);
            if (!(last.getFirst().value() < before - AGREED * (1 + Math.abs(before)))) {
                break;
            }
        }
        var nodes = lattice(MIDDLE / count, 16, 48);
        var ends = SpinPool.current()
                .map(
                        distinct(last, FINALISTS),
                        one -> measured(descend(
                                one.theta(),
                                new ReverseObjective(descended, nodes, count, progress),
                                Minimiser.MOST_STEPS)));
        var results = FitResult.sorted(Direction.REVERSE, ends, target, count, p);
        progress.reached(DESCENDED);
        results.addFirst(refined(results.getFirst()));
        return results;
    }

    /** The best of these starts after rounds of descents: each round keeps fewer starts and takes longer descents. */
    private List<Tried> followed(List<Tried> tried, ReverseObjective rough, double effort) {
        // For a mixture of very many components fewer starts are followed.
        double share = effort * Math.clamp(MOST_FOLLOWED / descended.size(), 0.4, 1);
        int second = (int) (share * SECOND);
        var first = shortened(tried, (int) (share * FIRST), rough, FIRST_STEPS);
        var next = shortened(first, second, rough, SECOND_STEPS);
        return shortened(distinct(next, second), second, rough, THIRD_STEPS);
    }

    /** The best {@code most} after descents of the given number of steps, the best first. */
    private static List<Tried> shortened(List<Tried> tried, int most, ReverseObjective objective, int steps) {
        return tried.stream()
                .sorted(Comparator.comparingDouble(Tried::value))
                .limit(most)
                .map(one -> descend(one.theta(), objective, steps))
                .map(end -> new Tried(end.point(), end.value()))
                .sorted(Comparator.comparingDouble(Tried::value))
                .toList();
    }

    /** At most {@code most} results with different values. */
    private static List<Tried> distinct(List<Tried> tried, int most) {
        var distinct = new ArrayList<Tried>();
        for (var one : tried) {
            boolean known = distinct.stream()
                    .anyMatch(other -> Math.abs(other.value() - one.value()) < 1e-6 * (1 + Math.abs(one.value())));
            if (!known && distinct.size() < most) {
                distinct.add(one);
            }
        }
        return distinct;
    }

    private static Minimiser.Result descend(double[] theta, ReverseObjective objective, int steps) {
        return Minimiser.from(theta, ReverseObjective.scales(theta), objective, steps);
    }

    private FitResult measured(Minimiser.Result end) {
        return FitResult.of(Direction.REVERSE, ReverseObjective.unpack(end.point()), p, end.settled());
    }

    /** Continues the fit on finer lattices until the integral no longer falls. A sum may agree with it by chance. */
    private FitResult refined(FitResult found) {
        var best = found;
        double fall = Double.POSITIVE_INFINITY;
        for (int along = 80; along <= 160 && fall > REFINED * (1 + best.value()); along *= 2) {
            int count = best.gaussians().size();
            var sum = new ReverseObjective(descended, lattice(FINE / count, along / 2, along), count, progress);
            var next = measured(descend(ReverseObjective.pack(best.gaussians()), sum, THIRD_STEPS));
            fall = best.value() - next.value();
            if (fall > 0) {
                best = next;
            }
        }
        return best;
    }

    private NormalNodes lattice(double terms, int least, int most) {
        return NormalNodes.lattice((int) Math.clamp(Math.sqrt(terms / descended.size() / 0.785), least, most));
    }
}
