package scorescope.core.network;

import scorescope.core.tensor.VectorMath;

/**
 * φ(z) = z s with s = 1/(1+e^−z). With c = 1 − 2s and p = s(1 − s): φ' = s + φ(1 − s), φ'' = p(2 + zc),
 * φ''' = p(3c + z(c² − 2p)).
 */
final class Silu implements Activation.Kernel {
    @Override
    public void apply(float[] z, float[] a, int from, int to, Activation.Scratch scratch) {
        sigmoid(z, from, to, scratch);
        finish(z, scratch.rest, a, from, to);
    }

    @Override
    public void derivatives(
            float[] z, float[] a, float[] second, float[] third, int from, int to, Activation.Scratch scratch) {
        sigmoid(z, from, to, scratch);
        higher(z, scratch.rest, second, third, from, to);
        finish(z, scratch.rest, a, from, to);
    }

    /** Leaves s in {@code scratch.rest}. */
    private static void sigmoid(float[] z, int from, int to, Activation.Scratch scratch) {
        VectorMath.split(z, -1, scratch.whole, scratch.rest, from, to);
        VectorMath.powerOfTwo(scratch.whole, from, to);
        invert(scratch.whole, scratch.rest, from, to);
    }

    private static void invert(float[] whole, float[] rest, int from, int to) {
        for (int i = from; i < to; i++) {
            rest[i] = 1 / (1 + VectorMath.series(rest[i], whole[i]));
        }
    }

    private static void finish(float[] z, float[] sigmoid, float[] a, int from, int to) {
        for (int i = from; i < to; i++) {
            float s = sigmoid[i];
            float value = z[i] * s;
            a[i] = value;
            z[i] = s + value * (1 - s);
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
