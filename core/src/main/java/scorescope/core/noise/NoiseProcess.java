package scorescope.core.noise;

/**
 * A forward process dx = f(t) x dt + g(t) dW with marginals x_t = α(t) x₀ + σ(t) ε. Immutable.
 *
 * <p>f = α'/α and g² = (σ²)' − 2 f σ². One file for each process; {@link ProcessCatalog} lists them.
 */
public interface NoiseProcess {
    double alpha(double t);

    double sigma(double t);

    /** f(t), in 1/time. */
    double drift(double t);

    /** g(t)², in data units² / time. */
    double diffusionSquared(double t);

    double tMin();

    double tMax();

    /** Standard deviation of the prior N(0, s² I) at tMax. */
    double priorStd();

    default NoiseLevel at(double t) {
        return new NoiseLevel(t, alpha(t), sigma(t));
    }
}
