package scorescope.core.network;

import scorescope.core.tensor.VectorMath;

/**
 * φ(z) = log(1+e^z) = max(z,0) + log(1+e^−|z|). With s = 1/(1+e^−z): φ' = s, φ'' = s(1 − s), φ''' = s(1 − s)(1 − 2s).
 */
final class Softplus implements Activation.Kernel {
    @Override
    public void value(float[] z, int from, int to, Activation.Scratch scratch) {
        exponential(z, from, to, scratch);
        value(z, scratch.rest, z, from, to);
    }

    @Override
    public void apply(float[] z, float[] a, int from, int to, Activation.Scratch scratch) {
        exponential(z, from, to, scratch);
        value(z, scratch.rest, a, from, to);
        derivative(z, scratch.rest, from, to);
    }

    @Override
    public void derivatives(
            float[] z, float[] a, float[] second, float[] third, int from, int to, Activation.Scratch scratch) {
        apply(z, a, from, to, scratch);
        higher(z, second, third, from, to);
    }

    /** Writes e^−|z| to {@code scratch.rest}. */
    private static void exponential(float[] z, int from, int to, Activation.Scratch scratch) {
        negateSize(z, scratch.rest, from, to);
        VectorMath.split(scratch.rest, 1, scratch.whole, scratch.rest, from, to);
        VectorMath.powerOfTwo(scratch.whole, from, to);
        scale(scratch.whole, scratch.rest, from, to);
    }

    private static void negateSize(float[] z, float[] a, int from, int to) {
        for (int i = from; i < to; i++) {
            a[i] = -Math.abs(z[i]);
        }
    }

    private static void scale(float[] whole, float[] rest, int from, int to) {
        for (int i = from; i < to; i++) {
            rest[i] = VectorMath.series(rest[i], whole[i]);
        }
    }

    private static void value(float[] z, float[] e, float[] a, int from, int to) {
        for (int i = from; i < to; i++) {
            a[i] = Math.max(z[i], 0) + VectorMath.log1p(e[i]);
        }
    }

    private static void derivative(float[] z, float[] e, int from, int to) {
        for (int i = from; i < to; i++) {
            z[i] = 0.5f + Math.copySign(1 / (1 + e[i]) - 0.5f, z[i]);
        }
    }

    private static void higher(float[] derivative, float[] second, float[] third, int from, int to) {
        for (int i = from; i < to; i++) {
            float s = derivative[i];
            float p = s * (1 - s);
            second[i] = p;
            third[i] = p * (1 - 2 * s);
        }
    }
}
