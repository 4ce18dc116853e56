package scorescope.core.field;

import scorescope.core.Watcher;
import scorescope.core.density.NoisedMixture;
import scorescope.core.tensor.Tensors;

/**
 * The density of a noised mixture, or its logarithm, at every cell of a grid, fast enough to follow a drag. Reuses its
 * arrays: on the same grid a second call allocates nothing, and the field it returned before is overwritten. Not for use
 * by several threads at once.
 *
 * <p>Components are summed row after row by {@link ComponentRows}; thousands of one covariance by {@link HermiteSums}; for
 * pictures, hundreds along the axes by matrix products, {@link SeparableSums}. Reports to the current {@link Watcher}, which
 * may cancel a call.
 */
public final class DensityRaster {
    /** With fewer components, row sums are faster than products: their terms reach only some of the cells. */
    private static final int MANY = 200;

    private final int threads;
    private final ComponentRows rows;
    private final SeparableSums separable;
    private ScalarField field = ScalarField.zero(new Grid(1, 1, 0, 1, 0, 1));

    /** @param threads number of threads that share the rows, at least 1 */
    public DensityRaster(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1: " + threads);
        }
        this.threads = threads;
        rows = new ComponentRows(threads);
        separable = new SeparableSums(threads, false);
    }

    /** p at every cell, in 1/data units²; valid until the next call. */
    public ScalarField density(NoisedMixture mixture, Grid grid) {
        prepare(grid);
        if (HermiteSums.fits(mixture, grid)) {
            new HermiteSums(mixture, grid, false).fill(field.values(), threads);
        } else {
            rows.fill(mixture, field, false);
        }
        return field;
    }

    /**
     * p for a picture on the screen, with an error below 1e-5 of its maximum; valid until the next call. Many components along the
     * axes go through matrix products in float if the library for them is loaded.
     */
    public ScalarField picture(NoisedMixture mixture, Grid grid) {
        if (mixture.size() < MANY || !Tensors.isReady() || !SeparableSums.fits(mixture)) {
            return density(mixture, grid);
        }
        prepare(grid);
        separable.compute(mixture, grid);
        float unit = (float) separable.unit();
        float[] sum = separable.sum();
        float[] out = field.values();
        if (largest(sum, out.length) < SeparableSums.reliable(mixture)) {
            return density(mixture, grid);
        }
        for (int i = 0; i < out.length; i++) {
            out[i] = unit * sum[i];
        }
        return field;
    }

    private static float largest(float[] values, int n) {
        float largest = 0;
        for (int i = 0; i < n; i++) {
            largest = Math.max(largest, values[i]);
        }
        return largest;
    }

    /** log p at every cell; valid until the next call. */
    public ScalarField logDensity(NoisedMixture mixture, Grid grid) {
        prepare(grid);
        rows.fill(mixture, field, true);
        return field;
    }

    private void prepare(Grid grid) {
        if (!field.grid().equals(grid)) {
            field = new ScalarField(
                    grid, field.values().length == grid.cells() ? field.values() : new float[grid.cells()]);
        }
    }
}
