package scorescope.core.score;

import java.util.Optional;
import scorescope.core.density.GaussianMixture;
import scorescope.core.noise.NoiseLevel;

/** A score together with its Jacobian. */
public record DifferentiableScore(ScoreField score, JacobianField jacobian) implements ScoreField, JacobianField {
    /** Empty for a score without a Jacobian of its own. */
    public static Optional<DifferentiableScore> of(ScoreField score) {
        return score instanceof JacobianField own ? Optional.of(new DifferentiableScore(score, own)) : Optional.empty();
    }

    @Override
    public EvaluationCost cost() {
        return score.cost();
    }

    @Override
    public Optional<GaussianMixture> exactMixture() {
        return score.exactMixture();
    }

    @Override
    public void score(double[] x, double[] y, int from, int to, NoiseLevel level, double[] outX, double[] outY) {
        score.score(x, y, from, to, level, outX, outY);
    }

    @Override
    public void jacobian(
            double[] x,
            double[] y,
            int from,
            int to,
            NoiseLevel level,
            double[] xx,
            double[] xy,
            double[] yx,
            double[] yy) {
        jacobian.jacobian(x, y, from, to, level, xx, xy, yx, yy);
    }
}
