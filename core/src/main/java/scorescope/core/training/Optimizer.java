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
     * @param weights changed
     * @param gradient not modified
     * @param scale the gradient's factor (clipping)
     * @param step the number of this step, from 1
     */
    void step(float[] weights, float[] gradient, int from, int to, float scale, double learningRate, long step);

    /** Its state between steps by name, shared, not copied: a checkpoint keeps it. */
    Map<String, float[]> memory();
}
