package scorescope.core.tensor;

/**
 * The three matrix products of a linear layer, and the square of a norm, in float, on the calling thread.
 *
 * <p>Weights W are row-major (out × in), as NumPy writes them. Batches hold one sample after the other: (features × n)
 * column-major. Every product overwrites its result, except those that add to it, and allocates nothing; the result may not
 * alias an operand. The first call waits for {@link Tensors}.
 */
public final class Products {
    private Products() {}

    /** z = W a: (out × n) from W (out × in) and a (in × n). */
    public static void apply(FloatBlock w, int out, int in, FloatBlock a, int n, FloatBlock z) {
        multiply(w, out, in, in, a, n, 0, z);
    }

    /** z = z + W a, in the same shapes. */
    public static void applyPlus(FloatBlock w, int out, int in, FloatBlock a, int n, FloatBlock z) {
        multiply(w, out, in, in, a, n, 1, z);
    }

    /** z = z + W a of the first {@code in} columns of a W (out × row). */
    public static void applyPlus(FloatBlock w, int out, int in, int row, FloatBlock a, int n, FloatBlock z) {
        multiply(w, out, in, row, a, n, 1, z);
    }

    private static void multiply(
            FloatBlock w, int out, int in, int row, FloatBlock a, int n, float beta, FloatBlock z) {
        check(w, (out - 1) * row + in, a, in * n, z, out * n);
        OpenBlas.gemm(
                OpenBlas.TRANSPOSED,
                OpenBlas.PLAIN,
                out,
                n,
                in,
                w.segment(),
                row,
                a.segment(),
                in,
                beta,
                z.segment(),
                out);
    }

    /** a = Wᵀ z: (in × n) from W (out × in) and z (out × n). */
    public static void applyTransposed(FloatBlock w, int out, int in, FloatBlock z, int n, FloatBlock a) {
        applyTransposed(w, out, in, in, z, n, a);
    }

    /** The same with the first {@code in} columns of a W (out × row). */
    public static void applyTransposed(FloatBlock w, int out, int in, int row, FloatBlock z, int n, FloatBlock a) {
        check(w, (out - 1) * row + in, z, out * n, a, in * n);
        OpenBlas.gemm(
                OpenBlas.PLAIN, OpenBlas.PLAIN, in, n, out, w.segment(), row, z.segment(), out, 0, a.segment(), in);
    }

    /** W = z aᵀ = Σ_j z_j a_jᵀ: (out × in) from z (out × n) and a (in × n). */
    public static void sumOfOuter(FloatBlock z, int out, FloatBlock a, int in, int n, FloatBlock w) {
        sumOfOuter(z, out, a, in, n, w, in);
    }

    /** The same into the first {@code in} columns of a W (out × row); its other columns are not modified. */
    public static void sumOfOuter(FloatBlock z, int out, FloatBlock a, int in, int n, FloatBlock w, int row) {
        check(z, out * n, a, in * n, w, (out - 1) * row + in);
        OpenBlas.gemm(
                OpenBlas.PLAIN,
                OpenBlas.TRANSPOSED,
                in,
                out,
                n,
                a.segment(),
                in,
                z.segment(),
                out,
                0,
                w.segment(),
                row);
    }

    /** ‖a‖² = Σ a_i². */
    public static float squaredNorm(FloatBlock a) {
        Tensors.await();
        return OpenBlas.dot(a.length(), a.segment(), a.segment());
    }

    /** Checks bounds, which the native code does not. */
    private static void check(FloatBlock a, int lengthA, FloatBlock b, int lengthB, FloatBlock c, int lengthC) {
        if (a.length() < lengthA || b.length() < lengthB || c.length() < lengthC) {
            throw new IllegalArgumentException("a block is shorter than its matrix: " + a.length() + " of " + lengthA
                    + ", " + b.length() + " of " + lengthB + ", " + c.length() + " of " + lengthC);
        }
        Tensors.await();
    }
}
