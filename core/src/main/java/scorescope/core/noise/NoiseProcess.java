package scorescope.core.noise;

/**
 * A forward process dx = f(t) x dt + g(t) dW with marginals x_t = α(t) x₀ + σ(t) ε. Immutable; equal when its parameters
 * are.
 *
 * <p>α and σ define a process: f = α'/α and g² = (σ²)' − 2 f σ² follow from them, and a process overrides them only if they
 * have a simple closed form. One file for each process; {@link ProcessCatalog} lists them.
 */
public interface NoiseProcess {
    double alpha(double t);

    double sigma(double t);

    /** f(t) = (log α)', in 1/time. */
    default double drift(double t) {
        return TimeDerivative.of(time -> Math.log(alpha(time)), t, tMax());
    }

    /** g(t)² = (σ²)' − 2 f σ², in data units² / time. */
    default double diffusionSquared(double t) {
        double sigma = sigma(t);
        return TimeDerivative.of(time -> Math.pow(sigma(time), 2), t, tMax()) - 2 * drift(t) * sigma * sigma;
    }

    /**
     * A time in which f and g² have no jumps, so that integrators of higher order reach their order; it grows with t.
     * Integrators take their steps in it. By default it is t.
     */
    default double smoothTime(double t) {
        return t;
    }

    /** The t at which {@link #smoothTime} is {@code smooth}. */
    default double timeAtSmooth(double smooth) {
        return smooth;
    }

    /** d smoothTime/dt: f and g² divided by it are the rates in that time. */
    default double smoothRate(double t) {
        return 1;
    }

    /** Time at which sampling ends, with nearly clean data. */
    default double tMin() {
        return 1e-3;
    }

    default double tMax() {
        return 1;
    }

    /** Standard deviation of the prior N(0, s² I) at tMax. */
    default double priorStd() {
        return 1;
    }

    /** Whether time is shown and drawn on a logarithmic scale. */
    default boolean geometricTime() {
        return false;
    }

    /** 1 − β_i of the step of a chain that ends at t; 1 for a process in continuous time. */
    default double stepFactor(double t) {
        return 1;
    }

    default NoiseLevel at(double t) {
        return new NoiseLevel(t, alpha(t), sigma(t));
    }

    /** The time from {@code earliest} to {@code latest} at which σ/α is {@code ratio}, or the nearer end; σ/α grows with t. */
    default double timeAtRatio(double ratio, double earliest, double latest) {
        double low = earliest;
        double high = latest;
        while (true) {
            double middle = 0.5 * (low + high);
            if (middle <= low || middle >= high) {
                return middle;
            }
            if (at(middle).ratio() < ratio) {
                low = middle;
            } else {
                high = middle;
            }
        }
    }
}
