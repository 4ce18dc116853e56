package scorescope.core.field;

import java.util.ArrayList;
import java.util.List;
import scorescope.core.density.LocalDerivatives;
import scorescope.core.density.NoisedMixture;

/**
 * Classifies single cells of the search for critical points: empty, with one point that Newton's method finds, or to be
 * divided. Reuses its arrays; not for use by several threads at once.
 */
final class CriticalCells {
    private static final int ITERATIONS = 40;
    private static final double CONVERGED = 1e-11;

    /** The largest number of times that a cell is halved with one polynomial. */
    private static final int DEEPEST = 6;

    private final CellBounds bounds;
    private final LocalDerivatives local;
    private final int size;
    private final double smallest;
    private final List<Cell> undecided = new ArrayList<>();
    private final List<Found> found = new ArrayList<>();
    private double x;
    private double y;
    private boolean flat;
    private boolean cut;
    private long work;

    /** @param smallest half-width below which cells are not divided */
    CriticalCells(NoisedMixture mixture, double smallest) {
        bounds = new CellBounds(mixture);
        local = new LocalDerivatives(mixture);
        size = mixture.size();
        this.smallest = smallest;
    }

    /**
     * A square of the plane.
     *
     * @param half half its side
     * @param among indices of the components that may matter in it
     */
    record Cell(double x, double y, double half, int[] among) {
        double area() {
            return 4 * half * half;
        }
    }

    /** A point and the half-width of a square about (cellX, cellY) in which it is the only one. */
    record Found(CriticalPoint point, double cellX, double cellY, double half) {
        boolean holds(CriticalPoint other) {
            return Math.abs(other.x() - cellX) <= half && Math.abs(other.y() - cellY) <= half;
        }
    }

    /**
     * Result for a cell.
     *
     * @param undecided parts that are still to be classified
     * @param found points in it
     * @param flat whether the density is constant along a line through it, to within rounding
     * @param cut whether parts were abandoned because they are too small
     * @param work number of components computed
     */
    record Outcome(List<Cell> undecided, List<Found> found, boolean flat, boolean cut, long work) {}

    Outcome judge(Cell cell) {
        undecided.clear();
        found.clear();
        flat = false;
        cut = false;
        work = 0;
        switch (bounds.judge(cell.x(), cell.y(), cell.half(), cell.among())) {
            case EMPTY -> {}
            case FLAT -> flat = true;
            case ONE_AT_MOST -> {
                if (!only(cell)) {
                    halve(cell);
                }
            }
            case UNKNOWN -> {
                var expansion = bounds.expansion(cell.x(), cell.y(), cell.half());
                if (expansion.isPresent()) {
                    divide(expansion.get(), new Cell(cell.x(), cell.y(), cell.half(), bounds.active()), 0);
                } else {
                    halve(cell);
                }
            }
        }
        work += bounds.takeWork();
        return new Outcome(List.copyOf(undecided), List.copyOf(found), flat, cut, work);
    }

    /** Divides a cell with its polynomial; parts that the polynomial cannot classify are left to the components. */
    private void divide(LocalExpansion expansion, Cell cell, int depth) {
        var verdict = expansion.judge();
        if (verdict == CellBounds.Verdict.EMPTY || (verdict == CellBounds.Verdict.ONE_AT_MOST && only(cell))) {
            return;
        }
        double half = 0.5 * cell.half();
        if (half < smallest) {
            cut = true;
            return;
        }
        boolean hidden = verdict == CellBounds.Verdict.FLAT && depth > 0;
        if (hidden || depth == DEEPEST) {
            undecided.add(cell);
            return;
        }
        var quarters = expansion.quarters();
        for (int quarter = 0; quarter < 4; quarter++) {
            double partX = cell.x() + (quarter < 2 ? -half : half);
            double partY = cell.y() + (quarter % 2 == 0 ? -half : half);
            divide(quarters[quarter], new Cell(partX, partY, half, cell.among()), depth + 1);
        }
    }

    private void halve(Cell cell) {
        double half = 0.5 * cell.half();
        if (half < smallest) {
            cut = true;
            return;
        }
        int[] among = bounds.active();
        for (int i = -1; i <= 1; i += 2) {
            for (int j = -1; j <= 1; j += 2) {
                undecided.add(new Cell(cell.x() + i * half, cell.y() + j * half, half, among));
            }
        }
    }

    /** Whether Newton's method leads from the centre to the only point that the cell can hold. */
    private boolean only(Cell cell) {
        double half = CellBounds.MARGIN * cell.half();
        if (!newton(cell.x(), cell.y()) || Math.abs(x - cell.x()) > half || Math.abs(y - cell.y()) > half) {
            return false;
        }
        found.add(new Found(here(), cell.x(), cell.y(), half));
        return true;
    }

    /** Stores in x and y the critical point that Newton's method converges to; false if it does not converge. */
    boolean newton(double startX, double startY) {
        x = startX;
        y = startY;
        local.at(x, y);
        for (int i = 0; i < ITERATIONS; i++) {
            work += size;
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

    /** The point that {@link #newton} reached. */
    CriticalPoint here() {
        double middle = 0.5 * (local.xx() + local.yy());
        double half = 0.5 * (local.xx() - local.yy());
        double root = Math.hypot(half, local.xy());
        return new CriticalPoint(x, y, local.logDensity(), middle - root, middle + root);
    }
}
