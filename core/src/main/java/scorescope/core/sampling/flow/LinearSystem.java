package scorescope.core.sampling.flow;

/** Solves small dense systems of linear equations. */
final class LinearSystem {
    private LinearSystem() {}

    /**
     * Gaussian elimination with partial pivoting. The solution of a singular system is not finite.
     *
     * @param system n rows of n coefficients and the right side; overwritten, the last column by the solution
     */
    static void solve(double[][] system) {
        int n = system.length;
        for (int column = 0; column < n; column++) {
            int pivot = column;
            for (int row = column + 1; row < n; row++) {
                pivot = Math.abs(system[row][column]) > Math.abs(system[pivot][column]) ? row : pivot;
            }
            var swapped = system[pivot];
            system[pivot] = system[column];
            system[column] = swapped;
            for (int row = column + 1; row < n; row++) {
                double factor = system[row][column] / swapped[column];
                if (factor != 0) {
                    for (int c = column; c <= n; c++) {
                        system[row][c] -= factor * swapped[c];
                    }
                }
            }
        }
        for (int row = n - 1; row >= 0; row--) {
            double value = system[row][n];
            for (int c = row + 1; c < n; c++) {
                value -= system[row][c] * system[c][n];
            }
            system[row][n] = value / system[row][row];
        }
    }
}
