package scorescope.core.training;

import java.util.Map;

/** Stochastic gradient descent with momentum: u ← μu + g, w ← w − ηu; μ = 0 is the plain rule. */
final class GradientDescent implements Optimizer {
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
