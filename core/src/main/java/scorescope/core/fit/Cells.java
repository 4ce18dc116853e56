package scorescope.core.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;

/**
 * Clusters of a mixture's components as starts of fits. Each cluster is a Gaussian with the weight, mean and covariance of
 * the components nearest to its centre (Lloyd's algorithm, from seeds at large distances from each other).
 */
final class Cells {
    private static final int ROUNDS = 8;

    private Cells() {}

    /** Squared distance, stretched along one direction, so that clusters become bands across it. */
    private record Metric(double x, double y, double stretch) {
        static final Metric PLAIN = new Metric(1, 0, 1);

        double squared(Component a, Component b) {
            double dx = a.meanX() - b.meanX();
            double dy = a.meanY() - b.meanY();
            double along = x * dx + y * dy;
            return dx * dx + dy * dy + (stretch - 1) * along * along;
        }
    }

    /** At most {@code count} clusters; fewer if components coincide. */
    static List<Component> of(GaussianMixture mixture, int count) {
        var components = mixture.components();
        return from(components, seeds(components, Math.min(count, components.size())), Metric.PLAIN);
    }

    /** Clusters in bands across a direction, from random seeds. */
    static List<Component> bands(GaussianMixture mixture, int count, double angle, long seed) {
        return drawn(mixture, count, seed, new Metric(Math.cos(angle), Math.sin(angle), 100));
    }

    static List<Component> drawn(GaussianMixture mixture, int count, long seed) {
        return drawn(mixture, count, seed, Metric.PLAIN);
    }

    /** Clusters from random seeds, with probabilities proportional to the squared distance to the nearest seed before. */
    private static List<Component> drawn(GaussianMixture mixture, int count, long seed, Metric metric) {
        var components = mixture.components();
        var random = new SplittableRandom(seed);
        var seeds = new ArrayList<Component>();
        double[] away = new double[components.size()];
        Arrays.fill(away, 1);
        while (seeds.size() < Math.min(count, components.size())) {
            double sum = 0;
            for (int k = 0; k < away.length; k++) {
                sum += components.get(k).weight() * away[k];
            }
            double left = random.nextDouble() * sum;
            int chosen = -1;
            for (int k = 0; k < away.length && left >= 0; k++) {
                double share = components.get(k).weight() * away[k];
                chosen = share > 0 ? k : chosen;
                left -= share;
            }
            if (chosen < 0) {
                break;
            }
            var next = components.get(chosen);
            for (int k = 0; k < away.length; k++) {
                double apart = metric.squared(next, components.get(k));
                away[k] = seeds.isEmpty() ? apart : Math.min(away[k], apart);
            }
            seeds.add(next);
        }
        return from(components, seeds, metric);
    }

    private static List<Component> from(List<Component> components, List<Component> seeds, Metric metric) {
        int[] owner = new int[components.size()];
        List<Component> cells = seeds;
        for (int round = 0; round < ROUNDS; round++) {
            for (int k = 0; k < owner.length; k++) {
                owner[k] = nearest(cells, components.get(k), metric);
            }
            cells = moments(components, owner, cells.size());
        }
        return cells;
    }

    /** The heaviest component, then repeatedly the component farthest from those chosen. */
    private static List<Component> seeds(List<Component> components, int count) {
        var seeds = new ArrayList<Component>();
        var first = components.getFirst();
        for (var c : components) {
            first = c.weight() > first.weight() ? c : first;
        }
        seeds.add(first);
        double[] away = new double[components.size()];
        Arrays.fill(away, Double.POSITIVE_INFINITY);
        while (seeds.size() < count) {
            int farthest = 0;
            for (int k = 0; k < away.length; k++) {
                away[k] = Math.min(away[k], Metric.PLAIN.squared(seeds.getLast(), components.get(k)));
                farthest = away[k] > away[farthest] ? k : farthest;
            }
            if (away[farthest] == 0) {
                break;
            }
            seeds.add(components.get(farthest));
        }
        return seeds;
    }

    private static int nearest(List<Component> cells, Component c, Metric metric) {
        int nearest = 0;
        for (int i = 1; i < cells.size(); i++) {
            if (metric.squared(cells.get(i), c) < metric.squared(cells.get(nearest), c)) {
                nearest = i;
            }
        }
        return nearest;
    }

    private static List<Component> moments(List<Component> components, int[] owner, int count) {
        var cells = new ArrayList<Component>();
        for (int i = 0; i < count; i++) {
            var own = new ArrayList<Component>();
            double weight = 0;
            for (int k = 0; k < owner.length; k++) {
                if (owner[k] == i) {
                    own.add(components.get(k));
                    weight += components.get(k).weight();
                }
            }
            if (!own.isEmpty()) {
                var m = new GaussianMixture(own).moments();
                cells.add(new Component(weight, m.meanX(), m.meanY(), m.xx(), m.xy(), m.yy()));
            }
        }
        return cells;
    }
}
