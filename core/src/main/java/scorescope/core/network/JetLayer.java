package scorescope.core.network;

import scorescope.core.tensor.FloatBlock;

/**
 * Propagates derivatives through a layer's non-linearity, forward and backward. With z = Wa + b of a sample, dots for
 * derivatives along directions i, j:
 *
 * <ul>
 *   <li>forward: ȧ_i = φ' ż_i, ä_ij = φ'' ż_i ż_j + φ' z̈_ij;
 *   <li>backward, from γ = ∂L/∂a, γ_i = ∂L/∂ȧ_i, γ_ij = ∂L/∂ä_ij to the derivatives with respect to z: δ_ij = φ' γ_ij, δ_i
 *       = φ' γ_i + φ'' ż_j γ_ij (and for j likewise), δ = φ' γ + Σ φ'' ż_i γ_i + Σ (φ''' ż_i ż_j + φ'' z̈_ij) γ_ij.
 * </ul>
 */
final class JetLayer {
    private JetLayer() {}

    /**
     * @param derivative φ' in its first {@code size} numbers, then ż and z̈; not modified
     * @param value its blocks after the first are overwritten
     * @param size rows · n, the length of a block
     */
    static void forward(Jet jet, FloatBlock derivative, float[] second, FloatBlock value, int size) {
        float[] z = derivative.array();
        float[] a = value.array();
        for (int i = 1; i <= jet.directions(); i++) {
            product(z, i * size, z, a, i * size, size);
        }
        for (int p = 0; p < jet.seconds().size(); p++) {
            var pair = jet.seconds().get(p);
            int at = (1 + jet.directions() + p) * size;
            bend(z, (1 + pair.a()) * size, (1 + pair.b()) * size, at, second, a, size);
        }
    }

    /** @param delta on entry ∂L/∂a with its blocks, on return ∂L/∂z */
    static void backward(Jet jet, FloatBlock derivative, float[] second, float[] third, FloatBlock delta, int size) {
        float[] z = derivative.array();
        float[] d = delta.array();
        int firstSecond = 1 + jet.directions();
        product(d, 0, z, d, 0, size);
        for (int i = 1; i <= jet.directions(); i++) {
            addProduct(d, i * size, z, i * size, second, d, 0, size);
            product(d, i * size, z, d, i * size, size);
        }
        for (int p = 0; p < jet.seconds().size(); p++) {
            var pair = jet.seconds().get(p);
            int at = (firstSecond + p) * size;
            int a = (1 + pair.a()) * size;
            int b = (1 + pair.b()) * size;
            addProduct(d, at, z, at, second, d, 0, size);
            addTriple(d, at, z, a, b, third, size);
            addProduct(d, at, z, b, second, d, a, size);
            addProduct(d, at, z, a, second, d, b, size);
            product(d, at, z, d, at, size);
        }
    }

    /** out[to+i] = x[at+i] φ'[i]. */
    private static void product(float[] x, int at, float[] derivative, float[] out, int to, int n) {
        for (int i = 0; i < n; i++) {
            out[to + i] = x[at + i] * derivative[i];
        }
    }

    private static void bend(float[] z, int a, int b, int second, float[] curve, float[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[second + i] = curve[i] * z[a + i] * z[b + i] + z[i] * z[second + i];
        }
    }

    /** out[to+i] += curve[i] x[at+i] y[by+i]. */
    private static void addProduct(float[] x, int at, float[] y, int by, float[] curve, float[] out, int to, int n) {
        for (int i = 0; i < n; i++) {
            out[to + i] += curve[i] * x[at + i] * y[by + i];
        }
    }

    private static void addTriple(float[] d, int at, float[] z, int a, int b, float[] third, int n) {
        for (int i = 0; i < n; i++) {
            d[i] += third[i] * z[a + i] * z[b + i] * d[at + i];
        }
    }
}
