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
    public void apply(float[] z, int at, float[] a, int n, Activation.Scratch scratch) {
        System.arraycopy(z, at, scratch.e, 0, n);
        VectorMath.sine(scratch.e, scratch.whole, scratch.rest, n);
        System.arraycopy(scratch.e, 0, a, at, n);
        VectorMath.cosineOfReduced(scratch.whole, scratch.rest, n);
        System.arraycopy(scratch.rest, 0, z, at, n);
    }

    @Override
    public void derivatives(
            float[] z, int at, float[] a, float[] second, float[] third, int n, Activation.Scratch scratch) {
        apply(z, at, a, n, scratch);
        for (int i = 0; i < n; i++) {
            second[at + i] = -a[at + i];
            third[at + i] = -z[at + i];
        }
    }
}
