package scorescope.core.training;

import java.util.Map;

/** Update rule of the weights. Elementwise, so that two workers can each take a part of the weights. */
public interface Optimizer {
    /** A rule with its parameters set, before the number of weights is known. */
    interface Family {
        Optimizer over(int weights);
    }

    /**
     * One step of the weights {@code from ≤ i < to}.
     *
     * @param weights overwritten
     * @param gradient not modified
     * @param scale factor of the gradient (clipping)
     * @param step the number of this step, from 1
     */
    void step(float[] weights, float[] gradient, int from, int to, float scale, double learningRate, long step);

    /** Its state between steps by name, for checkpoints; the arrays are not copied. */
    Map<String, float[]> memory();
}
