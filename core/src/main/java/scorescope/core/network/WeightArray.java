package scorescope.core.network;

import java.util.ArrayList;
import java.util.List;
import scorescope.core.tensor.FloatBlock;

/** All weights of a network, or a gradient by them, in one flat array that its owner may change. */
public final class WeightArray {
    private final Architecture architecture;
    private final float[] values;
    private final List<FloatBlock> matrices = new ArrayList<>();
    private final List<FloatBlock> biases = new ArrayList<>();

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
    }

    public Architecture architecture() {
        return architecture;
    }

    /** The live array, laid out as {@link Architecture#tensors()} says; not a copy. */
    public float[] values() {
        return values;
    }

    /** These numbers as they are now. */
    public Weights freeze() {
        return Weights.of(architecture, values);
    }

    FloatBlock matrix(int layer) {
        return matrices.get(layer);
    }

    FloatBlock bias(int layer) {
        return biases.get(layer);
    }
}
