package scorescope.core.field;

import java.util.ArrayList;
import java.util.List;
import scorescope.core.density.LocalDerivatives;

/** Collects critical points cell by cell; see {@link CriticalPoints}. */
final class CriticalSearch {
    private static final int DEEPEST = 44;
    private static final int ITERATIONS = 40;
    private static final double CONVERGED = 1e-11;

    /** Two points nearer than this, in units of the width of the bump they sit on, are one. */
    private static final double SAME = 1e-5;

    private final LocalDerivatives local;
    private final PoincareIndex index;
    private final long budget;
    private final List<CriticalPoint> points = new ArrayList<>();
    private double x;
    private double y;

    CriticalSearch(LocalDerivatives local, long budget) {
        this.local = local;
        this.budget = budget;
        index = new PoincareIndex(local);
    }

    List<CriticalPoint> points() {
        return points;
    }

    /**
     * Searches {@code cells} × {@code cells} cells of a box.
     *
     * @return the index of the whole box
     */
    int over(double[] box, int cells) {
        double stepX = (box[1] - box[0]) / cells;
        double stepY = (box[3] - box[2]) / cells;
        int corners = cells + 1;
        double[] angles = new double[corners * corners];
        double[] scoreX = new double[corners * corners];
        double[] scoreY = new double[corners * corners];
        for (int j = 0; j < corners; j++) {
            for (int i = 0; i < corners; i++) {
                angles[j * corners + i] = index.angle(box[0] + i * stepX, box[2] + j * stepY);
                scoreX[j * corners + i] = local.scoreX();
                scoreY[j * corners + i] = local.scoreY();
            }
        }
        int around = 0;
        for (int j = 0; j < cells; j++) {
            for (int i = 0; i < cells; i++) {
                int at = j * corners + i;
                int right = at + 1;
                int above = at + corners;
                var cell = new Cell(
                        box[0] + i * stepX,
                        box[0] + (i + 1) * stepX,
                        box[2] + j * stepY,
                        box[2] + (j + 1) * stepY,
                        angles[at],
                        angles[right],
                        angles[above + 1],
                        angles[above]);
                int turns = cell.index(index);
                around += turns;
                boolean bothChange =
                        changes(scoreX, at, right, above, above + 1) && changes(scoreY, at, right, above, above + 1);
                if (turns != 0 || bothChange) {
                    search(cell, turns, 0);
                }
            }
        }
        return around;
    }

    private static boolean changes(double[] values, int a, int b, int c, int d) {
        double low = Math.min(Math.min(values[a], values[b]), Math.min(values[c], values[d]));
        double high = Math.max(Math.max(values[a], values[b]), Math.max(values[c], values[d]));
        return low <= 0 && high >= 0;
    }

    /** A cell with the directions of the score at its corners, counter-clockwise from the lower left. */
    private record Cell(double x0, double x1, double y0, double y1, double a00, double a10, double a11, double a01) {
        int index(PoincareIndex index) {
            double turns = index.turn(x0, y0, a00, x1, y0, a10)
                    + index.turn(x1, y0, a10, x1, y1, a11)
                    + index.turn(x1, y1, a11, x0, y1, a01)
                    + index.turn(x0, y1, a01, x0, y0, a00);
            return (int) Math.rint(turns / (2 * Math.PI));
        }

        boolean holds(double x, double y) {
            return x >= x0 && x <= x1 && y >= y0 && y <= y1;
        }
    }

    private void search(Cell cell, int turns, int depth) {
        double middleX = 0.5 * (cell.x0 + cell.x1);
        double middleY = 0.5 * (cell.y0 + cell.y1);
        boolean found = newton(middleX, middleY) && cell.holds(x, y);
        int left = turns;
        if (found) {
            var point = here();
            add(point);
            left -= point.index();
        }
        // Rounding has the last word where a cell is no larger than it.
        boolean divisible = depth < DEEPEST && middleX > cell.x0 && middleX < cell.x1 && index.evaluations() < budget;
        if (!divisible || (left == 0 && (found || turns == 0))) {
            return;
        }
        // Off the middle, so that points of symmetry do not come to lie on borders again and again.
        double x1 = cell.x0 + 0.4831 * (cell.x1 - cell.x0);
        double y1 = cell.y0 + 0.5173 * (cell.y1 - cell.y0);
        double south = index.angle(x1, cell.y0);
        double north = index.angle(x1, cell.y1);
        double west = index.angle(cell.x0, y1);
        double east = index.angle(cell.x1, y1);
        double centre = index.angle(x1, y1);
        for (var part : new Cell[] {
            new Cell(cell.x0, x1, cell.y0, y1, cell.a00, south, centre, west),
            new Cell(x1, cell.x1, cell.y0, y1, south, cell.a10, east, centre),
            new Cell(x1, cell.x1, y1, cell.y1, centre, east, cell.a11, north),
            new Cell(cell.x0, x1, y1, cell.y1, west, centre, north, cell.a01)
        }) {
            int inPart = part.index(index);
            if (inPart != 0) {
                search(part, inPart, depth + 1);
            }
        }
    }

    /** Adds the critical point that Newton's method leads to from (x, y), if it leads to one nearby. */
    void from(double startX, double startY) {
        if (newton(startX, startY)) {
            add(here());
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

    private void add(CriticalPoint point) {
        double width = 1 / Math.sqrt(Math.max(Math.abs(point.smaller()), Math.abs(point.larger())));
        double near = SAME * width + 16 * Math.ulp(Math.max(Math.abs(point.x()), Math.abs(point.y())));
        if (points.stream().noneMatch(known -> Math.hypot(known.x() - point.x(), known.y() - point.y()) < near)) {
            points.add(point);
        }
    }
}
