package scorescope.core.field;

import java.util.List;
import scorescope.core.density.LocalDerivatives;
import scorescope.core.density.NoisedMixture;

/**
 * Maxima, saddles and minima of log p of a noised mixture. A grid is laid over the means; cells that the score turns
 * round, or within which both its components change sign, are searched by Newton's method on s = 0, and halved where
 * that leads elsewhere. Far out the score points inwards, so the indices of all points sum to one, maxima − saddles +
 * minima = 1: where they do not, the grid is refined.
 *
 * @param points in the order they were found
 * @param complete whether the indices sum to one; if not, {@link #advice} says what to do
 */
public record CriticalPoints(List<CriticalPoint> points, boolean complete) {
    /** Scores that may be computed, times components: a few tenths of a second. */
    private static final double BUDGET = 3e7;

    private static final int ROUNDS = 4;
    private static final int FINEST = 64;
    private static final int COARSEST = 16;
    private static final double CORNERS = 4e5;

    public CriticalPoints {
        points = List.copyOf(points);
    }

    /** The critical points of {@code mixture}. */
    public static CriticalPoints of(NoisedMixture mixture) {
        double[] box = box(mixture);
        int cells = (int) Math.clamp(Math.sqrt(CORNERS / mixture.size()), COARSEST, FINEST);
        var found = List.<CriticalPoint>of();
        for (int round = 0; round < ROUNDS; round++) {
            var search = new CriticalSearch(new LocalDerivatives(mixture), (long) (BUDGET / mixture.size()));
            int around = search.over(box, cells);
            startFromMeans(mixture, search);
            found = search.points();
            if (around == 1 && sum(found) == 1) {
                return new CriticalPoints(found, true);
            }
            if (around == 1) {
                cells *= 2;
            } else {
                box = larger(box);
            }
        }
        return new CriticalPoints(found, false);
    }

    private static void startFromMeans(NoisedMixture mixture, CriticalSearch search) {
        int stride = Math.ceilDiv(mixture.size(), 128);
        for (int k = 0; k < mixture.size(); k += stride) {
            search.from(mixture.meanX(k), mixture.meanY(k));
        }
    }

    private static int sum(List<CriticalPoint> points) {
        return points.stream().mapToInt(CriticalPoint::index).sum();
    }

    public int count(CriticalPoint.Kind kind) {
        return (int) points.stream().filter(point -> point.kind() == kind).count();
    }

    /** What to do if the search is not complete; empty otherwise. */
    public String advice() {
        return complete ? "" : "some are missing: raise the noise level, or take fewer components";
    }

    /** The means with some room around them: {x0, x1, y0, y1}. */
    private static double[] box(NoisedMixture mixture) {
        double x0 = Double.POSITIVE_INFINITY;
        double x1 = Double.NEGATIVE_INFINITY;
        double y0 = Double.POSITIVE_INFINITY;
        double y1 = Double.NEGATIVE_INFINITY;
        double narrowest = Double.POSITIVE_INFINITY;
        for (int k = 0; k < mixture.size(); k++) {
            x0 = Math.min(x0, mixture.meanX(k));
            x1 = Math.max(x1, mixture.meanX(k));
            y0 = Math.min(y0, mixture.meanY(k));
            y1 = Math.max(y1, mixture.meanY(k));
            narrowest = Math.min(narrowest, Math.min(mixture.covarianceXX(k), mixture.covarianceYY(k)));
        }
        double span = Math.max(x1 - x0, y1 - y0);
        // Odd numbers, so that points of symmetric mixtures do not lie on the borders of cells.
        double margin = 0.1371 * span + 0.2713 * Math.sqrt(narrowest);
        return new double[] {x0 - margin, x1 + 1.137 * margin, y0 - 1.063 * margin, y1 + 0.971 * margin};
    }

    private static double[] larger(double[] box) {
        double dx = 0.4871 * (box[1] - box[0]);
        double dy = 0.4871 * (box[3] - box[2]);
        return new double[] {box[0] - dx, box[1] + 1.03 * dx, box[2] - dy, box[3] + 1.05 * dy};
    }
}
