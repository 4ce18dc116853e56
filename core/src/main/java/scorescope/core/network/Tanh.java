package scorescope.core.network;

import scorescope.core.tensor.VectorMath;

/** φ(z) = tanh z = 1 − 2/(1+e^2z); φ' = 1 − φ², φ'' = −2φφ', φ''' = φ'(6φ² − 2). */
final class Tanh implements Activation.Kernel {
    @Override
    public void apply(float[] z, float[] a, int from, int to, Activation.Scratch scratch) {
        VectorMath.split(z, 2, scratch.whole, scratch.rest, from, to);
        VectorMath.powerOfTwo(scratch.whole, from, to);
        finish(z, scratch.whole, scratch.rest, a, from, to);
    }

    @Override
    public void derivatives(
            float[] z, float[] a, float[] second, float[] third, int from, int to, Activation.Scratch scratch) {
        apply(z, a, from, to, scratch);
        higher(z, a, second, third, from, to);
    }

    private static void finish(float[] z, float[] whole, float[] rest, float[] a, int from, int to) {
        for (int i = from; i < to; i++) {
            float value = 1 - 2 / (1 + VectorMath.series(rest[i], whole[i]));
            a[i] = value;
            z[i] = 1 - value * value;
        }
    }

    private static void higher(float[] slope, float[] a, float[] second, float[] third, int from, int to) {
        for (int i = from; i < to; i++) {
            float value = a[i];
            second[i] = -2 * value * slope[i];
            third[i] = slope[i] * (6 * value * value - 2);
        }
    }
}
