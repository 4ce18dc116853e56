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

    /** One activation over a stretch of an array, in short loops, so that the JIT compiles them to vector instructions. */
    interface Kernel {
        /** a[at+i] = φ(z[at+i]), then z[at+i] = φ'(z[at+i]), for i &lt; n: what backpropagation needs. */
        void apply(float[] z, int at, float[] a, int n, Scratch scratch);

        /** As {@link #apply}, and φ'' and φ''' into {@code second} and {@code third} at the same places. */
        void derivatives(float[] z, int at, float[] a, float[] second, float[] third, int n, Scratch scratch);
    }

    /** Arrays for one column at a time, small enough to stay in the first-level cache. */
    static final class Scratch {
        final float[] e;
        final float[] whole;
        final float[] rest;

        Scratch(int n) {
            e = new float[n];
            whole = new float[n];
            rest = new float[n];
        }
    }
}
