package scorescope.core.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;

/**
 * A mixture parted into a few cells, each a Gaussian with the weight, mean and covariance of the components nearest to
 * its middle (Lloyd's rounds from seeds that lie far apart): where fits may start.
 */
final class Cells {
    private static final int ROUNDS = 8;

    private Cells() {}

    /** At most {@code count} cells, fewer if components lie on top of each other. */
    static List<Component> of(GaussianMixture mixture, int count) {
        var components = mixture.components();
        var seeds = seeds(components, Math.min(count, components.size()));
        int[] owner = new int[components.size()];
        List<Component> cells = seeds;
        for (int round = 0; round < ROUNDS; round++) {
            for (int k = 0; k < owner.length; k++) {
                owner[k] = nearest(cells, components.get(k));
            }
            cells = moments(components, owner, cells.size());
        }
        return cells;
    }

    /** The heaviest component, then again and again the one farthest from those taken. */
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
                away[k] = Math.min(away[k], squaredDistance(seeds.getLast(), components.get(k)));
                farthest = away[k] > away[farthest] ? k : farthest;
            }
            if (away[farthest] == 0) {
                break;
            }
            seeds.add(components.get(farthest));
        }
        return seeds;
    }

    private static int nearest(List<Component> cells, Component c) {
        int nearest = 0;
        for (int i = 1; i < cells.size(); i++) {
            if (squaredDistance(cells.get(i), c) < squaredDistance(cells.get(nearest), c)) {
                nearest = i;
            }
        }
        return nearest;
    }

    private static double squaredDistance(Component a, Component b) {
        double dx = a.meanX() - b.meanX();
        double dy = a.meanY() - b.meanY();
        return dx * dx + dy * dy;
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
