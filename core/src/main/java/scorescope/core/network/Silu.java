package scorescope.core.network;

import scorescope.core.tensor.VectorMath;

/**
 * φ(z) = z s with s = 1/(1+e^−z). With c = 1 − 2s and p = s(1 − s): φ' = s + φ(1 − s), φ'' = p(2 + zc),
 * φ''' = p(3c + z(c² − 2p)).
 */
final class Silu implements Activation.Kernel {
    @Override
    public void value(float[] z, int from, int to, Activation.Scratch scratch) {
        VectorMath.silu(z, from, to);
    }

    @Override
    public void apply(float[] z, float[] a, int from, int to, Activation.Scratch scratch) {
        for (int i = from; i < to; i++) {
            float s = 0.5f + VectorMath.centredSigmoid(z[i]);
            float value = z[i] * s;
            a[i] = value;
            z[i] = Math.fma(value, 1 - s, s);
        }
    }

    @Override
    public void derivatives(
            float[] z, float[] a, float[] second, float[] third, int from, int to, Activation.Scratch scratch) {
        sigmoid(z, scratch.rest, from, to);
        higher(z, scratch.rest, second, third, from, to);
        finish(z, scratch.rest, a, from, to);
    }

    private static void sigmoid(float[] z, float[] sigmoid, int from, int to) {
        for (int i = from; i < to; i++) {
            sigmoid[i] = 0.5f + VectorMath.centredSigmoid(z[i]);
        }
    }

    private static void finish(float[] z, float[] sigmoid, float[] a, int from, int to) {
        for (int i = from; i < to; i++) {
            float s = sigmoid[i];
            float value = z[i] * s;
            a[i] = value;
            z[i] = Math.fma(value, 1 - s, s);
        }
    }

    private static void higher(float[] z, float[] sigmoid, float[] second, float[] third, int from, int to) {
        for (int i = from; i < to; i++) {
            float s = sigmoid[i];
            float c = 1 - 2 * s;
            float p = s * (1 - s);
            second[i] = p * (2 + z[i] * c);
            third[i] = p * (3 * c + z[i] * (c * c - 2 * p));
        }
    }
}
