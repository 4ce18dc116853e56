package scorescope.core.denoise;

import scorescope.core.noise.NoiseLevel;
import scorescope.core.score.MixtureScore;
import scorescope.core.score.ScoreField;

/**
 * What can be said of the clean point x₀ behind a noisy one, x = αx₀ + σε: the best guesses, in the mean square, of
 * x₀, of the noise ε and of the velocity v = αε − σx₀. Safe for use by several threads at once.
 *
 * <p>At σ = 0 the denoised point is x/α and noise and velocity are zero. All methods work on the points {@code from ≤
 * i < to}, leave x and y as they are and overwrite the outputs, which may not alias them.
 */
public interface Denoiser {
    /** The best that is known for a score: the exact posterior of a mixture, Tweedie's formula for any other. */
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
