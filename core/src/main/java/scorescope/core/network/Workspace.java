package scorescope.core.network;

import java.util.ArrayList;
import java.util.List;
import scorescope.core.tensor.FloatBlock;

/**
 * All arrays that {@link Mlp} needs for up to {@code capacity} samples, so that nothing is allocated per step. For one
 * thread at a time. Batches are column-major: (features × n), one sample after the other.
 */
public final class Workspace {
    private final int capacity;
    private final FloatBlock condition;
    private final FloatBlock points;
    private final FloatBlock joint;
    private final FloatBlock jointGradient;
    private final FloatBlock outputGradient;
    private final List<FloatBlock> slopes = new ArrayList<>();
    private final List<FloatBlock> values = new ArrayList<>();
    private final FloatBlock[] deltas = new FloatBlock[2];
    private final Activation.Scratch scratch;

    public Workspace(Architecture architecture, int capacity) {
        this.capacity = capacity;
        condition = FloatBlock.allocate(capacity);
        points = FloatBlock.allocate(architecture.inputs() * capacity);
        int jointWidth = architecture.inputs() + architecture.embedding();
        joint = FloatBlock.allocate(jointWidth * capacity);
        jointGradient = FloatBlock.allocate(jointWidth * capacity);
        outputGradient = FloatBlock.allocate(architecture.outputs() * capacity);
        int widest = 0;
        var layers = architecture.layers();
        for (var layer : layers) {
            slopes.add(FloatBlock.allocate(layer.outputs() * capacity));
            values.add(FloatBlock.allocate(layer.outputs() * capacity));
            widest = Math.max(widest, layer.outputs());
        }
        deltas[0] = FloatBlock.allocate(widest * capacity);
        deltas[1] = FloatBlock.allocate(widest * capacity);
        scratch = new Activation.Scratch(widest);
    }

    public int capacity() {
        return capacity;
    }

    /** Input: log(σ/α) of every sample. */
    public float[] condition() {
        return condition.array();
    }

    /** Input: the points, (inputs × n). */
    public float[] points() {
        return points.array();
    }

    /** Output of {@link Mlp#forward}: (outputs × n). */
    public float[] output() {
        return slopes.getLast().array();
    }

    /** Input of {@link Mlp#backward}: the derivative of the loss by the output, (outputs × n). */
    public float[] outputGradient() {
        return outputGradient.array();
    }

    FloatBlock conditionBlock() {
        return condition;
    }

    FloatBlock outputGradientBlock() {
        return outputGradient;
    }

    /** [points; embedding], the input of the first hidden layer. */
    FloatBlock joint() {
        return joint;
    }

    FloatBlock jointGradient() {
        return jointGradient;
    }

    /** Wa + b before the activation, φ' after it; of the last layer: the output. */
    FloatBlock slope(int layer) {
        return slopes.get(layer);
    }

    FloatBlock value(int layer) {
        return values.get(layer);
    }

    FloatBlock delta(int layer) {
        return deltas[layer % 2];
    }

    Activation.Scratch scratch() {
        return scratch;
    }
}
