package scorescope.core.sampling.step;

/** Linear combinations of arrays, in loops short enough for the compiler to use vectors. The output may alias an input. */
public final class Linear {
    private Linear() {}

    /** out ← a u + b v at from..to−1. */
    public static void combine(double a, double[] u, double b, double[] v, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = a * u[i] + b * v[i];
        }
    }

    /** out ← a u + b v + c w at from..to−1. */
    public static void combine(
            double a, double[] u, double b, double[] v, double c, double[] w, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = a * u[i] + b * v[i] + c * w[i];
        }
    }
}
