package scorescope.core.fit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;

/**
 * A mixture of fewer components close to one of very many: the components in one square of the plane whose widths have the same
 * power of two become one Gaussian with their weight, mean and covariance. Where the squares are narrower than the components,
 * both densities are nearly equal; where they are wider, the sum is smoothed.
 */
final class Condensation {
    /** Ratio of the sides of the squares from one trial to the next. */
    private static final double FINER = Math.sqrt(0.5);

    private static final int MOST_TRIALS = 60;

    /** With more components, a search for fits uses a condensation of the mixture; the mixture's divergence still decides. */
    private static final int MOST_SEARCHED = 1500;

    private Condensation() {}

    /** The mixture in which a fit is searched. */
    static GaussianMixture searched(GaussianMixture mixture) {
        return of(mixture, MOST_SEARCHED);
    }

    /** The finest squares that leave at most {@code most} components; the mixture itself if it has no more. */
    static GaussianMixture of(GaussianMixture mixture, int most) {
        if (mixture.components().size() <= most) {
            return mixture;
        }
        var box = mixture.bounds(0);
        double side = Math.max(box.x1() - box.x0(), box.y1() - box.y0());
        var best = mixture;
        for (int trial = 0; trial < MOST_TRIALS; trial++) {
            var condensed = squares(mixture, box.x0(), box.y0(), side);
            if (trial > 0 && condensed.size() > most) {
                break;
            }
            best = new GaussianMixture(condensed);
            side *= FINER;
        }
        return best;
    }

    private record Square(long column, long row, int width) {}

    private static List<Component> squares(GaussianMixture mixture, double x0, double y0, double side) {
        Map<Square, Sums> all = new LinkedHashMap<>();
        for (var c : mixture.components()) {
            var square = new Square(
                    (long) Math.floor((c.meanX() - x0) / side),
                    (long) Math.floor((c.meanY() - y0) / side),
                    Math.getExponent(c.xx() + c.yy()) / 2);
            all.computeIfAbsent(square, _ -> new Sums(c.meanX(), c.meanY())).add(c);
        }
        return all.values().stream().map(Sums::component).toList();
    }

    /** Sums of the components of a square, relative to the mean of the first, so that no digits cancel. */
    private static final class Sums {
        private final double x;
        private final double y;
        private double weight;
        private double sumX;
        private double sumY;
        private double sumXX;
        private double sumXY;
        private double sumYY;

        Sums(double x, double y) {
            this.x = x;
            this.y = y;
        }

        void add(Component c) {
            double dx = c.meanX() - x;
            double dy = c.meanY() - y;
            weight += c.weight();
            sumX += c.weight() * dx;
            sumY += c.weight() * dy;
            sumXX += c.weight() * (c.xx() + dx * dx);
            sumXY += c.weight() * (c.xy() + dx * dy);
            sumYY += c.weight() * (c.yy() + dy * dy);
        }

        Component component() {
            double meanX = sumX / weight;
            double meanY = sumY / weight;
            return new Component(
                    weight,
                    x + meanX,
                    y + meanY,
                    sumXX / weight - meanX * meanX,
                    sumXY / weight - meanX * meanY,
                    sumYY / weight - meanY * meanY);
        }
    }
}
