package scorescope.core.field;

import scorescope.core.density.LocalDerivatives;

/**
 * How often the score turns while one walks round a cell: the sum of the indices of the critical points inside. Along an
 * edge the turn is followed by halving wherever the score turns fast; at the smallest step the shorter way round is
 * taken, which is right also where it flips across the border between two narrow modes.
 *
 * @see <a href="https://mathworld.wolfram.com/PoincareIndex.html">Poincaré index</a>
 */
final class PoincareIndex {
    private static final int DEEPEST = 12;
    private static final double FAST = 1.5;

    private final LocalDerivatives local;
    private long evaluations;

    PoincareIndex(LocalDerivatives local) {
        this.local = local;
    }

    /** The direction of the score at a point, in radians. */
    double angle(double x, double y) {
        evaluations++;
        local.at(x, y);
        return Math.atan2(local.scoreY(), local.scoreX());
    }

    /** How far the score turns from one point to another, given its directions there. */
    double turn(double x0, double y0, double angle0, double x1, double y1, double angle1) {
        return turn(x0, y0, angle0, x1, y1, angle1, 0);
    }

    private double turn(double x0, double y0, double angle0, double x1, double y1, double angle1, int depth) {
        double direct = Math.IEEEremainder(angle1 - angle0, 2 * Math.PI);
        if (Math.abs(direct) < FAST || depth == DEEPEST) {
            return direct;
        }
        double x = 0.5 * (x0 + x1);
        double y = 0.5 * (y0 + y1);
        double angle = angle(x, y);
        return turn(x0, y0, angle0, x, y, angle, depth + 1) + turn(x, y, angle, x1, y1, angle1, depth + 1);
    }

    /** How many scores have been computed. */
    long evaluations() {
        return evaluations;
    }
}
