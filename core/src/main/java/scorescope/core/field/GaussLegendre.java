package scorescope.core.field;

/**
 * Nodes τ_i and weights w_i of Gauss and Legendre's rule on [0, 1]: ∫₀¹ f ≈ Σ w_i f(τ_i), exact for polynomials up to
 * degree 2n − 1. The nodes are found by Newton's method on the Legendre polynomial.
 *
 * @see <a href="https://dlmf.nist.gov/3.5#v">DLMF §3.5(v)</a>
 */
record GaussLegendre(double[] nodes, double[] weights) {
    /** @param count n, at least 1 */
    static GaussLegendre of(int count) {
        double[] nodes = new double[count];
        double[] weights = new double[count];
        for (int i = 0; i < count; i++) {
            double z = Math.cos(Math.PI * (i + 0.75) / (count + 0.5));
            double slope = 1;
            for (int step = 0; step < 100; step++) {
                double below = 1;
                double value = z;
                for (int k = 2; k <= count; k++) {
                    double next = ((2 * k - 1) * z * value - (k - 1) * below) / k;
                    below = value;
                    value = next;
                }
                slope = count * (z * value - below) / (z * z - 1);
                double move = value / slope;
                z -= move;
                if (Math.abs(move) < 1e-15) {
                    break;
                }
            }
            nodes[i] = 0.5 * (1 - z);
            weights[i] = 1 / ((1 - z * z) * slope * slope);
        }
        return new GaussLegendre(nodes, weights);
    }
}
