package scorescope.core.fit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.density.Moments;
import scorescope.core.density.NoisedMixture;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.parameter.Parameter;

/**
 * One or a few Gaussians q as near as can be to a mixture p at a noise level, by one direction of the Kullback–Leibler
 * divergence. Forward, one Gaussian takes the mean and covariance of p, whatever lies between its modes, and several are
 * found by expectation and maximisation; reverse, by descent from several starts, of which the best is kept. Means are
 * taken by Gauss and Hermite's rule, in p's components forward and in q's own coordinates in reverse.
 *
 * @param gaussians q
 * @param forward KL(p‖q), in nats
 * @param reverse KL(q‖p), in nats
 * @param settled whether the best start ran to its end
 * @see <a href="https://probml.github.io/pml-book/book1.html">Murphy 2022, Probabilistic machine learning, section 6.2</a>
 */
public record GaussianFit(
        Direction direction, GaussianMixture gaussians, double forward, double reverse, boolean settled) {
    public static final Parameter.Whole COUNT =
            new Parameter.Whole("gaussians", "n", 1, 1, 4, "How many Gaussians are fitted together.");

    /** About so many evaluations of a component make a sum over nodes; a mixture of many gets fewer nodes for each. */
    private static final double EFFORT = 1e4;

    /** Beyond so many, KL(p‖q) is taken over an even share of the nodes. */
    private static final double MOST_EVALUATIONS = 2e7;

    /** A Gaussian is at least so wide, in parts of the whole. */
    private static final double NARROWEST = 1e-6;

    private static final int MOST_ALONG = 24;
    private static final int CELLS = 5;
    private static final int WHILE = 12;
    private static final int FINALISTS = 3;

    /** The divergence that was made small. */
    public double divergence() {
        return direction == Direction.FORWARD ? forward : reverse;
    }

    /** What to do where the search was cut short; empty else. */
    public String advice() {
        return settled ? "" : "the search was cut short; raise sigma a little or fit fewer Gaussians";
    }

    /**
     * @param count how many Gaussians, at least 1
     * @throws scorescope.core.BadInputException if p has no density at this level
     */
    public static GaussianFit of(Direction direction, GaussianMixture clean, NoiseLevel level, int count) {
        if (count < 1) {
            throw new IllegalArgumentException("no Gaussians: " + count);
        }
        clean.requireDensity(level);
        var target = clean.noised(level);
        var p = new NoisedMixture(clean, level);
        var overP = NormalNodes.of(target, along(EFFORT / target.components().size(), 2));
        var overQ = NormalNodes.standard(along(EFFORT / target.components().size(), 6));
        return switch (direction) {
            case FORWARD -> forward(target, p, overP, count);
            case REVERSE -> reverse(target, p, overP, overQ, count);
        };
    }

    private static int along(double nodes, int least) {
        return Math.clamp((int) Math.sqrt(nodes), least, MOST_ALONG);
    }

    private static GaussianFit forward(GaussianMixture target, NoisedMixture p, NormalNodes overP, int count) {
        var whole = target.moments();
        double narrowest = NARROWEST * NARROWEST * (whole.xx() + whole.yy());
        // A single Gaussian ends at p's own mean and covariance wherever it starts.
        var starts = count == 1 ? List.of(whole(target)) : starts(target, count);
        var best = race(
                starts,
                (start, rounds) -> CoveringFit.from(start, overP, narrowest, rounds),
                CoveringFit.MOST_ROUNDS,
                found -> -found.meanLog());
        return measured(Direction.FORWARD, best.fitted(), best.settled(), p, overP);
    }

    private static GaussianFit reverse(
            GaussianMixture target, NoisedMixture p, NormalNodes overP, NormalNodes overQ, int count) {
        var objective = new ReverseObjective(p, overQ, count);
        var best = race(
                starts(target, count),
                (start, steps) -> {
                    double[] theta = ReverseObjective.pack(start);
                    return Minimiser.from(theta, ReverseObjective.scales(theta), objective, steps);
                },
                Minimiser.MOST_STEPS,
                Minimiser.Result::value);
        return measured(Direction.REVERSE, ReverseObjective.unpack(best.point()), best.settled(), p, overP);
    }

    /** A search from a start, so many rounds at most. */
    private interface Search<R> {
        R from(List<Component> start, int rounds);
    }

    private record Tried(List<Component> start, double value) {}

    /** The best of all starts: each is followed for a while, the most promising to their ends. */
    private static <R> R race(List<List<Component>> starts, Search<R> search, int most, ToDoubleFunction<R> value) {
        return starts.stream()
                .map(start -> new Tried(start, value.applyAsDouble(search.from(start, WHILE))))
                .sorted(Comparator.comparingDouble(Tried::value))
                .limit(FINALISTS)
                .map(tried -> search.from(tried.start(), most))
                .min(Comparator.comparingDouble(value))
                .orElseThrow();
    }

    private static GaussianFit measured(
            Direction direction, GaussianMixture fitted, boolean settled, NoisedMixture p, NormalNodes overP) {
        var q = new NoisedMixture(fitted, NoiseLevel.plain(0));
        double[] theta = ReverseObjective.pack(fitted.components());
        double reverse =
                new ReverseObjective(p, NormalNodes.standard(MOST_ALONG), q.size()).at(theta, new double[theta.length]);
        return new GaussianFit(
                direction, fitted, Math.max(0, meanLogRatio(p, q, overP)), Math.max(0, reverse), settled);
    }

    /** Σ weight (log p − log q). */
    private static double meanLogRatio(NoisedMixture p, NoisedMixture q, NormalNodes overP) {
        double[] ofP = new double[p.size()];
        double[] ofQ = new double[q.size()];
        double sum = 0;
        double weight = 0;
        int stride = Math.max(1, (int) ((double) overP.count() * p.size() / MOST_EVALUATIONS));
        for (int i = 0; i < overP.count(); i += stride) {
            double x = overP.x()[i];
            double y = overP.y()[i];
            sum += overP.weight()[i] * (p.responsibilities(x, y, ofP) - q.responsibilities(x, y, ofQ));
            weight += overP.weight()[i];
        }
        return sum / weight;
    }

    private static List<Component> whole(GaussianMixture target) {
        return List.of(component(1, target.moments()));
    }

    /** Every choice of {@code count} among cells of several coarsenesses, and copies of the whole pulled apart. */
    private static List<List<Component>> starts(GaussianMixture target, int count) {
        var starts = new ArrayList<List<Component>>();
        starts.add(apart(target.moments(), count));
        int most = Math.max(count, CELLS);
        for (int cells = count; cells <= most; cells++) {
            choose(Cells.of(target, cells), 0, count, List.of(), starts);
        }
        return starts;
    }

    private static void choose(
            List<Component> cells, int from, int count, List<Component> chosen, List<List<Component>> starts) {
        if (chosen.size() == count) {
            starts.add(chosen);
            return;
        }
        for (int i = from; i < cells.size(); i++) {
            var more = new ArrayList<>(chosen);
            more.add(cells.get(i));
            choose(cells, i + 1, count, List.copyOf(more), starts);
        }
    }

    /** Copies side by side along the longer axis of the covariance. */
    private static List<Component> apart(Moments m, int count) {
        double half = 0.5 * (m.xx() - m.yy());
        double longest = Math.sqrt(0.5 * (m.xx() + m.yy()) + Math.hypot(half, m.xy()));
        double angle = 0.5 * Math.atan2(m.xy(), half);
        var copies = new ArrayList<Component>();
        for (int j = 0; j < count; j++) {
            double shift = longest * (count == 1 ? 0 : 2.0 * j / (count - 1) - 1) / count;
            copies.add(new Component(
                    1.0 / count,
                    m.meanX() + shift * Math.cos(angle),
                    m.meanY() + shift * Math.sin(angle),
                    m.xx(),
                    m.xy(),
                    m.yy()));
        }
        return copies;
    }

    private static Component component(double weight, Moments m) {
        return new Component(weight, m.meanX(), m.meanY(), m.xx(), m.xy(), m.yy());
    }
}
