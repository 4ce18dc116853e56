package scorescope.core.objective;

import java.util.List;
import scorescope.core.parameter.Kind;

/**
 * DDPM's simple loss ‖ε_θ − ε‖² = σ²‖s_θ + ε/σ‖², since ε_θ = −σs_θ.
 *
 * @see <a href="https://arxiv.org/abs/2006.11239">Ho, Jain and Abbeel 2020</a>
 */
public record Epsilon() implements Residual {
    public static final Kind<Objective.Family> KIND = new Kind<>(
            "epsilon",
            "Noise {eps}",
            "DDPM's simple loss: tell the noise that was added, ‖{eps}_θ − {eps}‖².",
            List.of(),
            values -> Objective.Family.of(subject -> new Epsilon()));

    @Override
    public double weight(double t, double alpha, double sigma) {
        return sigma * sigma;
    }
}
