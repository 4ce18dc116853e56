package scorescope.core.noise;

/**
 * A noise level, x_t = α x₀ + σ ε.
 *
 * @param t the time in its process; NaN for plain noise
 * @param alpha factor α &gt; 0 of the signal
 * @param sigma standard deviation σ ≥ 0 of the noise, in data units
 */
public record NoiseLevel(double t, double alpha, double sigma) {
    public NoiseLevel {
        if (!(alpha > 0) || !(sigma >= 0) || !Double.isFinite(alpha) || !Double.isFinite(sigma)) {
            throw new IllegalArgumentException(
                    "alpha must be positive and sigma not negative: " + alpha + ", " + sigma);
        }
    }

    /** Plain noise: α = 1. */
    public static NoiseLevel plain(double sigma) {
        return new NoiseLevel(Double.NaN, 1, sigma);
    }

    /** σ/α: the equivalent level of plain noise, by the scaling identity. */
    public double ratio() {
        return sigma / alpha;
    }

    /** log(α²/σ²); +∞ at σ = 0. */
    public double logSnr() {
        return 2 * (Math.log(alpha) - Math.log(sigma));
    }
}
