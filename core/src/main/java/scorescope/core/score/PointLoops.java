package scorescope.core.score;

/**
 * Loops over the n points of a block, for one component of a mixture each: short and without branches, so that the compiler
 * turns them into vector instructions. A covariance C = L D Lᵀ is given by the entry l of L ({@code shear}) and by the
 * inverse entries of D ({@code first}, {@code second}). Outputs may not alias inputs unless stated.
 */
final class PointLoops {
    private PointLoops() {}

    /** out_i ← C⁻¹(m − x_i) − s_i. */
    static void offsets(
            double[] x,
            double[] y,
            int n,
            double alpha,
            double cleanX,
            double cleanY,
            double shear,
            double first,
            double second,
            double[] scoreX,
            double[] scoreY,
            double[] outX,
            double[] outY) {
        for (int i = 0; i < n; i++) {
            double dx = Math.fma(alpha, cleanX, -x[i]);
            double uy = Math.fma(-shear, dx, Math.fma(alpha, cleanY, -y[i])) * second;
            outX[i] = Math.fma(dx, first, -shear * uy) - scoreX[i];
            outY[i] = uy - scoreY[i];
        }
    }

    /** Adds w_i (A + c u_i u_iᵀ) to the sums. */
    static void addSquares(
            double[] ux,
            double[] uy,
            double[] weight,
            int n,
            double ownXX,
            double ownXY,
            double ownYY,
            double scale,
            double[] xx,
            double[] xy,
            double[] yy) {
        for (int i = 0; i < n; i++) {
            double w = weight[i];
            double a = ux[i];
            double b = uy[i];
            xx[i] += w * Math.fma(scale * a, a, ownXX);
            xy[i] += w * Math.fma(scale * a, b, ownXY);
            yy[i] += w * Math.fma(scale * b, b, ownYY);
        }
    }

    /** term[i] ← log f − ½ (m − x_i)ᵀ C⁻¹ (m − x_i), m = αμ, with C⁻¹ given by its factors. */
    static void logTerms(
            double[] x,
            double[] y,
            int n,
            double alpha,
            double cleanX,
            double cleanY,
            double shear,
            double first,
            double second,
            double logFactor,
            double[] term) {
        for (int i = 0; i < n; i++) {
            double dx = Math.fma(alpha, cleanX, -x[i]);
            double e = Math.fma(-shear, dx, Math.fma(alpha, cleanY, -y[i]));
            term[i] = logFactor - 0.5 * Math.fma(dx * dx, first, e * e * second);
        }
    }

    /** largest[i] ← max(largest[i], term[i]). */
    static void raise(double[] largest, double[] term, int n) {
        for (int i = 0; i < n; i++) {
            largest[i] = Math.max(largest[i], term[i]);
        }
    }

    /** Adds w_i u_i to the sums and w_i to {@code sum}, u_i = C⁻¹(m − x_i). */
    static void gather(
            double[] x,
            double[] y,
            int n,
            double alpha,
            double cleanX,
            double cleanY,
            double shear,
            double first,
            double second,
            double[] weight,
            double[] sumX,
            double[] sumY,
            double[] sum) {
        for (int i = 0; i < n; i++) {
            double dx = Math.fma(alpha, cleanX, -x[i]);
            double uy = Math.fma(-shear, dx, Math.fma(alpha, cleanY, -y[i])) * second;
            double w = weight[i];
            sumX[i] += w * Math.fma(dx, first, -shear * uy);
            sumY[i] += w * uy;
            sum[i] += w;
        }
    }

    /** sum[i] ← sum[i] + weight[i]. */
    static void add(double[] weight, double[] sum, int n) {
        for (int i = 0; i < n; i++) {
            sum[i] += weight[i];
        }
    }

    /** numerator[i] ← numerator[i] / denominator[i]. */
    static void divide(double[] numerator, double[] denominator, int n) {
        for (int i = 0; i < n; i++) {
            numerator[i] /= denominator[i];
        }
    }
}
