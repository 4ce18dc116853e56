package scorescope.core.field;

/**
 * One number at the centre of every cell of a grid, row by row. The array is shared, not copied; its owner
 * may change it.
 */
public record ScalarField(Grid grid, float[] values) {
    public ScalarField {
        if (values.length != grid.cells()) {
            throw new IllegalArgumentException(values.length + " values for " + grid.cells() + " cells");
        }
    }

    public static ScalarField zero(Grid grid) {
        return new ScalarField(grid, new float[grid.cells()]);
    }

    public float at(int column, int row) {
        return values[grid.index(column, row)];
    }

    public float largest() {
        float largest = Float.NEGATIVE_INFINITY;
        for (float value : values) {
            largest = Math.max(largest, value);
        }
        return largest;
    }

    public float smallest() {
        float smallest = Float.POSITIVE_INFINITY;
        for (float value : values) {
            smallest = Math.min(smallest, value);
        }
        return smallest;
    }

    /** Σ value · cell area: the integral over the grid by the midpoint rule. */
    public double integral() {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum * grid.cellArea();
    }
}
