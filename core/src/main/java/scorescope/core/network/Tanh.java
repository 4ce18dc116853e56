package scorescope.core.network;

import scorescope.core.tensor.VectorMath;

/** φ(z) = tanh z; φ' = 1 − φ², φ'' = −2φφ', φ''' = φ'(6φ² − 2). */
final class Tanh implements Activation.Kernel {
    @Override
    public void value(float[] z, int from, int to, Activation.Scratch scratch) {
        for (int i = from; i < to; i++) {
            z[i] = 2 * VectorMath.centredSigmoid(2 * z[i]);
        }
    }

    @Override
    public void apply(float[] z, float[] a, int from, int to, Activation.Scratch scratch) {
        for (int i = from; i < to; i++) {
            float value = 2 * VectorMath.centredSigmoid(2 * z[i]);
            a[i] = value;
            z[i] = 1 - value * value;
        }
    }

    @Override
    public void derivatives(
            float[] z, float[] a, float[] second, float[] third, int from, int to, Activation.Scratch scratch) {
        apply(z, a, from, to, scratch);
        higher(z, a, second, third, from, to);
    }

    private static void higher(float[] derivative, float[] a, float[] second, float[] third, int from, int to) {
        for (int i = from; i < to; i++) {
            float value = a[i];
            second[i] = -2 * value * derivative[i];
            third[i] = derivative[i] * (6 * value * value - 2);
        }
    }
}
