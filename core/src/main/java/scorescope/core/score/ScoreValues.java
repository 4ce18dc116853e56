package scorescope.core.score;

/**
 * Outputs of a {@link ScoreNetwork} for each sample, or a loss's derivatives by them. Parts that are not computed stay 0.
 */
public final class ScoreValues {
    /** s, x and y alternating. */
    final double[] score;
    /** J row by row: ∂s_x/∂x, ∂s_x/∂y, ∂s_y/∂x, ∂s_y/∂y. */
    final double[] jacobian;
    /** vᵀJv, K of a sample together. */
    final double[] quadratic;
    /** E, of an energy network. */
    final double[] energy;

    ScoreValues(int capacity, int probes) {
        score = new double[2 * capacity];
        jacobian = new double[4 * capacity];
        quadratic = new double[probes * capacity];
        energy = new double[capacity];
    }

    /** s, x and y alternating, live. */
    public double[] score() {
        return score;
    }

    /** J row by row, four a sample: ∂s_x/∂x, ∂s_x/∂y, ∂s_y/∂x, ∂s_y/∂y, live. */
    public double[] jacobian() {
        return jacobian;
    }

    /** vᵀJv, K of a sample together, live. */
    public double[] quadratic() {
        return quadratic;
    }

    /** E of an energy network, live. */
    public double[] energy() {
        return energy;
    }
}
