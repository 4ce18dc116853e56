package scorescope.bench;

import java.util.stream.IntStream;
import scorescope.core.tensor.FloatBlock;
import scorescope.core.tensor.Products;

/** What the machine's two cores multiply at best: large products, one on each core at a time. */
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

    /** Thousand millions of additions and multiplications a second. */
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
