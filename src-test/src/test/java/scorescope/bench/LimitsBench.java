package scorescope.bench;

import java.util.Locale;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import scorescope.core.tensor.Tensors;
import scorescope.core.tensor.VectorMath;

/**
 * Upper limits of this machine, for comparison with the other benchmarks: matrix products, memory bandwidth and exponentials,
 * on all cores at once, the fastest of several rounds.
 */
public final class LimitsBench {
    private static final int CORES = Runtime.getRuntime().availableProcessors();
    private static final int ROUNDS = 9;

    /** Floats of one array larger than any cache: 128 MB. */
    private static final int LARGE = 32 << 20;

    private static final int SMALL = 4096;
    private static final int REPEATS = 4000;

    private LimitsBench() {}

    static void main(String[] arguments) {
        Tensors.await();
        var products = new Gemm();
        double best = IntStream.range(0, ROUNDS)
                .mapToDouble(_ -> products.gigaflops())
                .max()
                .orElseThrow();
        print("matrix-products", best, "GFLOP/s");
        var from = new float[CORES][LARGE];
        var to = new float[CORES][LARGE];
        // Reads one array and writes the other.
        double copy = fastest(core -> System.arraycopy(from[core], 0, to[core], 0, LARGE));
        print("memory", 2.0 * CORES * LARGE * Float.BYTES / copy, "GB/s");
        var x = new float[CORES][SMALL];
        var whole = new float[CORES][SMALL];
        var rest = new float[CORES][SMALL];
        double exponentials = fastest(core -> {
            for (int i = 0; i < REPEATS; i++) {
                VectorMath.exp(x[core], whole[core], rest[core], SMALL);
            }
        });
        print("exponentials", 1e3 * CORES * REPEATS * SMALL / exponentials, "million/s");
    }

    /** Nanoseconds of the fastest round in which every core does {@code work} once. */
    private static double fastest(IntConsumer work) {
        return IntStream.range(0, ROUNDS)
                .mapToLong(_ -> {
                    long startNanos = System.nanoTime();
                    IntStream.range(0, CORES).parallel().forEach(work);
                    return System.nanoTime() - startNanos;
                })
                .min()
                .orElseThrow();
    }

    private static void print(String name, double value, String unit) {
        System.out.printf(Locale.ROOT, "limit-%s %.4g %s%n", name, value, unit);
    }
}
