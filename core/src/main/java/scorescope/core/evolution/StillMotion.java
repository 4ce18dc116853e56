package scorescope.core.evolution;

import scorescope.core.field.Grid;

/** A time-independent motion, whose drift is computed once for each grid. Not for use by several threads at once. */
public final class StillMotion implements Motion {
    private final Motion motion;
    private final double[][] drifts = new double[2][0];
    private Grid known = new Grid(1, 1, 0, 1, 0, 1);

    /** @param motion with the same drift and diffusion at all times */
    public StillMotion(Motion motion) {
        this.motion = motion;
    }

    @Override
    public double diffusion(double from, double to) {
        return motion.diffusion(from, to);
    }

    @Override
    public void drift(Grid grid, double from, double to, boolean alongX, double[] out) {
        if (!grid.equals(known) || drifts[0].length != grid.cells()) {
            known = grid;
            for (int axis = 0; axis < 2; axis++) {
                drifts[axis] = new double[grid.cells()];
                motion.drift(grid, from, to, axis == 0, drifts[axis]);
            }
        }
        System.arraycopy(drifts[alongX ? 0 : 1], 0, out, 0, out.length);
    }
}
