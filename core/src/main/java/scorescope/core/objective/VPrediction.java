package scorescope.core.objective;

import java.util.List;
import scorescope.core.parameter.Kind;

/**
 * ‖v_θ − v‖² with v = αε − σx₀, which is (σ(α² + σ²)/α)²‖s_θ + ε/σ‖².
 *
 * @see <a href="https://arxiv.org/abs/2202.00512">Salimans and Ho 2022</a>
 */
public record VPrediction() implements Residual {
    public static final Kind<Objective.Family> KIND = new Kind<>(
            "v",
            "Velocity v",
            "Tell v = {signal}{eps} − σx₀, noise where there is little of it and the clean point where there is much: ‖v_θ − v‖².",
            List.of(),
            values -> Objective.Family.of(subject -> new VPrediction()));

    @Override
    public double weight(double t, double alpha, double sigma) {
        double factor = sigma * (alpha * alpha + sigma * sigma) / alpha;
        return factor * factor;
    }
}
