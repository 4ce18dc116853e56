package scorescope.core.score;

import java.util.Arrays;
import scorescope.core.noise.NoiseLevel;

/**
 * A linear combination of two scores: s(x) = w_a a(x) + w_b b(x). Its Jacobian is the same combination of Jacobians, each by
 * central differences where a field has none of its own.
 *
 * <p>A field with weight 0 is not evaluated, so that its infinities do not become NaN.
 */
public record CombinedScore(ScoreField a, ScoreField b, double weightA, double weightB)
        implements ScoreField, JacobianField {
    /** a − b, to see where two scores differ. */
    public static CombinedScore difference(ScoreField a, ScoreField b) {
        return new CombinedScore(a, b, 1, -1);
    }

    /**
     * The guided score (1 − w) s + w s_c: the score of all data for w = 0, that of the class for w = 1; w > 1 moves samples
     * further towards the class. For other w it is in general not the score of any noised density.
     *
     * @param all score s of all data
     * @param own score s_c of the class
     * @param weight w; some authors write 1 + w
     * @see <a href="https://arxiv.org/abs/2207.12598">Ho and Salimans 2022, Classifier-free diffusion guidance</a>
     */
    public static CombinedScore guided(ScoreField all, ScoreField own, double weight) {
        return new CombinedScore(all, own, 1 - weight, weight);
    }

    @Override
    public EvaluationCost cost() {
        return a.cost().plus(b.cost());
    }

    @Override
    public boolean definedAt(NoiseLevel level) {
        return a.definedAt(level) && b.definedAt(level);
    }

    @Override
    public boolean extrapolating(NoiseLevel level) {
        return a.extrapolating(level) || b.extrapolating(level);
    }

    @Override
    public void score(double[] x, double[] y, int from, int to, NoiseLevel level, double[] outX, double[] outY) {
        combine(
                (field, px, py, low, high, out) -> field.score(px, py, low, high, level, out[0], out[1]),
                x,
                y,
                from,
                to,
                outX,
                outY);
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
        combine(
                (field, px, py, low, high, out) -> CentralDifferences.jacobianOf(field)
                        .jacobian(px, py, low, high, level, out[0], out[1], out[2], out[3]),
                x,
                y,
                from,
                to,
                xx,
                xy,
                yx,
                yy);
    }

    /** Writes a quantity of a field at the points {@code from ≤ i < to}; {@code out} holds one array for each component. */
    private interface Evaluation {
        void of(ScoreField field, double[] x, double[] y, int from, int to, double[]... out);
    }

    private void combine(Evaluation evaluation, double[] x, double[] y, int from, int to, double[]... out) {
        if (weightA == 0) {
            evaluation.of(b, x, y, from, to, out);
            scale(out, from, to, weightB);
            return;
        }
        evaluation.of(a, x, y, from, to, out);
        scale(out, from, to, weightA);
        if (weightB != 0) {
            int n = to - from;
            var ofB = new double[out.length][n];
            evaluation.of(b, Arrays.copyOfRange(x, from, to), Arrays.copyOfRange(y, from, to), 0, n, ofB);
            for (int k = 0; k < out.length; k++) {
                for (int i = 0; i < n; i++) {
                    out[k][from + i] += weightB * ofB[k][i];
                }
            }
        }
    }

    private static void scale(double[][] out, int from, int to, double weight) {
        for (var numbers : out) {
            for (int i = from; i < to && weight != 1; i++) {
                numbers[i] *= weight;
            }
        }
    }
}
