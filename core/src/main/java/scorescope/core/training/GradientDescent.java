package scorescope.core.training;

import java.util.List;
import java.util.Map;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameter;

/** Stochastic gradient descent with momentum: u ← μu + g, w ← w − ηu; μ = 0 is the plain rule. */
final class GradientDescent implements Optimizer {
    static final Parameter.Real MOMENTUM = new Parameter.Real(
            "momentum", "μ", "", 0.9, 0, 0.999, false, "How much of the last step goes into the next.");

    static final Kind<Optimizer.Family> KIND = new Kind<>(
            "sgd",
            "SGD",
            "Stochastic gradient descent with momentum.",
            List.of(MOMENTUM),
            values -> size -> new GradientDescent(size, values.get(MOMENTUM)));

    private final float[] velocity;
    private final float momentum;

    GradientDescent(int size, double momentum) {
        velocity = new float[size];
        this.momentum = (float) momentum;
    }

    @Override
    public void step(float[] weights, float[] gradient, int from, int to, float scale, double learningRate, long step) {
        move(weights, velocity, gradient, momentum, scale, (float) learningRate, from, to);
    }

    @Override
    public Map<String, float[]> memory() {
        return Map.of("velocity", velocity);
    }

    private static void move(
            float[] weights,
            float[] velocity,
            float[] gradient,
            float momentum,
            float scale,
            float rate,
            int from,
            int to) {
        for (int i = from; i < to; i++) {
            velocity[i] = momentum * velocity[i] + scale * gradient[i];
            weights[i] -= rate * velocity[i];
        }
    }
}
