package scorescope.core.field;

import scorescope.core.noise.NoiseLevel;
import scorescope.core.score.ScoreField;

/**
 * A vector (u, v) at the centre of every cell of a grid, row by row, with the centres' coordinates, so that a score can
 * be evaluated repeatedly into the same arrays.
 */
public record VectorField(Grid grid, double[] x, double[] y, double[] u, double[] v) {
    public VectorField {
        int cells = grid.cells();
        if (x.length != cells || y.length != cells || u.length != cells || v.length != cells) {
            throw new IllegalArgumentException("every array must have " + cells + " entries");
        }
    }

    public static VectorField zero(Grid grid) {
        int cells = grid.cells();
        double[] x = new double[cells];
        double[] y = new double[cells];
        for (int j = 0; j < grid.rows(); j++) {
            for (int i = 0; i < grid.columns(); i++) {
                x[grid.index(i, j)] = grid.x(i);
                y[grid.index(i, j)] = grid.y(j);
            }
        }
        return new VectorField(grid, x, y, new double[cells], new double[cells]);
    }

    /** Overwrites u and v with the score at {@code level}. */
    public void evaluate(ScoreField score, NoiseLevel level) {
        score.score(x, y, 0, x.length, level, u, v);
    }

    /** The length of the longest vector; zero if none is finite. */
    public double longest() {
        double longest = 0;
        for (int i = 0; i < u.length; i++) {
            double square = u[i] * u[i] + v[i] * v[i];
            if (square > longest && square < Double.POSITIVE_INFINITY) {
                longest = square;
            }
        }
        return Math.sqrt(longest);
    }
}
