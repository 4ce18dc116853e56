package scorescope.core.network;

import java.util.ArrayList;
import java.util.List;
import scorescope.core.tensor.FloatBlock;

/** All weights of a network, or a gradient with respect to them, in one flat array that its owner may modify. */
public final class WeightArray {
    private final Architecture architecture;
    private final float[] values;
    private final List<FloatBlock> matrices = new ArrayList<>();
    private final List<FloatBlock> biases = new ArrayList<>();
    private final FloatBlock ofEmbedding;

    /** Zeros. */
    public WeightArray(Architecture architecture) {
        this(architecture, new float[architecture.size()]);
    }

    WeightArray(Architecture architecture, float[] values) {
        this.architecture = architecture;
        this.values = values;
        for (var tensor : architecture.tensors()) {
            var block = FloatBlock.of(values, tensor.offset(), tensor.size());
            (tensor.shape().size() == 2 ? matrices : biases).add(block);
        }
        var joint = matrices.get(Mlp.FIRST_HIDDEN);
        int inputs = architecture.inputs();
        ofEmbedding = FloatBlock.of(values, joint.offset() + inputs, joint.length() - inputs);
    }

    public Architecture architecture() {
        return architecture;
    }

    /** The array itself, laid out as in {@link Architecture#tensors()}; not a copy. */
    public float[] values() {
        return values;
    }

    /** An immutable copy of the current numbers. */
    public Weights freeze() {
        return Weights.of(architecture, values);
    }

    FloatBlock matrix(int layer) {
        return matrices.get(layer);
    }

    /**
     * The columns of the first hidden layer's matrix that multiply the embedding; the distance between rows is unchanged.
     */
    FloatBlock ofEmbedding() {
        return ofEmbedding;
    }

    FloatBlock bias(int layer) {
        return biases.get(layer);
    }
}
