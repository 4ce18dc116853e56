package scorescope.core.fit;

import java.util.Arrays;

/**
 * Nodes z_i and weights ω_i of Gauss and Hermite's rule, E f(Z) ≈ Σ ω_i f(z_i) for Z ~ N(0, 1): exact for polynomials up
 * to degree 2n − 1. The zeros of each orthonormal polynomial h_m are found by bisection between those of h_{m−1}, which
 * part them; ω_i = 1/Σ_{k&lt;n} h_k(z_i)².
 *
 * @see <a href="https://dlmf.nist.gov/3.5#v">DLMF §3.5(v)</a>
 */
record GaussHermite(double[] nodes, double[] weights) {
    /** @param count n, at least 1 */
    static GaussHermite of(int count) {
        double[] zeros = {0};
        for (int degree = 2; degree <= count; degree++) {
            // All zeros of h_m lie within √(4m + 2) of the origin.
            double bound = Math.sqrt(4.0 * degree + 2);
            double[] finer = new double[degree];
            for (int i = 0; i < degree; i++) {
                finer[i] = zero(degree, i == 0 ? -bound : zeros[i - 1], i == degree - 1 ? bound : zeros[i]);
            }
            zeros = finer;
        }
        double[] weights = Arrays.stream(zeros)
                .map(z -> {
                    double sum = 0;
                    for (int k = 0; k < count; k++) {
                        sum += polynomial(k, z) * polynomial(k, z);
                    }
                    return 1 / sum;
                })
                .toArray();
        return new GaussHermite(zeros, weights);
    }

    private static double zero(int degree, double from, double to) {
        double low = from;
        double high = to;
        boolean rising = polynomial(degree, from) < 0;
        while (true) {
            double middle = 0.5 * (low + high);
            if (middle <= low || middle >= high) {
                return middle;
            }
            if (polynomial(degree, middle) < 0 == rising) {
                low = middle;
            } else {
                high = middle;
            }
        }
    }

    /** h_m(z) by √(k+1) h_{k+1} = z h_k − √k h_{k−1}, h_0 = 1. */
    private static double polynomial(int degree, double z) {
        double below = 0;
        double value = 1;
        for (int k = 0; k < degree; k++) {
            double next = (z * value - Math.sqrt(k) * below) / Math.sqrt(k + 1.0);
            below = value;
            value = next;
        }
        return value;
    }
}
