package scorescope.core.quadrature;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * Nodes x_i and weights w_i of a Gaussian rule for a symmetric probability law: E f(X) ≈ Σ w_i f(x_i), exact for
 * polynomials up to degree 2n − 1.
 *
 * <p>The law's orthonormal polynomials obey x p_k = b_{k+1} p_{k+1} + b_k p_{k−1}, p_0 = 1. The nodes are the zeros of p_n,
 * found degree by degree by bisection between those of p_{n−1}, which separate them; w_i = 1/Σ_{k&lt;n} p_k(x_i)².
 *
 * @param nodes in increasing order
 * @param weights sum to 1
 * @see <a href="https://dlmf.nist.gov/3.5#v">DLMF §3.5(v)</a>
 */
public record GaussRule(double[] nodes, double[] weights) {
    /**
     * Gauss–Hermite rule for X ~ N(0, 1); b_k = √k.
     *
     * @param count n, at least 1
     */
    public static GaussRule ofStandardNormal(int count) {
        return of(count, Math::sqrt);
    }

    /**
     * Gauss–Legendre rule for ∫₀¹ f; on [−1, 1], b_k = k/√(4k² − 1).
     *
     * @param count n, at least 1
     */
    public static GaussRule ofUnitInterval(int count) {
        var rule = of(count, k -> k / Math.sqrt(4.0 * k * k - 1));
        return new GaussRule(Arrays.stream(rule.nodes).map(z -> 0.5 * (1 + z)).toArray(), rule.weights);
    }

    /** @param coefficient b_k of the recurrence, for k from 1 */
    private static GaussRule of(int count, IntToDoubleFunction coefficient) {
        var b = new double[count + 1];
        double largest = 0;
        for (int k = 1; k <= count; k++) {
            b[k] = coefficient.applyAsDouble(k);
            largest = Math.max(largest, b[k]);
        }
        // The zeros are eigenvalues of the Jacobi matrix, whose row sums are at most this (Gershgorin).
        double bound = 2 * largest;
        double[] zeros = {0};
        for (int degree = 2; degree <= count; degree++) {
            var finer = new double[degree];
            for (int i = 0; i < degree; i++) {
                finer[i] = zero(b, degree, i == 0 ? -bound : zeros[i - 1], i == degree - 1 ? bound : zeros[i]);
            }
            zeros = finer;
        }
        var weights = Arrays.stream(zeros)
                .map(z -> {
                    double sum = 0;
                    for (int k = 0; k < count; k++) {
                        sum += polynomial(b, k, z) * polynomial(b, k, z);
                    }
                    return 1 / sum;
                })
                .toArray();
        return new GaussRule(zeros, weights);
    }

    private static double zero(double[] b, int degree, double from, double to) {
        double low = from;
        double high = to;
        boolean rising = polynomial(b, degree, from) < 0;
        while (true) {
            double middle = 0.5 * (low + high);
            if (middle <= low || middle >= high) {
                return middle;
            }
            if (polynomial(b, degree, middle) < 0 == rising) {
                low = middle;
            } else {
                high = middle;
            }
        }
    }

    /** p_k(z). */
    private static double polynomial(double[] b, int degree, double z) {
        double below = 0;
        double value = 1;
        for (int k = 0; k < degree; k++) {
            double next = (z * value - b[k] * below) / b[k + 1];
            below = value;
            value = next;
        }
        return value;
    }
}
