package scorescope.core.objective;

import java.util.List;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.parameter.Kind;

/**
 * ‖u_θ − (α'x₀ + σ'ε)‖² along the process's path, which is (½g²)²‖s_θ + ε/σ‖²: u_θ = fx_t − ½g²s_θ, and
 * α'x₀ + σ'ε = fx_t + ½g²ε/σ.
 *
 * @see <a href="https://arxiv.org/abs/2210.02747">Lipman et al. 2023</a>
 */
public record FlowMatching(NoiseProcess process) implements Residual {
    public static final Kind<Objective.Family> KIND = new Kind<>(
            "flow-matching",
            "Flow matching",
            "Tell the velocity of the process's path from data to noise, ‖u_θ − ({signal-rate}x₀ + σ'{eps})‖².",
            List.of(),
            values -> Objective.Family.on(
                    Objective.NoiseRequirement.PATH, subject -> new FlowMatching(subject.process())));

    @Override
    public double weight(double t, double alpha, double sigma) {
        double half = 0.5 * process.diffusionSquared(t);
        return half * half;
    }
}
