package scorescope.core.denoise;

import scorescope.core.density.Moments;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.quadrature.Estimate;
import scorescope.core.score.Prediction;

/**
 * The share of a target's variance that no predictor can explain from x = αx₀ + σε: E tr Cov[T | x] / tr Cov[T]. Every target is
 * T = a x₀ + b ε, so that tr Cov[T] = a² tr Cov[x₀] + 2b² and, given x, tr Cov[T | x] = (a − bα/σ)² tr Cov[x₀ | x].
 */
public final class Unpredictable {
    private Unpredictable() {}

    /**
     * The share, from 0 (x determines the target) to 1 (x carries no information about it).
     *
     * @param process the process that the level belongs to; used if the target depends on its time
     * @param clean moments of x₀
     * @param at any level with σ &gt; 0
     * @param error E tr Cov[x₀ | x] at that level, see {@link MinimumError}
     */
    public static Estimate share(
            Prediction target, NoiseProcess process, Moments clean, NoiseLevel at, Estimate error) {
        double gain = target.gain(process, at.t(), at.alpha(), at.sigma());
        double shift = target.shift(process, at.t(), at.alpha(), at.sigma());
        // The score's own target is −ε/σ = gain · T + shift · x.
        double a = -shift * at.alpha() / gain;
        double b = -(1 / at.sigma() + shift * at.sigma()) / gain;
        double left = at.alpha() / (at.sigma() * at.sigma() * gain);
        double variance = a * a * (clean.xx() + clean.yy()) + 2 * b * b;
        return error.times(left * left / variance);
    }
}
