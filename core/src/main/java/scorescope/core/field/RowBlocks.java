package scorescope.core.field;

/**
 * The smallest and largest value of every block of {@link #LENGTH} squares in a row of squares, a square being four
 * neighbouring cells. Reuses its arrays.
 */
final class RowBlocks {
    static final int LENGTH = 16;

    private float[] least = new float[0];
    private float[] most = new float[0];
    private float[] low = new float[0];
    private float[] high = new float[0];
    private int across;

    void take(ScalarField field) {
        var grid = field.grid();
        int columns = grid.columns();
        across = (columns - 1 + LENGTH - 1) / LENGTH;
        int blocks = across * Math.max(0, grid.rows() - 1);
        if (least.length < blocks || low.length < columns) {
            least = new float[blocks];
            most = new float[blocks];
            low = new float[columns];
            high = new float[columns];
        }
        for (int j = 0; j + 1 < grid.rows(); j++) {
            extremes(field.values(), j * columns, (j + 1) * columns, columns, low, high);
            for (int block = 0; block < across; block++) {
                int from = block * LENGTH;
                int to = Math.min(from + LENGTH, columns - 1);
                float smallest = low[from];
                float largest = high[from];
                for (int i = from + 1; i <= to; i++) {
                    smallest = Math.min(smallest, low[i]);
                    largest = Math.max(largest, high[i]);
                }
                least[j * across + block] = smallest;
                most[j * across + block] = largest;
            }
        }
    }

    private static void extremes(float[] values, int row, int next, int columns, float[] low, float[] high) {
        for (int i = 0; i < columns; i++) {
            low[i] = Math.min(values[row + i], values[next + i]);
            high[i] = Math.max(values[row + i], values[next + i]);
        }
    }

    /** Whether the block with column {@code i} has values on both sides of {@code cut}; true if a value is NaN. */
    boolean mayCross(int i, int j, float cut) {
        int block = j * across + i / LENGTH;
        return !(most[block] < cut) && !(least[block] >= cut);
    }
}
