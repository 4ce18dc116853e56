package scorescope.core.denoise;

import java.util.Arrays;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.score.JacobianField;
import scorescope.core.score.ScoreField;

/**
 * Denoising by Tweedie's formula from any score, exact or learned: E[x₀ | x] = (x + σ²s)/α.
 *
 * <p>The terms cancel where σ is much larger than the extent of the data; for an exact mixture use {@link Posterior}.
 *
 * @see <a href="https://doi.org/10.1198/jasa.2011.tm11181">Efron 2011, Tweedie's formula and selection bias</a>
 */
public record Tweedie(ScoreField score) implements Denoiser {
    @Override
    public void mean(double[] x, double[] y, int from, int to, NoiseLevel level, double[] outX, double[] outY) {
        double variance = level.sigma() * level.sigma();
        scoreOrZero(x, y, from, to, level, outX, outY);
        for (int i = from; i < to; i++) {
            outX[i] = (x[i] + variance * outX[i]) / level.alpha();
            outY[i] = (y[i] + variance * outY[i]) / level.alpha();
        }
    }

    @Override
    public void noise(double[] x, double[] y, int from, int to, NoiseLevel level, double[] outX, double[] outY) {
        scoreOrZero(x, y, from, to, level, outX, outY);
        for (int i = from; i < to; i++) {
            outX[i] *= -level.sigma();
            outY[i] *= -level.sigma();
        }
    }

    @Override
    public void velocity(double[] x, double[] y, int from, int to, NoiseLevel level, double[] outX, double[] outY) {
        double alpha = level.alpha();
        double sigma = level.sigma();
        scoreOrZero(x, y, from, to, level, outX, outY);
        for (int i = from; i < to; i++) {
            outX[i] = -sigma * (alpha * outX[i] + (x[i] + sigma * sigma * outX[i]) / alpha);
            outY[i] = -sigma * (alpha * outY[i] + (y[i] + sigma * sigma * outY[i]) / alpha);
        }
    }

    /** The score, or zero at σ = 0, where the score may not exist and no formula needs it. */
    private void scoreOrZero(double[] x, double[] y, int from, int to, NoiseLevel level, double[] outX, double[] outY) {
        if (level.sigma() == 0) {
            Arrays.fill(outX, from, to, 0);
            Arrays.fill(outY, from, to, 0);
        } else {
            score.score(x, y, from, to, level, outX, outY);
        }
    }

    /**
     * Second-order Tweedie: Cov[x₀ | x] = (σ²/α²)(I + σ²J), J the Jacobian of the score. For a learned score it need be
     * neither symmetric nor positive semi-definite. In squared data units; zero at σ = 0.
     *
     * @param xx overwritten at {@code from ≤ i < to}, as are the other three
     */
    public static void covariance(
            JacobianField jacobian,
            double[] x,
            double[] y,
            int from,
            int to,
            NoiseLevel level,
            double[] xx,
            double[] xy,
            double[] yx,
            double[] yy) {
        double variance = level.sigma() * level.sigma();
        if (variance == 0) {
            Arrays.fill(xx, from, to, 0);
            Arrays.fill(xy, from, to, 0);
            Arrays.fill(yx, from, to, 0);
            Arrays.fill(yy, from, to, 0);
            return;
        }
        double scale = variance / (level.alpha() * level.alpha());
        jacobian.jacobian(x, y, from, to, level, xx, xy, yx, yy);
        for (int i = from; i < to; i++) {
            xx[i] = scale * (1 + variance * xx[i]);
            xy[i] = scale * variance * xy[i];
            yx[i] = scale * variance * yx[i];
            yy[i] = scale * (1 + variance * yy[i]);
        }
    }
}
