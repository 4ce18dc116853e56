package scorescope.plot.scene;

import scorescope.core.noise.NoiseLevel;
import scorescope.core.score.CentralDifferences;
import scorescope.core.score.EvaluationCost;
import scorescope.core.score.JacobianField;
import scorescope.core.score.ScoreField;

/** a(x) − b(x), to see where two scores part, with the difference of their Jacobians. */
public record ScoreDifference(ScoreField a, ScoreField b) implements ScoreField, JacobianField {
    @Override
    public EvaluationCost cost() {
        return a.cost().plus(b.cost());
    }

    @Override
    public void score(double[] x, double[] y, int from, int to, NoiseLevel level, double[] outX, double[] outY) {
        a.score(x, y, from, to, level, outX, outY);
        double[] bx = new double[to];
        double[] by = new double[to];
        b.score(x, y, from, to, level, bx, by);
        subtract(bx, from, to, outX);
        subtract(by, from, to, outY);
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
        CentralDifferences.jacobianOf(a).jacobian(x, y, from, to, level, xx, xy, yx, yy);
        double[][] other = new double[4][to];
        CentralDifferences.jacobianOf(b).jacobian(x, y, from, to, level, other[0], other[1], other[2], other[3]);
        subtract(other[0], from, to, xx);
        subtract(other[1], from, to, xy);
        subtract(other[2], from, to, yx);
        subtract(other[3], from, to, yy);
    }

    private static void subtract(double[] b, int from, int to, double[] out) {
        for (int i = from; i < to; i++) {
            out[i] -= b[i];
        }
    }
}
