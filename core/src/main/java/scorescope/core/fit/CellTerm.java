package scorescope.core.fit;

import scorescope.core.density.NoisedMixture;

/**
 * The logarithm of one term of a mixture over a cell, the parallelogram centre + a·u + b·v with |u|, |v| ≤ 1: c + g·(u, v)
 * − ½ (u, v) M (u, v)ᵀ. The difference of two such terms has the same form.
 */
record CellTerm(double c, double g1, double g2, double m11, double m12, double m22) {
    /**
     * @param a half of the cell's first side
     * @param b half of its second side
     */
    static CellTerm of(NoisedMixture mixture, int k, double x, double y, double[] a, double[] b) {
        double pullX = mixture.pullX(k, x, y);
        double pullY = mixture.pullY(k, x, y);
        return new CellTerm(
                mixture.logTerm(k, x, y),
                pullX * a[0] + pullY * a[1],
                pullX * b[0] + pullY * b[1],
                form(mixture, k, a, a),
                form(mixture, k, a, b),
                form(mixture, k, b, b));
    }

    private static double form(NoisedMixture mixture, int k, double[] a, double[] b) {
        return mixture.precisionXX(k) * a[0] * b[0]
                + mixture.precisionXY(k) * (a[0] * b[1] + a[1] * b[0])
                + mixture.precisionYY(k) * a[1] * b[1];
    }

    CellTerm minus(CellTerm other) {
        return new CellTerm(
                c - other.c, g1 - other.g1, g2 - other.g2, m11 - other.m11, m12 - other.m12, m22 - other.m22);
    }

    /** The mean of the values at the four corners. */
    double atCorners() {
        return c - 0.5 * (m11 + m22);
    }

    /** Half of the cell's width in standard deviations of the term, along the direction in which it is narrowest. */
    double halfWidth() {
        return Math.sqrt(0.5 * (m11 + m22) + Math.hypot(0.5 * (m11 - m22), m12));
    }

    /** The largest value in the cell: at a corner, on a side, or where the gradient is 0. */
    double most() {
        double most = Double.NEGATIVE_INFINITY;
        for (int end = -1; end <= 1; end += 2) {
            double v = inside((g2 - m12 * end) / m22, m22);
            double u = inside((g1 - m12 * end) / m11, m11);
            most = Math.max(most, Math.max(at(end, v), at(u, end)));
            most = Math.max(most, Math.max(at(end, 1), at(end, -1)));
        }
        double determinant = m11 * m22 - m12 * m12;
        if (determinant > 0 && m11 > 0) {
            double u = (m22 * g1 - m12 * g2) / determinant;
            double v = (m11 * g2 - m12 * g1) / determinant;
            if (Math.abs(u) < 1 && Math.abs(v) < 1) {
                most = Math.max(most, at(u, v));
            }
        }
        return most;
    }

    private static double inside(double place, double curvature) {
        return curvature > 0 ? Math.clamp(place, -1, 1) : 1;
    }

    private double at(double u, double v) {
        return c + g1 * u + g2 * v - 0.5 * (m11 * u * u + 2 * m12 * u * v + m22 * v * v);
    }
}
