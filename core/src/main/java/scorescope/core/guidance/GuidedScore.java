package scorescope.core.guidance;

import scorescope.core.noise.NoiseLevel;
import scorescope.core.score.JacobianField;
import scorescope.core.score.ScoreField;

/**
 * The guided score s_w = s + w (s_c − s) = (1 − w) s + w s_c: the score of all data at w = 0, that of class c at w = 1,
 * sharpened above. For w other than 0 and 1 it is the score of no noised density; {@link TiltedDensity} says how far it is
 * from the one it is often taken for.
 *
 * @param all score s of all data
 * @param own score s_c of the class
 * @param weight w; some authors write 1 + w
 * @see <a href="https://arxiv.org/abs/2207.12598">Ho and Salimans 2022, Classifier-free diffusion guidance</a>
 */
public record GuidedScore<S extends ScoreField & JacobianField>(S all, S own, double weight)
        implements ScoreField, JacobianField {
    @Override
    public void score(double[] x, double[] y, int from, int to, NoiseLevel level, double[] outX, double[] outY) {
        var ownX = new double[to];
        var ownY = new double[to];
        all.score(x, y, from, to, level, outX, outY);
        own.score(x, y, from, to, level, ownX, ownY);
        mix(outX, ownX, from, to);
        mix(outY, ownY, from, to);
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
        var other = new double[4][to];
        all.jacobian(x, y, from, to, level, xx, xy, yx, yy);
        own.jacobian(x, y, from, to, level, other[0], other[1], other[2], other[3]);
        mix(xx, other[0], from, to);
        mix(xy, other[1], from, to);
        mix(yx, other[2], from, to);
        mix(yy, other[3], from, to);
    }

    @Override
    public boolean definedAt(NoiseLevel level) {
        return all.definedAt(level) && own.definedAt(level);
    }

    private void mix(double[] into, double[] other, int from, int to) {
        for (int i = from; i < to; i++) {
            into[i] = (1 - weight) * into[i] + weight * other[i];
        }
    }
}
