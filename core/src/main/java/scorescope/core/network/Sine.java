package scorescope.core.network;

import scorescope.core.tensor.VectorMath;

/**
 * φ(z) = sin z; φ' = cos z, φ'' = −sin z, φ''' = −cos z.
 *
 * @see <a href="https://arxiv.org/abs/2006.09661">Sitzmann et al. 2020, Implicit neural representations with periodic
 *     activation functions</a>
 */
final class Sine implements Activation.Kernel {
    @Override
    public void value(float[] z, int from, int to, Activation.Scratch scratch) {
        VectorMath.halfTurns(z, scratch.whole, scratch.rest, from, to);
        VectorMath.sign(scratch.whole, from, to);
        turn(scratch.whole, scratch.rest, z, from, to);
    }

    @Override
    public void apply(float[] z, float[] a, int from, int to, Activation.Scratch scratch) {
        VectorMath.halfTurns(z, scratch.whole, scratch.rest, from, to);
        VectorMath.sign(scratch.whole, from, to);
        finish(z, scratch.whole, scratch.rest, a, from, to);
    }

    @Override
    public void derivatives(
            float[] z, float[] a, float[] second, float[] third, int from, int to, Activation.Scratch scratch) {
        apply(z, a, from, to, scratch);
        for (int i = from; i < to; i++) {
            second[i] = -a[i];
            third[i] = -z[i];
        }
    }

    private static void turn(float[] sign, float[] rest, float[] a, int from, int to) {
        for (int i = from; i < to; i++) {
            a[i] = VectorMath.sine(rest[i], sign[i]);
        }
    }

    private static void finish(float[] z, float[] sign, float[] rest, float[] a, int from, int to) {
        for (int i = from; i < to; i++) {
            a[i] = VectorMath.sine(rest[i], sign[i]);
            z[i] = VectorMath.cosine(rest[i], sign[i]);
        }
    }
}
