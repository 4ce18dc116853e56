package scorescope.core.objective;

import java.util.List;
import scorescope.core.parameter.Kind;

/**
 * The denoising autoencoder's loss ‖x_θ − x‖² = (σ²/α)²‖s_θ + ε/σ‖², since x_θ = (x_t + σ²s_θ)/α.
 *
 * @see <a href="https://jmlr.org/papers/v15/alain14a.html">Alain and Bengio 2014</a>
 */
public record CleanSample() implements Residual {
    public static final Kind<Objective.Family> KIND = new Kind<>(
            "sample",
            "Clean point x₀",
            "The denoising autoencoder: tell the clean point, ‖x_θ − x‖².",
            List.of(),
            values -> Objective.Family.of(subject -> new CleanSample()));

    @Override
    public double weight(double t, double alpha, double sigma) {
        double factor = sigma * sigma / alpha;
        return factor * factor;
    }
}
