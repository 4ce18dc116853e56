package scorescope.core.evolution;

import scorescope.core.field.Grid;

/** What moves a density, ∂p/∂t = −∇·(b p) + D Δp: a drift b and a diffusion D, the same in every direction. */
public interface Motion {
    /** The mean of D from one time to another, in squared data units / time; not negative. */
    double diffusion(double from, double to);

    /**
     * The drift across the faces between a cell and the next one along an axis, times the way between their
     * centres: its mean from one time to another.
     *
     * @param alongX from column to column; else from row to row
     * @param out b·step at each cell's face towards the next cell, in squared data units / time; the last cell of a
     *     line has none
     */
    void drift(Grid grid, double from, double to, boolean alongX, double[] out);
}
