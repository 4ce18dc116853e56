package scorescope.core.score;

import scorescope.core.noise.NoiseLevel;

/** A score with its Jacobian J_ij = ∂s_i/∂x_j; for an exact score this is the Hessian of log p, symmetric. */
public interface JacobianField {
    /** Writes J at the points {@code from ≤ i < to}; all outputs in 1/data units². */
    void jacobian(
            double[] x,
            double[] y,
            int from,
            int to,
            NoiseLevel level,
            double[] xx,
            double[] xy,
            double[] yx,
            double[] yy);
}
