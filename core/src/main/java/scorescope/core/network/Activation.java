package scorescope.core.network;

import java.util.Arrays;
import java.util.List;
import scorescope.core.tensor.VectorMath;

/** The non-linearity φ of all layers but the last. All three are smooth, as derivatives of scores need. */
public enum Activation {
    /** φ(z) = z/(1+e^−z); φ' = s + φ(1−s) with s = 1/(1+e^−z). */
    SILU {
        @Override
        void apply(float[] z, int at, float[] a, int n, Scratch scratch) {
            negate(z, at, scratch.e, n);
            VectorMath.exp(scratch.e, scratch.whole, scratch.rest, n);
            finish(z, at, scratch.e, a, n);
        }

        private static void negate(float[] z, int at, float[] e, int n) {
            for (int i = 0; i < n; i++) {
                e[i] = -z[at + i];
            }
        }

        private static void finish(float[] z, int at, float[] e, float[] a, int n) {
            for (int i = 0; i < n; i++) {
                float s = 1 / (1 + e[i]);
                float value = z[at + i] * s;
                a[at + i] = value;
                z[at + i] = s + value * (1 - s);
            }
        }
    },

    /** φ(z) = tanh z = 1 − 2/(1+e^2z); φ' = 1 − φ². */
    TANH {
        @Override
        void apply(float[] z, int at, float[] a, int n, Scratch scratch) {
            twice(z, at, scratch.e, n);
            VectorMath.exp(scratch.e, scratch.whole, scratch.rest, n);
            finish(z, at, scratch.e, a, n);
        }

        private static void twice(float[] z, int at, float[] e, int n) {
            for (int i = 0; i < n; i++) {
                e[i] = 2 * z[at + i];
            }
        }

        private static void finish(float[] z, int at, float[] e, float[] a, int n) {
            for (int i = 0; i < n; i++) {
                float value = 1 - 2 / (1 + e[i]);
                a[at + i] = value;
                z[at + i] = 1 - value * value;
            }
        }
    },

    /** φ(z) = log(1+e^z) = max(z,0) + log(1+e^−|z|); φ' = 1/(1+e^−z). */
    SOFTPLUS {
        @Override
        void apply(float[] z, int at, float[] a, int n, Scratch scratch) {
            negateSize(z, at, scratch.e, n);
            VectorMath.exp(scratch.e, scratch.whole, scratch.rest, n);
            VectorMath.log1p(scratch.e, scratch.rest, n);
            value(z, at, scratch.rest, a, n);
            slope(z, at, scratch.e, n);
        }

        private static void negateSize(float[] z, int at, float[] e, int n) {
            for (int i = 0; i < n; i++) {
                e[i] = -Math.abs(z[at + i]);
            }
        }

        private static void value(float[] z, int at, float[] log, float[] a, int n) {
            for (int i = 0; i < n; i++) {
                a[at + i] = Math.max(z[at + i], 0) + log[i];
            }
        }

        private static void slope(float[] z, int at, float[] e, int n) {
            for (int i = 0; i < n; i++) {
                z[at + i] = 0.5f + Math.copySign(1 / (1 + e[i]) - 0.5f, z[at + i]);
            }
        }
    };

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
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /**
     * a[at+i] = φ(z[at+i]), then z[at+i] = φ'(z[at+i]), for i &lt; n: values and, in place, what backpropagation
     * needs. Short loops, so that the JIT compiles them to vector instructions ({@link VectorMath}).
     */
    abstract void apply(float[] z, int at, float[] a, int n, Scratch scratch);

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
