package scorescope.core.network;

import scorescope.core.parameter.Option;

/** The non-linearity φ of all layers but the last. */
public enum Activation implements Option {
    SILU("silu", "SiLU", "z/(1 + e⁻ᶻ)", "Smooth; the usual choice."),
    TANH("tanh", "Tanh", "tanh z", "Smooth and bounded."),
    SOFTPLUS("softplus", "Softplus", "log(1 + eᶻ)", "A smooth ReLU."),
    /** The score is piecewise linear, so that its divergence lacks the contribution of the kinks. */
    RELU("relu", "ReLU", "max(0, z)", "Piecewise linear: losses that take divergences miss its bends."),
    SINE("sine", "Sine", "sin z", "Periodic; fits fine detail.");

    private final Entry entry;

    Activation(String id, String title, String symbol, String help) {
        entry = Option.of(id, title, symbol, help);
    }

    @Override
    public Entry entry() {
        return entry;
    }

    /** The loops that compute it. */
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
     * One activation over a range of an array. All arrays are accessed at the same indices, and loops are short, so that
     * the JIT compiles them to vector instructions.
     */
    interface Kernel {
        /** z[i] = φ(z[i]) for from ≤ i &lt; to. */
        void value(float[] z, int from, int to, Scratch scratch);

        /** a[i] = φ(z[i]), then z[i] = φ'(z[i]), for from ≤ i &lt; to: what backpropagation needs. */
        void apply(float[] z, float[] a, int from, int to, Scratch scratch);

        /** As {@link #apply}, and φ'' and φ''' into {@code second} and {@code third}. */
        void derivatives(float[] z, float[] a, float[] second, float[] third, int from, int to, Scratch scratch);
    }

    /** Working arrays of the kernels, as long as the longest layer. */
    static final class Scratch {
        final float[] whole;
        final float[] rest;

        Scratch(int n) {
            whole = new float[n];
            rest = new float[n];
        }
    }
}
