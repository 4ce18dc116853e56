package scorescope.core.evolution;

import scorescope.core.field.Grid;

/** Drift b and isotropic diffusion D of the Fokker–Planck equation ∂p/∂t = −∇·(b p) + D Δp. */
public interface Motion {
    /** The mean of D from one time to another, in squared data units / time; not negative. */
    double diffusion(double from, double to);

    /**
     * The mean drift from one time to another across the faces between a cell and the next one along an axis, times the distance
     * of their centres.
     *
     * @param alongX true for faces between columns, false for faces between rows
     * @param out b·step at each cell's face towards the next cell, in squared data units / time; the last cell of a
     *     line has none
     */
    void drift(Grid grid, double from, double to, boolean alongX, double[] out);
}
