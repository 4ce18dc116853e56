package scorescope.core.network;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The non-linearity φ of all layers but the last. */
public enum Activation {
    SILU,
    TANH,
    SOFTPLUS,
    /** Its score is piecewise linear, so that divergences know nothing of the bends. */
    RELU,
    SINE;

    /** The names used in files. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(Activation::id).toList();
    }

    /** The activation named {@code id} in files. */
    public static Activation of(String id) {
        return Arrays.stream(values())
                .filter(activation -> activation.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no activation " + id));
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How it is computed. */
    Kernel kernel() {
        return switch (this) {
            case SILU -> new Silu();
            case TANH -> new Tanh();
            case SOFTPLUS -> new Softplus();
            case RELU -> new Relu();
            case SINE -> new Sine();
        };
    }

    /**
     * One activation over a stretch of an array. All arrays are used at the same places, and loops are short, so that the
     * JIT compiles them to vector instructions.
     */
    interface Kernel {
        /** z[i] = φ(z[i]) for from ≤ i &lt; to. */
        void value(float[] z, int from, int to, Scratch scratch);

        /** a[i] = φ(z[i]), then z[i] = φ'(z[i]), for from ≤ i &lt; to: what backpropagation needs. */
        void apply(float[] z, float[] a, int from, int to, Scratch scratch);

        /** As {@link #apply}, and φ'' and φ''' into {@code second} and {@code third}. */
        void derivatives(float[] z, float[] a, float[] second, float[] third, int from, int to, Scratch scratch);
    }

    /** Room for what the kernels keep from loop to loop, as long as the longest layer. */
    static final class Scratch {
        final float[] whole;
        final float[] rest;

        Scratch(int n) {
            whole = new float[n];
            rest = new float[n];
        }
    }
}
