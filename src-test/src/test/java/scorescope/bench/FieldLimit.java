package scorescope.bench;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import scorescope.core.field.Grid;
import scorescope.core.tensor.FloatBlock;
import scorescope.core.tensor.Products;
import scorescope.core.tensor.VectorMath;

/** What a field of density and score costs at least, on two cores: its matrix products, or its exponentials and stores. */
final class FieldLimit {
    private static final int CORES = 2;

    /** Sums of a field: density, and both components of the moment. */
    private static final int SUMS = 3;

    private final Grid grid;
    private final int components;
    private final int rows;
    private final float[][] factors = new float[CORES][];
    private final FloatBlock[] side = new FloatBlock[CORES];
    private final FloatBlock[] columns = new FloatBlock[CORES];
    private final float[][] out = new float[CORES][];
    private final float[][] scratch = new float[CORES][];

    FieldLimit(Grid grid, int components) {
        this.grid = grid;
        this.components = components;
        rows = Math.ceilDiv(grid.rows(), CORES);
        for (int core = 0; core < CORES; core++) {
            factors[core] = new float[grid.columns()];
            scratch[core] = new float[2 * grid.columns()];
            side[core] = FloatBlock.allocate(rows * components);
            columns[core] = FloatBlock.allocate(grid.columns() * components);
            out[core] = new float[SUMS * rows * grid.columns()];
        }
    }

    /** (rows × K)(K × columns), for each of the sums. */
    void products() {
        int cells = rows * grid.columns();
        eachCore(core -> {
            for (int sum = 0; sum < SUMS; sum++) {
                Products.sumOfOuter(
                        side[core],
                        rows,
                        columns[core],
                        grid.columns(),
                        components,
                        FloatBlock.of(out[core], sum * cells, cells));
            }
        });
    }

    /** One exponential for every component and cell, and a store for each sum and cell. */
    void exponentials() {
        int n = grid.columns();
        eachCore(core -> {
            float[] rest = scratch[core];
            float[] whole = new float[n];
            for (int row = 0; row < rows; row++) {
                for (int k = 0; k < components; k++) {
                    VectorMath.exp(factors[core], whole, rest, n);
                    Arrays.fill(factors[core], -1);
                }
                for (int sum = 0; sum < SUMS; sum++) {
                    System.arraycopy(factors[core], 0, out[core], (sum * rows + row) * n, n);
                }
            }
        });
    }

    private static void eachCore(IntConsumer work) {
        IntStream.range(0, CORES).parallel().forEach(work);
    }
}
