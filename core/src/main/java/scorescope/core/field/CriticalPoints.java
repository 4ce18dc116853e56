package scorescope.core.field;

import java.util.List;
import scorescope.core.Watcher;
import scorescope.core.density.NoisedMixture;
import scorescope.core.density.PrincipalWidths;
import scorescope.core.words.CoreWords;

/**
 * Maxima, saddles and minima of log p of a noised mixture, and whether the list is proven to be complete. Beyond a radius
 * that follows from means and covariances no point can be critical, since there every component pulls inwards. The square
 * around that circle is divided until each cell is proven to hold no critical point, by bounds of ∇p over the cell ({@link
 * CellBounds}), or at most one, by bounds of its Jacobian (Krawczyk's test), which Newton's method then finds.
 *
 * @param points in the order they were found
 * @param status whether the list is complete
 * @see <a href="https://doi.org/10.1137/1.9780898717716">Moore, Kearfott and Cloud 2009, Introduction to interval analysis,
 *     chapter 8</a>
 */
public record CriticalPoints(List<CriticalPoint> points, Status status) {
    /** How certain it is that no point is missing. */
    public enum Status {
        /** It is proven that there are no other points. */
        COMPLETE,
        /** Somewhere the density is constant along a line to within rounding; points on it cannot be separated. */
        LEVEL,
        /** Parts of the plane were not divided far enough: the budget was used up, or points lie closer than rounding. */
        CUT_SHORT
    }

    /** Budget, in evaluations of a component, that takes about five seconds on two cores. */
    public static final long THOROUGH = 300_000_000L;

    /** Budget, in evaluations of a component, that takes about a tenth of a second. */
    public static final long HASTY = 5_000_000L;

    /** The largest number of means from which Newton's method starts if the search was cut short. */
    private static final int MEANS = 128;

    private static final long AFTERWARDS = 2_000_000;

    public CriticalPoints {
        points = List.copyOf(points);
    }

    /** The critical points of {@code mixture}. */
    public static CriticalPoints of(NoisedMixture mixture) {
        return of(mixture, THOROUGH);
    }

    /**
     * The critical points of {@code mixture}. Reports the share of the plane that is done to the current {@link Watcher}.
     *
     * @param budget largest number of evaluations of a component, {@link #THOROUGH} or {@link #HASTY}
     * @throws java.util.concurrent.CancellationException if the watcher cancels the search
     */
    public static CriticalPoints of(NoisedMixture mixture, long budget) {
        var watcher = Watcher.current();
        var search = new CriticalSearch(mixture, budget);
        var means = MeanBox.of(mixture);
        double[] middle = {means.middleX(), means.middleY()};
        // Slightly enlarged, so that points of symmetric mixtures do not lie on the borders of cells.
        double half = 1.0371 * radius(mixture, middle);
        search.divide(middle[0] + 0.0173 * half, middle[1] - 0.0119 * half, 1.02 * half, watcher);
        if (search.cut()) {
            int starts = Math.clamp(AFTERWARDS / mixture.size(), 1, MEANS);
            int stride = Math.ceilDiv(mixture.size(), starts);
            for (int k = 0; k < mixture.size(); k += stride) {
                watcher.requireWanted();
                search.from(mixture.meanX(k), mixture.meanY(k));
            }
        }
        watcher.reached(Watcher.Work.CRITICAL_POINTS, 1);
        return new CriticalPoints(search.points(), status(search));
    }

    private static Status status(CriticalSearch search) {
        if (search.cut()) {
            return Status.CUT_SHORT;
        }
        return search.flat() ? Status.LEVEL : Status.COMPLETE;
    }

    public boolean complete() {
        return status == Status.COMPLETE;
    }

    public int count(CriticalPoint.Kind kind) {
        return (int) points.stream().filter(point -> point.kind() == kind).count();
    }

    /** What to do if the search is not complete; empty otherwise. */
    public String advice() {
        return switch (status) {
            case COMPLETE -> "";
            case LEVEL -> CoreWords.text("core.critical-points.level");
            case CUT_SHORT -> CoreWords.text("core.critical-points.cut-short");
        };
    }

    /**
     * The distance from the middle o beyond which every pull has a component towards it: (m_k − x)ᵀP_k(o − x) ≥
     * λ_k|x − o|² − |P_k(m_k − o)| |x − o| with λ_k the smaller eigenvalue of P_k.
     */
    private static double radius(NoisedMixture mixture, double[] middle) {
        double radius = 0;
        for (int k = 0; k < mixture.size(); k++) {
            double pull = Math.hypot(mixture.pullX(k, middle[0], middle[1]), mixture.pullY(k, middle[0], middle[1]));
            double largest = PrincipalWidths.largestVariance(mixture, k);
            // At least a tenth of the smallest width, so that the square around a single mean is not empty.
            radius =
                    Math.max(radius, pull * largest + 0.1 / Math.sqrt(mixture.precisionXX(k) + mixture.precisionYY(k)));
        }
        return radius;
    }
}
