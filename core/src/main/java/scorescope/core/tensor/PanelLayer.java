package scorescope.core.tensor;

/**
 * A linear layer z = Wa + b without derivatives, on wide vectors. Weights are packed once in the order in which they are
 * read; samples are arranged in panels, which pass from layer to layer without being packed again. For matrices of a
 * network's size this is a fifth faster than a general product, which packs both operands at every call.
 *
 * <p>A panel is an array of {@link #SAMPLES} values of the first feature, then of the second, and so on. Rows are padded
 * with zeros to a whole number of tiles. Immutable, for any number of threads.
 */
public final class PanelLayer {
    /** Number of samples of a panel. */
    public static final int SAMPLES = WideKernel.SAMPLES;

    private final int inputs;
    private final int rows;
    private final float[] packed;

    /**
     * Packs the first {@code in} columns of W.
     *
     * @param w row-major, (out × row), copied
     */
    public PanelLayer(FloatBlock w, int out, int in, int row) {
        inputs = in + in % 2;
        rows = rows(out);
        packed = new float[rows * inputs];
        for (int i = 0; i < out; i++) {
            int tile = i - i % WideKernel.ROWS;
            for (int k = 0; k < in; k++) {
                packed[tile * inputs + k * WideKernel.ROWS + i % WideKernel.ROWS] = w.array()[w.offset() + i * row + k];
            }
        }
    }

    /** Whether this machine has the vectors that these layers need; waits for {@link Tensors}. */
    public static boolean available() {
        Tensors.await();
        return WideVectors.available();
    }

    /** The number of rows of a layer of {@code out} outputs: the next multiple of a tile's rows. */
    public static int rows(int out) {
        return (out + WideKernel.ROWS - 1) / WideKernel.ROWS * WideKernel.ROWS;
    }

    /**
     * z = Wa + b for consecutive panels.
     *
     * @param a features × {@link #SAMPLES} of each panel, one panel {@code stride} after the other; an odd number of
     *     features is followed by a row of zeros
     * @param b a bias for each of the rows
     * @param z overwritten, {@link #rows} × {@link #SAMPLES} of each panel, with the same stride; may not alias a
     */
    public void apply(float[] a, float[] b, float[] z, int panels, int stride) {
        for (int tile = 0; tile < rows; tile += WideKernel.ROWS) {
            // The weights of a tile stay in the first-level cache from panel to panel.
            for (int panel = 0; panel < panels; panel++) {
                WideKernel.tile(
                        packed,
                        tile * inputs,
                        inputs / 2,
                        a,
                        panel * stride,
                        b,
                        tile,
                        z,
                        panel * stride + tile * SAMPLES);
            }
        }
    }
}
