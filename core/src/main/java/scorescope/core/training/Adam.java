package scorescope.core.training;

import java.util.List;
import java.util.Map;
import scorescope.core.parameter.Kind;

/**
 * Adam: m ← β₁m + (1−β₁)g, v ← β₂v + (1−β₂)g², w ← w − η m̂/(√v̂ + 1e-8) with m̂ = m/(1−β₁ⁿ), v̂ = v/(1−β₂ⁿ);
 * β₁ = 0.9, β₂ = 0.999. With decay d (AdamW) first w ← w − ηdw.
 *
 * @see <a href="https://arxiv.org/abs/1412.6980">Kingma and Ba 2015</a>
 * @see <a href="https://arxiv.org/abs/1711.05101">Loshchilov and Hutter 2019, for AdamW</a>
 */
final class Adam implements Optimizer {
    static final Kind<Optimizer.Family> KIND = new Kind<>(
            "adam",
            "Adam",
            "Divides each step by the root of the mean square of the gradient, weight by weight.",
            List.of(),
            values -> size -> new Adam(size, 0));

    private static final float FIRST = 0.9f;
    private static final float SECOND = 0.999f;
    private static final float TINY = 1e-8f;

    private final float[] mean;
    private final float[] square;
    private final double decay;

    /** @param decay weight decay d; 0 for Adam */
    Adam(int size, double decay) {
        mean = new float[size];
        square = new float[size];
        this.decay = decay;
    }

    @Override
    public void step(float[] weights, float[] gradient, int from, int to, float scale, double learningRate, long step) {
        double correction = Math.sqrt(1 - Math.pow(SECOND, (double) step));
        float rate = (float) (learningRate * correction / (1 - Math.pow(FIRST, (double) step)));
        moments(mean, square, gradient, scale, from, to);
        if (decay > 0) {
            shrink(weights, (float) (1 - learningRate * decay), from, to);
        }
        move(weights, mean, square, rate, (float) (TINY * correction), from, to);
    }

    @Override
    public Map<String, float[]> memory() {
        return Map.of("mean", mean, "square", square);
    }

    private static void moments(float[] mean, float[] square, float[] gradient, float scale, int from, int to) {
        for (int i = from; i < to; i++) {
            float g = gradient[i] * scale;
            mean[i] = FIRST * mean[i] + (1 - FIRST) * g;
            square[i] = SECOND * square[i] + (1 - SECOND) * g * g;
        }
    }

    private static void shrink(float[] weights, float factor, int from, int to) {
        for (int i = from; i < to; i++) {
            weights[i] *= factor;
        }
    }

    private static void move(float[] weights, float[] mean, float[] square, float rate, float tiny, int from, int to) {
        for (int i = from; i < to; i++) {
            weights[i] -= rate * mean[i] / ((float) Math.sqrt(square[i]) + tiny);
        }
    }
}
