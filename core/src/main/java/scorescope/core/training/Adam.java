package scorescope.core.training;

/**
 * Adam: m ← β₁m + (1−β₁)g, v ← β₂v + (1−β₂)g², w ← w − η m̂/(√v̂ + 1e-8) with m̂ = m/(1−β₁ⁿ), v̂ = v/(1−β₂ⁿ);
 * β₁ = 0.9, β₂ = 0.999.
 *
 * @see <a href="https://arxiv.org/abs/1412.6980">Kingma and Ba 2015</a>
 */
final class Adam {
    private static final float FIRST = 0.9f;
    private static final float SECOND = 0.999f;
    private static final float TINY = 1e-8f;

    private final float[] mean;
    private final float[] square;

    Adam(int size) {
        mean = new float[size];
        square = new float[size];
    }

    /**
     * One step.
     *
     * @param weights changed
     * @param gradient not modified
     * @param scale the gradient's factor (clipping)
     * @param step the number of this step, from 1
     */
    void step(float[] weights, float[] gradient, float scale, double learningRate, long step) {
        double correction = Math.sqrt(1 - Math.pow(SECOND, (double) step));
        float rate = (float) (learningRate * correction / (1 - Math.pow(FIRST, (double) step)));
        moments(mean, square, gradient, scale);
        move(weights, mean, square, rate, (float) (TINY * correction));
    }

    private static void moments(float[] mean, float[] square, float[] gradient, float scale) {
        for (int i = 0; i < gradient.length; i++) {
            float g = gradient[i] * scale;
            mean[i] = FIRST * mean[i] + (1 - FIRST) * g;
            square[i] = SECOND * square[i] + (1 - SECOND) * g * g;
        }
    }

    private static void move(float[] weights, float[] mean, float[] square, float rate, float tiny) {
        for (int i = 0; i < weights.length; i++) {
            weights[i] -= rate * mean[i] / ((float) Math.sqrt(square[i]) + tiny);
        }
    }
}
