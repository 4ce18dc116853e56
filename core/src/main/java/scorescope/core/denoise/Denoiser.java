package scorescope.core.denoise;

import scorescope.core.noise.NoiseLevel;
import scorescope.core.score.MixtureScore;
import scorescope.core.score.ScoreField;

/**
 * Estimates from a noisy point x = αx₀ + σε with the smallest mean squared error: of the clean point x₀, of the noise ε and
 * of the velocity v = αε − σx₀. Safe for use by several threads at once.
 *
 * <p>At σ = 0 the denoised point is x/α and noise and velocity are zero. All methods work on the points
 * {@code from ≤ i < to}, do not modify x and y, and overwrite the outputs, which may not alias them.
 */
public interface Denoiser {
    /** The denoiser of a score: the exact posterior for a mixture, Tweedie's formula for any other score. */
    static Denoiser of(ScoreField score) {
        return score instanceof MixtureScore exact ? new Posterior(exact) : new Tweedie(score);
    }

    /** E[x₀ | x], in data units. */
    void mean(double[] x, double[] y, int from, int to, NoiseLevel level, double[] outX, double[] outY);

    /** E[ε | x] = −σ s(x), without unit. */
    void noise(double[] x, double[] y, int from, int to, NoiseLevel level, double[] outX, double[] outY);

    /** E[v | x] = α E[ε | x] − σ E[x₀ | x], the target of v-prediction. */
    void velocity(double[] x, double[] y, int from, int to, NoiseLevel level, double[] outX, double[] outY);
}
