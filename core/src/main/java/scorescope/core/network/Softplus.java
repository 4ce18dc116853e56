package scorescope.core.network;

import scorescope.core.tensor.VectorMath;

/**
 * φ(z) = log(1+e^z) = max(z,0) + log(1+e^−|z|). With s = 1/(1+e^−z): φ' = s, φ'' = s(1 − s), φ''' = s(1 − s)(1 − 2s).
 */
final class Softplus implements Activation.Kernel {
    @Override
    public void apply(float[] z, int at, float[] a, int n, Activation.Scratch scratch) {
        negateSize(z, at, scratch.e, n);
        VectorMath.exp(scratch.e, scratch.whole, scratch.rest, n);
        VectorMath.log1p(scratch.e, scratch.rest, n);
        value(z, at, scratch.rest, a, n);
        slope(z, at, scratch.e, n);
    }

    @Override
    public void derivatives(
            float[] z, int at, float[] a, float[] second, float[] third, int n, Activation.Scratch scratch) {
        apply(z, at, a, n, scratch);
        higher(z, at, second, third, n);
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

    private static void higher(float[] slope, int at, float[] second, float[] third, int n) {
        for (int i = 0; i < n; i++) {
            float s = slope[at + i];
            float p = s * (1 - s);
            second[at + i] = p;
            third[at + i] = p * (1 - 2 * s);
        }
    }
}
