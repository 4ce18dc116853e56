package scorescope.core.sampling.flow;

import scorescope.core.noise.NoiseLevel;
import scorescope.core.score.JacobianField;
import scorescope.core.score.ScoreField;

/**
 * The right side of {@link FlowLikelihood}'s equation under any score with a Jacobian J of its own: −ρ² s and −ρ² (J +
 * Jᵀ)/2. For one thread at a time.
 */
final class ScoreFlow implements DormandPrince.Field {
    private final ScoreField score;
    private final JacobianField jacobian;
    private final double[] yx;

    /** @param points largest number of points of a call */
    ScoreFlow(ScoreField score, JacobianField jacobian, int points) {
        this.score = score;
        this.jacobian = jacobian;
        yx = new double[points];
    }

    @Override
    public void derivative(double logLevel, double[][] at, double[][] out, int from, int to) {
        var level = NoiseLevel.plain(Math.exp(logLevel));
        double factor = -level.sigma() * level.sigma();
        score.score(at[0], at[1], from, to, level, out[0], out[1]);
        jacobian.jacobian(at[0], at[1], from, to, level, out[2], out[3], yx, out[4]);
        for (int i = from; i < to; i++) {
            out[3][i] = 0.5 * (out[3][i] + yx[i]);
        }
        for (var quantity : out) {
            for (int i = from; i < to; i++) {
                quantity[i] *= factor;
            }
        }
    }
}
