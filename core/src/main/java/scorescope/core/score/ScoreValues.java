package scorescope.core.score;

/**
 * Outputs of a {@link ScoreNetwork} for each sample, or the derivatives of a loss with respect to them. Parts that are not
 * computed stay 0.
 */
public final class ScoreValues {
    /** s, x and y alternating. */
    final double[] score;
    /** J row by row: ∂s_x/∂x, ∂s_x/∂y, ∂s_y/∂x, ∂s_y/∂y. */
    final double[] jacobian;
    /** vᵀJv, the K numbers of a sample adjacent. */
    final double[] quadratic;
    /** E, of an energy network. */
    final double[] energy;

    ScoreValues(int capacity, int probes) {
        score = new double[2 * capacity];
        jacobian = new double[4 * capacity];
        quadratic = new double[probes * capacity];
        energy = new double[capacity];
    }

    /** s, x and y alternating. The array itself, not a copy. */
    public double[] score() {
        return score;
    }

    /** J row by row, four numbers per sample: ∂s_x/∂x, ∂s_x/∂y, ∂s_y/∂x, ∂s_y/∂y. The array itself, not a copy. */
    public double[] jacobian() {
        return jacobian;
    }

    /** vᵀJv, the K numbers of a sample adjacent. The array itself, not a copy. */
    public double[] quadratic() {
        return quadratic;
    }

    /** E of an energy network. The array itself, not a copy. */
    public double[] energy() {
        return energy;
    }
}
