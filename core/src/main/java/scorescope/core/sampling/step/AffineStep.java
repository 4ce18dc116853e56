package scorescope.core.sampling.step;

/**
 * The rule of one step that is affine in the score, x ← a x + b s(x) + c z with z ~ N(0, I). Langevin, Euler–Maruyama,
 * DDPM and DDIM differ in these three numbers alone.
 *
 * @param position a, without unit
 * @param score b, in data units²
 * @param noise c ≥ 0, in data units
 */
public record AffineStep(double position, double score, double noise) {
    /** Langevin of step size η and noise scale c: x + η s + c √(2η) z. */
    public static AffineStep langevin(double eta, double noiseScale) {
        return new AffineStep(1, eta, noiseScale * Math.sqrt(2 * eta));
    }

    /** The same step, its result multiplied by {@code factor}. */
    public AffineStep scaled(double factor) {
        return new AffineStep(factor * position, factor * score, factor * noise);
    }

    /** The same step with half of its noise. */
    AffineStep halfNoise() {
        return new AffineStep(position, score, 0.5 * noise);
    }

    /** The step A x̂₀ + B ε̂ + c z, with the predictions x̂₀ = (x + σ²s)/α and ε̂ = −σ s, as a step affine in s. */
    public static AffineStep ofPredictions(double clean, double epsilon, double noise, double alpha, double sigma) {
        return new AffineStep(clean / alpha, clean * sigma * sigma / alpha - epsilon * sigma, noise);
    }

    /** Overwrites the scores in {@code next} by the positions after the step. */
    public void apply(double[] x, double[] z, double[] next, int from, int to) {
        if (noise == 0) {
            Linear.combine(position, x, score, next, next, from, to);
        } else {
            Linear.combine(position, x, score, next, noise, z, next, from, to);
        }
    }
}
