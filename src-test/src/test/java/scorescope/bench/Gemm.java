package scorescope.bench;

import java.util.stream.IntStream;
import scorescope.core.tensor.FloatBlock;
import scorescope.core.tensor.Products;

/** Matrix products at the machine's best rate: large ones, one on each core at a time. */
final class Gemm {
    private static final int SIZE = 768;
    private static final int REPEATS = 3;

    private final FloatBlock[][] blocks = new FloatBlock[2][];

    Gemm() {
        for (int core = 0; core < 2; core++) {
            blocks[core] = new FloatBlock[] {
                FloatBlock.allocate(SIZE * SIZE), FloatBlock.allocate(SIZE * SIZE), FloatBlock.allocate(SIZE * SIZE)
            };
        }
        gigaflops();
    }

    /** Additions and multiplications in 10⁹ per second. */
    double gigaflops() {
        long startNanos = System.nanoTime();
        IntStream.range(0, 2).parallel().forEach(core -> {
            for (int i = 0; i < REPEATS; i++) {
                Products.apply(blocks[core][0], SIZE, SIZE, blocks[core][1], SIZE, blocks[core][2]);
            }
        });
        return 2.0 * REPEATS * 2 * SIZE * SIZE * SIZE / (System.nanoTime() - startNanos);
    }
}
