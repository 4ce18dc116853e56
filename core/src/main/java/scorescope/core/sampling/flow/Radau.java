package scorescope.core.sampling.flow;

/**
 * Coefficients of the Radau IIA method of five stages, an implicit Runge–Kutta method of order 9 that is stable on stiff
 * paths: nodes c_j where P₅ − P₄ vanishes on [0, 1], weights a_ij = ∫₀^{c_i} ℓ_j with the Lagrange polynomials ℓ_j of the
 * nodes. The last stage is at the step's end.
 *
 * @see <a href="https://doi.org/10.1007/978-3-642-05221-7">Hairer, Wanner: Solving ordinary differential equations II,
 *     sections IV.5 and IV.8</a>
 */
final class Radau {
    static final int STAGES = 5;
    /**
     * The error estimate is h γ₀ (f(0) − P(0)), P the polynomial through the stages' derivatives; γ₀ a real eigenvalue of
     * A.
     */
    static final double GAMMA = 0.15906586;

    private static final double[] NODES = nodes();
    private static final double[][] WEIGHTS = weights();
    private static final double[] AT_BEGINNING = lagrange(0, 0);
    private static final double[] AT_BEGINNING_OF_FEWER = lagrange(0, 1);

    private Radau() {}

    static double node(int stage) {
        return NODES[stage];
    }

    static double weight(int stage, int derivative) {
        return WEIGHTS[stage][derivative];
    }

    /** ℓ_j(0). */
    static double atBeginning(int stage) {
        return AT_BEGINNING[stage];
    }

    /** ℓ_j(0) of the polynomials through all nodes but the first, whose entry is 0. */
    static double atBeginningOfFewer(int stage) {
        return AT_BEGINNING_OF_FEWER[stage];
    }

    /** The Lagrange polynomials of the nodes at {@code x}, which is 0 at the beginning of a step and 1 at its end. */
    static double[] lagrange(double x) {
        return lagrange(x, 0);
    }

    private static double[] lagrange(double x, int firstNode) {
        var values = new double[STAGES];
        for (int j = firstNode; j < STAGES; j++) {
            values[j] = 1;
            for (int m = firstNode; m < STAGES; m++) {
                if (m != j) {
                    values[j] *= (x - NODES[m]) / (NODES[j] - NODES[m]);
                }
            }
        }
        return values;
    }

    /** P₅(2x − 1) − P₄(2x − 1). */
    private static double polynomial(double x) {
        double z = 2 * x - 1;
        double before = 1;
        double now = z;
        for (int n = 1; n < STAGES; n++) {
            double next = ((2 * n + 1) * z * now - n * before) / (n + 1);
            before = now;
            now = next;
        }
        return now - before;
    }

    /** The nodes: four by bisection between sign changes of the polynomial, the fifth is 1. */
    private static double[] nodes() {
        var nodes = new double[STAGES];
        int found = 0;
        int parts = 64;
        for (int i = 0; i < parts && found < STAGES - 1; i++) {
            double low = i / (double) parts;
            double high = (i + 1) / (double) parts;
            if (polynomial(low) * polynomial(high) < 0) {
                nodes[found++] = root(low, high);
            }
        }
        nodes[STAGES - 1] = 1;
        return nodes;
    }

    private static double root(double from, double to) {
        double low = from;
        double high = to;
        double sign = Math.signum(polynomial(low));
        while (true) {
            double middle = 0.5 * (low + high);
            if (middle <= low || middle >= high) {
                return middle;
            }
            if (Math.signum(polynomial(middle)) == sign) {
                low = middle;
            } else {
                high = middle;
            }
        }
    }

    /** The weights a_ij, exact by the Gauss–Legendre rule with three nodes, since ℓ_j has degree 4. */
    private static double[][] weights() {
        double[] points = {0.5 - 0.5 * Math.sqrt(0.6), 0.5, 0.5 + 0.5 * Math.sqrt(0.6)};
        double[] shares = {5 / 18.0, 8 / 18.0, 5 / 18.0};
        var weights = new double[STAGES][STAGES];
        for (int i = 0; i < STAGES; i++) {
            for (int p = 0; p < points.length; p++) {
                var values = lagrange(NODES[i] * points[p]);
                for (int j = 0; j < STAGES; j++) {
                    weights[i][j] += NODES[i] * shares[p] * values[j];
                }
            }
        }
        return weights;
    }
}
