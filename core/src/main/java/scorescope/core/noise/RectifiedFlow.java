package scorescope.core.noise;

import java.util.List;
import scorescope.core.parameter.Kind;

/**
 * Rectified flow: straight lines from data to noise, α = 1 − t, σ = t, hence f = −1/(1 − t) and g² = 2t/(1 − t). Both grow
 * without bound at t = 1, although the velocity ε − x₀ of the path is bounded; therefore it ends at t = 0.999.
 *
 * @see <a href="https://arxiv.org/abs/2209.03003">Liu, Gong and Liu 2022, Flow straight and fast</a>
 */
public record RectifiedFlow() implements NoiseProcess {
    public static final Kind<NoiseProcess> KIND = new Kind<>(
            "rectified-flow",
            "Rectified flow",
            "Joins every data point to its noise by a straight line at constant speed.",
            List.of(),
            none -> new RectifiedFlow());

    @Override
    public double alpha(double t) {
        return 1 - t;
    }

    @Override
    public double sigma(double t) {
        return t;
    }

    @Override
    public double drift(double t) {
        return -1 / (1 - t);
    }

    @Override
    public double diffusionSquared(double t) {
        return 2 * t / (1 - t);
    }

    @Override
    public double tMax() {
        return 0.999;
    }
}
