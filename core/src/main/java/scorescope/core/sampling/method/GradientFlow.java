package scorescope.core.sampling.method;

import java.util.List;
import scorescope.core.parameter.Kind;
import scorescope.core.sampling.SamplingMethod;

/**
 * Following the score without noise, x ← x + η s(x): every particle converges to a mode. Langevin with noise scale c = 0.
 */
public final class GradientFlow {
    public static final Kind<SamplingMethod> KIND = new Kind<>(
            "gradient-flow",
            "Gradient flow",
            "Follows the score uphill without noise. Everything collapses onto the modes: a warning, not a sampler.",
            List.of(Langevin.STEP_SIZE, Langevin.STEPS),
            values -> new Langevin(values.get(Langevin.STEP_SIZE), Math.toIntExact(values.get(Langevin.STEPS)), 0));

    private GradientFlow() {}
}
