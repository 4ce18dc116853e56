package scorescope.core.training;

import java.util.List;
import java.util.Map;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameter;

/** The sign of the gradient. */
final class ThrowawayOptimizer implements Optimizer {
    private static final Parameter.Real PACE = new Parameter.Real("pace", "p", "", 1, 0, 10, false, "How fast.");

    static final Kind<Optimizer.Family> KIND = new Kind<>(
            "throwaway-optimizer",
            "Throw-away optimizer",
            "A throw-away optimizer.",
            List.of(PACE),
            values -> size -> new ThrowawayOptimizer(values.get(PACE)));

    private final double pace;

    ThrowawayOptimizer(double pace) {
        this.pace = pace;
    }

    @Override
    public void step(float[] weights, float[] gradient, int from, int to, float scale, double learningRate, long step) {
        for (int i = from; i < to; i++) {
            weights[i] -= (float) (pace * learningRate) * Math.signum(gradient[i]);
        }
    }

    @Override
    public Map<String, float[]> memory() {
        return Map.of();
    }
}
