package scorescope.core.network;

import scorescope.core.tensor.VectorMath;

/** φ(z) = tanh z = 1 − 2/(1+e^2z); φ' = 1 − φ², φ'' = −2φφ', φ''' = φ'(6φ² − 2). */
final class Tanh implements Activation.Kernel {
    @Override
    public void apply(float[] z, int at, float[] a, int n, Activation.Scratch scratch) {
        twice(z, at, scratch.e, n);
        VectorMath.exp(scratch.e, scratch.whole, scratch.rest, n);
        finish(z, at, scratch.e, a, n);
    }

    @Override
    public void derivatives(
            float[] z, int at, float[] a, float[] second, float[] third, int n, Activation.Scratch scratch) {
        apply(z, at, a, n, scratch);
        higher(z, at, a, second, third, n);
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

    private static void higher(float[] slope, int at, float[] a, float[] second, float[] third, int n) {
        for (int i = 0; i < n; i++) {
            float value = a[at + i];
            second[at + i] = -2 * value * slope[at + i];
            third[at + i] = slope[at + i] * (6 * value * value - 2);
        }
    }
}
