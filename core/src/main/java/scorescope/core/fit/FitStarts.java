package scorescope.core.fit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.density.Moments;

/** Initial Gaussians of a fit: groups of components, and good fits of fewer Gaussians with one added. */
final class FitStarts {
    /** Numbers of clusters that are tried. */
    private static final int[] GROUPS = {2, 3, 4, 5, 7, 9, 12};

    /** Number of heaviest components that are starts by themselves. */
    private static final int SINGLE = 12;

    private static final int CELLS = 5;

    /** Number of clusterings from random seeds. */
    private static final int DRAWN = 10;

    private FitStarts() {}

    /** Single Gaussians: the whole, groups of components that lie near each other, and heavy components. */
    static List<Component> single(GaussianMixture target) {
        var all = new ArrayList<Component>();
        all.add(component(1, target.moments()));
        for (int groups : GROUPS) {
            if (groups < target.components().size()) {
                all.addAll(Cells.of(target, groups));
            }
        }
        all.addAll(heaviest(target, SINGLE));
        return all;
    }

    /** At most {@code most} components, the heaviest first. */
    static List<Component> heaviest(GaussianMixture target, int most) {
        return target.components().stream()
                .sorted(Comparator.comparingDouble((Component c) -> -c.weight()))
                .limit(most)
                .toList();
    }

    /**
     * Starts of {@code count} Gaussians: those of {@code fewer} with one Gaussian split or one added, and every choice among
     * clusters of several sizes.
     *
     * @param fewer good fits with one Gaussian less
     */
    static List<List<Component>> several(GaussianMixture target, int count, List<List<Component>> fewer) {
        var starts = new ArrayList<List<Component>>();
        var single = single(target);
        for (var fit : fewer) {
            for (int j = 0; j < fit.size(); j++) {
                var split = new ArrayList<>(fit);
                var whole = split.remove(j);
                split.addAll(halves(whole));
                starts.add(split);
            }
            for (var other : single) {
                var more = new ArrayList<>(fit);
                more.add(weighted(1.0 / fit.size(), other));
                starts.add(more);
            }
        }
        starts.add(apart(target.moments(), count));
        for (int cells = count; cells <= Math.max(count, CELLS); cells++) {
            choose(Cells.of(target, cells), 0, count, List.of(), starts);
        }
        merge(Cells.of(target, count + 1), starts);
        for (int seed = 1; seed <= DRAWN; seed++) {
            merge(Cells.drawn(target, count + 1, seed), starts);
            starts.add(Cells.drawn(target, count, seed));
            starts.add(Cells.bands(target, count, (seed % 4) * 0.25 * Math.PI, seed));
        }
        starts.removeIf(start -> start.size() != count);
        return starts;
    }

    /**
     * Variants of a fit: one of its Gaussians replaced by a group of components, one removed and another split into halves,
     * or two merged into one and a group added.
     */
    static List<List<Component>> exchanged(GaussianMixture target, List<Component> fit) {
        var starts = new ArrayList<List<Component>>();
        var single = single(target);
        for (int j = 0; j < fit.size(); j++) {
            var rest = new ArrayList<>(fit);
            var removed = rest.remove(j);
            for (var other : single) {
                var start = new ArrayList<>(rest);
                start.add(weighted(removed.weight(), other));
                starts.add(start);
            }
            for (int k = 0; k < rest.size(); k++) {
                var start = new ArrayList<>(rest);
                var whole = start.remove(k);
                start.addAll(halves(whole));
                starts.add(start);
            }
        }
        var joined = new ArrayList<List<Component>>();
        merge(fit, joined);
        for (var fewer : joined) {
            for (var other : single) {
                var start = new ArrayList<>(fewer);
                start.add(weighted(1.0 / fit.size(), other));
                starts.add(start);
            }
        }
        return starts;
    }

    /** Adds all variants of {@code cells} in which two of them are merged into one. */
    private static void merge(List<Component> cells, List<List<Component>> starts) {
        for (int i = 0; i < cells.size(); i++) {
            for (int j = i + 1; j < cells.size(); j++) {
                var two = new GaussianMixture(List.of(cells.get(i), cells.get(j)));
                var start = new ArrayList<>(cells);
                start.remove(j);
                start.set(i, component(cells.get(i).weight() + cells.get(j).weight(), two.moments()));
                starts.add(start);
            }
        }
    }

    private static Component weighted(double weight, Component c) {
        return new Component(weight, c.meanX(), c.meanY(), c.xx(), c.xy(), c.yy());
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

    /** Two Gaussians displaced along the longer axis of {@code c}; their mixture has its mean and nearly its covariance. */
    static List<Component> halves(Component c) {
        double half = 0.5 * (c.xx() - c.yy());
        double longest = Math.sqrt(0.5 * (c.xx() + c.yy()) + Math.hypot(half, c.xy()));
        double angle = 0.5 * Math.atan2(c.xy(), half);
        double dx = 0.6 * longest * Math.cos(angle);
        double dy = 0.6 * longest * Math.sin(angle);
        double xx = c.xx() - 0.999 * dx * dx;
        double xy = c.xy() - 0.999 * dx * dy;
        double yy = c.yy() - 0.999 * dy * dy;
        double weight = 0.5 * c.weight();
        return List.of(
                new Component(weight, c.meanX() - dx, c.meanY() - dy, xx, xy, yy),
                new Component(weight, c.meanX() + dx, c.meanY() + dy, xx, xy, yy));
    }

    /** The same density, its heaviest Gaussian written as two equal ones of half the weight. */
    static List<Component> doubled(List<Component> gaussians) {
        var doubled = new ArrayList<>(gaussians);
        doubled.sort(Comparator.comparingDouble((Component c) -> -c.weight()));
        var c = doubled.removeFirst();
        var half = new Component(0.5 * c.weight(), c.meanX(), c.meanY(), c.xx(), c.xy(), c.yy());
        doubled.add(half);
        doubled.add(half);
        return doubled;
    }

    /** {@code count} copies spaced along the longer axis of the covariance. */
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

    static Component component(double weight, Moments m) {
        return new Component(weight, m.meanX(), m.meanY(), m.xx(), m.xy(), m.yy());
    }
}
