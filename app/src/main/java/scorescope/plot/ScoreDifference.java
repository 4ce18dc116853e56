package scorescope.plot;

import scorescope.core.noise.NoiseLevel;
import scorescope.core.score.ScoreField;

/** a(x) − b(x), to see where two scores part. */
public record ScoreDifference(ScoreField a, ScoreField b) implements ScoreField {
    @Override
    public void score(double[] x, double[] y, int from, int to, NoiseLevel level, double[] outX, double[] outY) {
        a.score(x, y, from, to, level, outX, outY);
        double[] bx = new double[to];
        double[] by = new double[to];
        b.score(x, y, from, to, level, bx, by);
        for (int i = from; i < to; i++) {
            outX[i] -= bx[i];
            outY[i] -= by[i];
        }
    }
}
