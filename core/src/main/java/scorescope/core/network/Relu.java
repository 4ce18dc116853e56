package scorescope.core.network;

/** φ(z) = max(z, 0); φ' = 1 where z &gt; 0, else 0; φ'' = φ''' = 0 except at 0, where they do not exist. */
final class Relu implements Activation.Kernel {
    @Override
    public void value(float[] z, int from, int to, Activation.Scratch scratch) {
        for (int i = from; i < to; i++) {
            z[i] = Math.max(z[i], 0);
        }
    }

    @Override
    public void apply(float[] z, float[] a, int from, int to, Activation.Scratch scratch) {
        for (int i = from; i < to; i++) {
            a[i] = Math.max(z[i], 0);
        }
        for (int i = from; i < to; i++) {
            z[i] = z[i] > 0 ? 1 : 0;
        }
    }

    @Override
    public void derivatives(
            float[] z, float[] a, float[] second, float[] third, int from, int to, Activation.Scratch scratch) {
        apply(z, a, from, to, scratch);
        java.util.Arrays.fill(second, from, to, 0);
        java.util.Arrays.fill(third, from, to, 0);
    }
}
