package scorescope.core.network;

import java.util.ArrayList;
import java.util.List;
import scorescope.core.tensor.PanelLayer;

/** Constant weights, packed for {@link Mlp#values} if this machine has wide vectors. Safe for several threads. */
public final class FixedWeights {
    private final WeightArray weights;
    private final List<PanelLayer> layers = new ArrayList<>();
    private final List<float[]> biases = new ArrayList<>();
    private boolean looked;

    /**
     * Packs nothing until {@link #packed} is called.
     *
     * @param weights must not be modified after this call
     */
    public FixedWeights(WeightArray weights) {
        this.weights = weights;
    }

    public WeightArray weights() {
        return weights;
    }

    /** Whether there is a {@link #layer} for each layer from the first hidden one on. The first call packs them. */
    synchronized boolean packed() {
        if (!looked && PanelLayer.available()) {
            pack();
        }
        looked = true;
        return !layers.isEmpty();
    }

    private void pack() {
        var shapes = weights.architecture().layers();
        for (int l = Mlp.FIRST_HIDDEN; l < shapes.size(); l++) {
            var shape = shapes.get(l);
            int read = l == Mlp.FIRST_HIDDEN ? weights.architecture().inputs() : shape.inputs();
            layers.add(new PanelLayer(weights.matrix(l), shape.outputs(), read, shape.inputs()));
            var bias = weights.bias(l);
            float[] padded = new float[PanelLayer.rows(shape.outputs())];
            System.arraycopy(bias.array(), bias.offset(), padded, 0, shape.outputs());
            biases.add(padded);
        }
    }

    /** Layer {@code l} of the network, if {@link #packed}; for the first hidden layer, the columns of the points. */
    PanelLayer layer(int l) {
        return layers.get(l - Mlp.FIRST_HIDDEN);
    }

    /**
     * The bias of layer {@code l}, followed by zeros; for the first hidden layer without the embedding's contribution. Not
     * copied.
     */
    float[] bias(int l) {
        return biases.get(l - Mlp.FIRST_HIDDEN);
    }
}
