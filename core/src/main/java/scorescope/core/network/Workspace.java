package scorescope.core.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import scorescope.core.tensor.FloatBlock;

/**
 * All arrays that {@link Mlp} needs for up to {@code capacity} samples, so that nothing is allocated per step. For one
 * thread at a time.
 *
 * <p>Batches are column-major: (features × n), one sample after the other. With a {@link Jet}, blocks of n columns
 * follow each other: values, first derivatives in the order of their directions, second derivatives in the order of
 * their pairs. So column j of block b is column b·n + j.
 */
public final class Workspace {
    private final int capacity;
    private final Jet jet;
    private final FloatBlock condition;
    private final FloatBlock ones;
    private final float[] points;
    private final float[] directions;
    private final FloatBlock joint;
    private final FloatBlock jointGradient;
    private final FloatBlock outputGradient;
    private final List<FloatBlock> slopes = new ArrayList<>();
    private final List<FloatBlock> values = new ArrayList<>();
    private final List<float[]> seconds = new ArrayList<>();
    private final List<float[]> thirds = new ArrayList<>();
    private final FloatBlock[] deltas = new FloatBlock[2];
    private final Activation.Scratch scratch;

    /** Values alone. */
    public Workspace(Architecture architecture, int capacity) {
        this(architecture, capacity, Jet.NONE);
    }

    public Workspace(Architecture architecture, int capacity, Jet jet) {
        this.capacity = capacity;
        this.jet = jet;
        int columns = capacity * jet.blocks();
        condition = FloatBlock.allocate(capacity);
        ones = FloatBlock.allocate(capacity);
        Arrays.fill(ones.array(), 1);
        points = new float[architecture.inputs() * capacity];
        directions = new float[architecture.inputs() * capacity * jet.directions()];
        int jointWidth = architecture.inputs() + architecture.embedding();
        joint = FloatBlock.allocate(jointWidth * columns);
        jointGradient = FloatBlock.allocate(jointWidth * columns);
        outputGradient = FloatBlock.allocate(architecture.outputs() * columns);
        int widest = 0;
        var layers = architecture.layers();
        for (int l = 0; l < layers.size(); l++) {
            int rows = layers.get(l).outputs();
            boolean embeds = l < Mlp.FIRST_HIDDEN;
            boolean curved = jet.directions() > 0 && !embeds && l < layers.size() - 1;
            slopes.add(FloatBlock.allocate(rows * (embeds ? capacity : columns)));
            values.add(FloatBlock.allocate(rows * (embeds ? capacity : columns)));
            seconds.add(new float[curved ? rows * capacity : 0]);
            thirds.add(new float[curved ? rows * capacity : 0]);
            widest = Math.max(widest, rows);
        }
        deltas[0] = FloatBlock.allocate(widest * columns);
        deltas[1] = FloatBlock.allocate(widest * columns);
        scratch = new Activation.Scratch(widest * capacity);
    }

    public int capacity() {
        return capacity;
    }

    public Jet jet() {
        return jet;
    }

    /** Input: log(σ/α) of every sample. */
    public float[] condition() {
        return condition.array();
    }

    /** Input: the points, (inputs × n). */
    public float[] points() {
        return points;
    }

    /** Input: the jet's directions, (inputs × directions·n), one block of n after the other. */
    public float[] directions() {
        return directions;
    }

    /** Output of {@link Mlp#forward}: (outputs × blocks·n). */
    public float[] output() {
        return slopes.getLast().array();
    }

    /** Input of {@link Mlp#backward}: the derivative of the loss by the output, laid out like it. */
    public float[] outputGradient() {
        return outputGradient.array();
    }

    /** A row of ones: what sums columns as a product. */
    FloatBlock ones() {
        return ones;
    }

    FloatBlock conditionBlock() {
        return condition;
    }

    FloatBlock outputGradientBlock() {
        return outputGradient;
    }

    /** [points; embedding], the input of the first hidden layer, and its derivatives. */
    FloatBlock joint() {
        return joint;
    }

    FloatBlock jointGradient() {
        return jointGradient;
    }

    /** Wa + b before the activation, φ' after it, and the derivatives of Wa; of the last layer: the output. */
    FloatBlock slope(int layer) {
        return slopes.get(layer);
    }

    /** φ(Wa + b) and its derivatives. */
    FloatBlock value(int layer) {
        return values.get(layer);
    }

    /** φ''(Wa + b), (rows × n), if there are derivatives. */
    float[] second(int layer) {
        return seconds.get(layer);
    }

    /** φ'''(Wa + b), likewise. */
    float[] third(int layer) {
        return thirds.get(layer);
    }

    FloatBlock delta(int layer) {
        return deltas[layer % 2];
    }

    Activation.Scratch scratch() {
        return scratch;
    }
}
