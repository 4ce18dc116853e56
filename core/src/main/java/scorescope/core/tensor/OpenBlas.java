package scorescope.core.tensor;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.nd4j.linalg.factory.Nd4j;

/**
 * {@code cblas_sgemm} and {@code cblas_sdot} of the OpenBLAS library of ND4J, called on heap arrays.
 *
 * <p>ND4J's own call costs 12–15 µs against 0.2 µs here, does not always scale with two callers, and stores its numbers
 * outside the heap, where plain loops are not compiled to vector instructions.
 */
final class OpenBlas {
    static final int PLAIN = 111;
    static final int TRANSPOSED = 112;
    private static final int COLUMN_MAJOR = 102;
    private static final MethodHandle SGEMM;
    private static final MethodHandle SDOT;

    static {
        openLibrary();
        SGEMM = bind(
                "cblas_sgemm",
                FunctionDescriptor.ofVoid(
                        JAVA_INT,
                        JAVA_INT,
                        JAVA_INT,
                        JAVA_INT,
                        JAVA_INT,
                        JAVA_INT,
                        JAVA_FLOAT,
                        ADDRESS,
                        JAVA_INT,
                        ADDRESS,
                        JAVA_INT,
                        JAVA_FLOAT,
                        ADDRESS,
                        JAVA_INT));
        SDOT = bind("cblas_sdot", FunctionDescriptor.of(JAVA_FLOAT, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT));
    }

    private OpenBlas() {}

    private static void openLibrary() {
        Nd4j.getBackend();
        Nd4j.scalar(0f).close();
        // One thread per call, since several threads call. Set after ND4J is loaded, which sets another number.
        openblas_nolapack.blas_set_num_threads(1);
    }

    @SuppressWarnings("restricted") // calls native code, which the launcher permits
    private static MethodHandle bind(String name, FunctionDescriptor signature) {
        var function = SymbolLookup.loaderLookup()
                .find(name)
                .orElseThrow(() -> new IllegalStateException("OpenBLAS is loaded but has no " + name));
        return Linker.nativeLinker().downcallHandle(function, signature, Linker.Option.critical(true));
    }

    /** Loads the library and checks it on a product with a known result. */
    static void load() {
        float[] product = new float[2];
        gemm(
                TRANSPOSED,
                PLAIN,
                2,
                1,
                2,
                MemorySegment.ofArray(new float[] {1, 2, 3, 4}),
                2,
                MemorySegment.ofArray(new float[] {5, 6}),
                2,
                0,
                MemorySegment.ofArray(product),
                2);
        if (product[0] != 17 || product[1] != 39) {
            throw new IllegalStateException("OpenBLAS computes wrong products on this machine");
        }
    }

    /** c (m×n) = op(a) (m×k) · op(b) (k×n) + beta·c, all column-major with the given leading dimensions. */
    static void gemm(
            int opA,
            int opB,
            int m,
            int n,
            int k,
            MemorySegment a,
            int leadingA,
            MemorySegment b,
            int leadingB,
            float beta,
            MemorySegment c,
            int leadingC) {
        try {
            SGEMM.invokeExact(COLUMN_MAJOR, opA, opB, m, n, k, 1f, a, leadingA, b, leadingB, beta, c, leadingC);
        } catch (Throwable thrown) {
            throw unchecked(thrown);
        }
    }

    /** Σ a_i b_i over n elements. */
    static float dot(int n, MemorySegment a, MemorySegment b) {
        try {
            return (float) SDOT.invokeExact(n, a, 1, b, 1);
        } catch (Throwable thrown) {
            throw unchecked(thrown);
        }
    }

    private static RuntimeException unchecked(Throwable thrown) {
        if (thrown instanceof RuntimeException failure) {
            return failure;
        }
        if (thrown instanceof Error failure) {
            throw failure;
        }
        throw new AssertionError("a native call cannot throw a checked exception", thrown);
    }
}
