package scorescope.core.network;

import scorescope.core.tensor.VectorMath;

/**
 * φ(z) = z s with s = 1/(1+e^−z). With c = 1 − 2s and p = s(1 − s): φ' = s + φ(1 − s), φ'' = p(2 + zc),
 * φ''' = p(3c + z(c² − 2p)).
 */
final class Silu implements Activation.Kernel {
    @Override
    public void apply(float[] z, int at, float[] a, int n, Activation.Scratch scratch) {
        negate(z, at, scratch.e, n);
        VectorMath.exp(scratch.e, scratch.whole, scratch.rest, n);
        finish(z, at, scratch.e, a, n);
    }

    @Override
    public void derivatives(
            float[] z, int at, float[] a, float[] second, float[] third, int n, Activation.Scratch scratch) {
        negate(z, at, scratch.e, n);
        VectorMath.exp(scratch.e, scratch.whole, scratch.rest, n);
        higher(z, at, scratch.e, second, third, n);
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

    private static void higher(float[] z, int at, float[] e, float[] second, float[] third, int n) {
        for (int i = 0; i < n; i++) {
            float s = 1 / (1 + e[i]);
            float c = 1 - 2 * s;
            float p = s * (1 - s);
            float x = z[at + i];
            second[at + i] = p * (2 + x * c);
            third[at + i] = p * (3 * c + x * (c * c - 2 * p));
        }
    }
}
