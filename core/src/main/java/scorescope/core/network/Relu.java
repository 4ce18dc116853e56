package scorescope.core.network;

/** φ(z) = max(z, 0); φ' = 1 where z &gt; 0, else 0; φ'' = φ''' = 0 but at the bend, where they do not exist. */
final class Relu implements Activation.Kernel {
    @Override
    public void apply(float[] z, int at, float[] a, int n, Activation.Scratch scratch) {
        for (int i = 0; i < n; i++) {
            a[at + i] = Math.max(z[at + i], 0);
        }
        for (int i = 0; i < n; i++) {
            z[at + i] = z[at + i] > 0 ? 1 : 0;
        }
    }

    @Override
    public void derivatives(
            float[] z, int at, float[] a, float[] second, float[] third, int n, Activation.Scratch scratch) {
        apply(z, at, a, n, scratch);
        java.util.Arrays.fill(second, at, at + n, 0);
        java.util.Arrays.fill(third, at, at + n, 0);
    }
}
