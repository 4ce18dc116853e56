package scorescope.core.field;

/**
 * Whether a ridge or valley along which log p is constant, to within rounding, passes through a small cell: where the slope
 * across the ridge is zero, the slope along it and the smaller eigenvalue of the Hessian vanish.
 */
final class LevelRidge {
    /** Largest cell that may be called level, in units of the width of the ridge. */
    private static final double NARROW = 0.03;

    private static final int STEPS_TO_RIDGE = 3;

    /** A slope or curvature below this many times its rounding counts as zero. */
    private static final double LEVEL = 10;

    private final NearComponents near;
    private double hxx;
    private double hxy;
    private double hyy;
    private double rounding;

    LevelRidge(NearComponents near) {
        this.near = near;
    }

    /** The Hessian at the cell's centre and its rounding, in 1/data units². */
    void begin(double xx, double xy, double yy, double hessianRounding) {
        hxx = xx;
        hxy = xy;
        hyy = yy;
        rounding = hessianRounding;
    }

    /** Moves the components to the ridge if the cell is small enough. */
    boolean isLevel(double x, double y, double half) {
        double atX = x;
        double atY = y;
        for (int step = 0; step <= STEPS_TO_RIDGE; step++) {
            double middle = 0.5 * (hxx + hyy);
            double root = Math.hypot(0.5 * (hxx - hyy), hxy);
            double strong = middle < 0 ? middle - root : middle + root;
            if (!(half * half * Math.abs(strong) < NARROW * NARROW)) {
                return false;
            }
            // The direction of the eigenvalue farther from zero, across the ridge.
            double angle = 0.5 * Math.atan2(2 * hxy, hxx - hyy) + (middle < 0 ? 0.5 * Math.PI : 0);
            double acrossX = Math.cos(angle);
            double acrossY = Math.sin(angle);
            if (step == STEPS_TO_RIDGE) {
                double weak = Math.abs(Math.abs(middle) - root);
                double along = Math.abs(near.scoreY() * acrossX - near.scoreX() * acrossY);
                double slopeRounding = CellBounds.ROUNDING * near.magnitude() + half * rounding;
                return weak <= LEVEL * rounding && along <= LEVEL * slopeRounding;
            }
            double move = -(near.scoreX() * acrossX + near.scoreY() * acrossY) / strong;
            atX += move * acrossX;
            atY += move * acrossY;
            if (Math.abs(atX - x) > 2 * half || Math.abs(atY - y) > 2 * half) {
                return false;
            }
            near.move(atX, atY);
            takeHessian();
        }
        return false;
    }

    private void takeHessian() {
        hxx = 0;
        hxy = 0;
        hyy = 0;
        for (int i = 0; i < near.count(); i++) {
            double vx = near.pullX[i] - near.scoreX();
            double vy = near.pullY[i] - near.scoreY();
            hxx += near.weight[i] * (vx * vx - near.xx[i]);
            hxy += near.weight[i] * (vx * vy - near.xy[i]);
            hyy += near.weight[i] * (vy * vy - near.yy[i]);
        }
    }
}
