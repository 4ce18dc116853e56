package scorescope.core.field;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import scorescope.core.Watcher;
import scorescope.core.density.LocalDerivatives;
import scorescope.core.density.NoisedMixture;

/**
 * Collects the critical points of a mixture by dividing the plane until every cell is known to hold none or one; see
 * {@link CriticalPoints}.
 */
final class CriticalSearch {
    private static final int ITERATIONS = 40;
    private static final double CONVERGED = 1e-11;

    /** Cells are not divided below this part of the width of the narrowest component. */
    private static final double SMALLEST = 1e-8;

    /** Two points nearer than this, in units of the width of the bump they sit on, are one. */
    private static final double SAME = 1e-5;

    /** So often a cell is halved by one polynomial. */
    private static final int DEEPEST = 6;

    /** Cells between two reports to the watcher. */
    private static final int BETWEEN = 256;

    private final NoisedMixture mixture;
    private final LocalDerivatives local;
    private final CellBounds bounds;
    private final long budget;
    private final List<Found> found = new ArrayList<>();
    private double x;
    private double y;
    private boolean flat;
    private boolean cut;

    CriticalSearch(NoisedMixture mixture, long budget) {
        this.mixture = mixture;
        this.budget = budget;
        local = new LocalDerivatives(mixture);
        bounds = new CellBounds(mixture);
    }

    /** A point and the half-width of a square about (cellX, cellY) in which it is the only one. */
    private record Found(CriticalPoint point, double cellX, double cellY, double half) {
        boolean holds(CriticalPoint other) {
            return Math.abs(other.x() - cellX) <= half && Math.abs(other.y() - cellY) <= half;
        }
    }

    private record Cell(double x, double y, double half, int[] among) {}

    List<CriticalPoint> points() {
        return found.stream().map(Found::point).toList();
    }

    /** Whether somewhere the density does not change along a line, as far as double precision tells. */
    boolean flat() {
        return flat;
    }

    /** Whether cells were left undivided that may hold points. */
    boolean cut() {
        return cut;
    }

    /**
     * Divides the square of half-width {@code half} about (atX, atY).
     *
     * @param watcher told the share of the square that is done, now and then
     */
    void divide(double atX, double atY, double half, Watcher watcher) {
        double smallest = smallest();
        int[] all = new int[mixture.size()];
        for (int k = 0; k < all.length; k++) {
            all[k] = k;
        }
        var waiting = new ArrayDeque<Cell>();
        waiting.push(new Cell(atX, atY, half, all));
        double done = 0;
        int judged = 0;
        while (!waiting.isEmpty()) {
            if (++judged % BETWEEN == 0) {
                watcher.step(Watcher.Work.CRITICAL_POINTS, Math.min(1, done));
            }
            if (bounds.work() > budget) {
                cut = true;
                return;
            }
            var cell = waiting.pop();
            double share = cell.half() / half;
            switch (bounds.judge(cell.x(), cell.y(), cell.half(), cell.among())) {
                case EMPTY -> done += share * share;
                case FLAT -> {
                    flat = true;
                    done += share * share;
                }
                case ONE_AT_MOST -> {
                    if (only(cell)) {
                        done += share * share;
                    } else {
                        halve(cell, smallest, waiting);
                    }
                }
                case UNKNOWN -> {
                    var expansion = bounds.expansion(cell.x(), cell.y(), cell.half());
                    if (expansion.isPresent()) {
                        var again = new Cell(cell.x(), cell.y(), cell.half(), bounds.active());
                        double undecided = divide(expansion.get(), again, 0, smallest, waiting);
                        done += share * share - undecided / (half * half);
                    } else {
                        halve(cell, smallest, waiting);
                    }
                }
            }
        }
    }

    /** Divides a cell by its polynomial; what that cannot decide waits for the components. Returns its area over 4. */
    private double divide(LocalExpansion expansion, Cell cell, int depth, double smallest, ArrayDeque<Cell> waiting) {
        var verdict = expansion.judge();
        if (verdict == CellBounds.Verdict.EMPTY || (verdict == CellBounds.Verdict.ONE_AT_MOST && only(cell))) {
            return 0;
        }
        double half = 0.5 * cell.half();
        boolean hidden = verdict == CellBounds.Verdict.FLAT && depth > 0;
        if (hidden || depth == DEEPEST || half < smallest) {
            if (half < smallest) {
                cut = true;
            } else {
                waiting.push(cell);
            }
            return cell.half() * cell.half();
        }
        double undecided = 0;
        for (int x = -1; x <= 1; x += 2) {
            for (int y = -1; y <= 1; y += 2) {
                var part = new Cell(cell.x() + x * half, cell.y() + y * half, half, cell.among());
                undecided += divide(expansion.part(x, y), part, depth + 1, smallest, waiting);
            }
        }
        return undecided;
    }

    /** The width below which cells are not divided: rounding has the last word there. */
    private double smallest() {
        double narrowest = Double.POSITIVE_INFINITY;
        double farthest = 0;
        for (int k = 0; k < mixture.size(); k++) {
            narrowest = Math.min(narrowest, 1 / Math.sqrt(mixture.precisionXX(k) + mixture.precisionYY(k)));
            farthest = Math.max(farthest, Math.max(Math.abs(mixture.meanX(k)), Math.abs(mixture.meanY(k))));
        }
        return Math.max(SMALLEST * narrowest, 64 * Math.ulp(farthest));
    }

    private void halve(Cell cell, double smallest, ArrayDeque<Cell> waiting) {
        double half = 0.5 * cell.half();
        if (half < smallest) {
            cut = true;
            return;
        }
        int[] among = bounds.active();
        waiting.push(new Cell(cell.x() - half, cell.y() - half, half, among));
        waiting.push(new Cell(cell.x() + half, cell.y() - half, half, among));
        waiting.push(new Cell(cell.x() - half, cell.y() + half, half, among));
        waiting.push(new Cell(cell.x() + half, cell.y() + half, half, among));
    }

    /** Whether Newton's method leads from the middle to the only point that the cell can hold. */
    private boolean only(Cell cell) {
        double half = CellBounds.MARGIN * cell.half();
        if (!newton(cell.x(), cell.y()) || Math.abs(x - cell.x()) > half || Math.abs(y - cell.y()) > half) {
            return false;
        }
        var next = new Found(here(), cell.x(), cell.y(), half);
        if (found.stream().noneMatch(known -> next.holds(known.point()) || known.holds(next.point()))) {
            found.add(next);
        }
        return true;
    }

    /** Adds the critical point that Newton's method leads to from (x, y), if it leads to one that is not known. */
    void from(double startX, double startY) {
        if (newton(startX, startY)) {
            var point = here();
            double width = 1 / Math.sqrt(Math.max(Math.abs(point.smaller()), Math.abs(point.larger())));
            double near = SAME * width + 16 * Math.ulp(Math.max(Math.abs(point.x()), Math.abs(point.y())));
            var next = new Found(point, point.x(), point.y(), near);
            if (found.stream().noneMatch(known -> next.holds(known.point()) || known.holds(point))) {
                found.add(next);
            }
        }
    }

    /** Leaves in x and y the critical point that Newton's method leads to; false if it leads nowhere. */
    private boolean newton(double startX, double startY) {
        x = startX;
        y = startY;
        local.at(x, y);
        for (int i = 0; i < ITERATIONS; i++) {
            double determinant = local.xx() * local.yy() - local.xy() * local.xy();
            double dx = (local.xy() * local.scoreY() - local.yy() * local.scoreX()) / determinant;
            double dy = (local.xy() * local.scoreX() - local.xx() * local.scoreY()) / determinant;
            double step = Math.hypot(dx, dy);
            if (!(step < Double.POSITIVE_INFINITY)) {
                return false;
            }
            x += dx;
            y += dy;
            local.at(x, y);
            double width = 1 / Math.sqrt(Math.max(Math.abs(local.xx()), Math.abs(local.yy())));
            if (step <= CONVERGED * width + 4 * Math.ulp(Math.max(Math.abs(x), Math.abs(y)))) {
                return true;
            }
        }
        return false;
    }

    private CriticalPoint here() {
        double middle = 0.5 * (local.xx() + local.yy());
        double half = 0.5 * (local.xx() - local.yy());
        double root = Math.hypot(half, local.xy());
        return new CriticalPoint(x, y, local.logDensity(), middle - root, middle + root);
    }
}
