package scorescope.core.network;

import java.util.ArrayList;
import java.util.List;

/**
 * The noise-conditional network: e = φ(E1 c + e1) (or its {@link NoiseEmbedding}), e = φ(E2 e + e2), h = [x, e], h = φ(W1 h
 * + b1), …, out = Wn h + bn, where c = log(σ/α) and φ is the activation.
 *
 * @param hidden widths of the hidden layers, at least one
 * @param activation φ, the activation of all layers except the last
 * @param embedding width of both layers that embed the noise level
 * @param inputs number of coordinates of a point
 * @param outputs number of components of the prediction; 1 means an energy, whose negative gradient is the prediction
 * @param noiseEmbedding the first embedding layer, as a function of c
 */
public record Architecture(
        List<Integer> hidden,
        Activation activation,
        int embedding,
        int inputs,
        int outputs,
        NoiseEmbedding noiseEmbedding) {
    public Architecture {
        hidden = List.copyOf(hidden);
        if (hidden.isEmpty() || hidden.stream().anyMatch(width -> width < 1)) {
            throw new IllegalArgumentException("a network needs hidden layers of at least one unit: " + hidden);
        }
        if (embedding < 1 || inputs < 1 || outputs < 1) {
            throw new IllegalArgumentException("embedding, inputs and outputs must be at least 1");
        }
    }

    /** A network for a vector field on the plane, conditioned on log σ. */
    public static Architecture plane(List<Integer> hidden, Activation activation, int embedding) {
        return new Architecture(hidden, activation, embedding, 2, 2, NoiseEmbedding.LOG_SIGMA);
    }

    /** The same with one output, an energy, so that the prediction is a gradient field without curl. */
    public Architecture asEnergy() {
        return new Architecture(hidden, activation, embedding, inputs, 1, noiseEmbedding);
    }

    public Architecture with(NoiseEmbedding changed) {
        return new Architecture(hidden, activation, embedding, inputs, outputs, changed);
    }

    /** Whether the output is an energy. */
    public boolean energy() {
        return outputs == 1;
    }

    /** The non-linearity after layer {@code l}. */
    Activation activation(int l) {
        return l == 0 && noiseEmbedding == NoiseEmbedding.FOURIER ? Activation.SINE : activation;
    }

    /** All tensors in the order in which they are stored: E1, e1, E2, e2, W1, b1, …, each row-major, without gaps. */
    public List<NamedTensor> tensors() {
        var tensors = new ArrayList<NamedTensor>();
        int offset = 0;
        var layers = layers();
        for (int i = 0; i < layers.size(); i++) {
            boolean embeds = i < 2;
            int number = embeds ? i + 1 : i - 1;
            var layer = layers.get(i);
            var weight =
                    new NamedTensor((embeds ? "E" : "W") + number, List.of(layer.outputs(), layer.inputs()), offset);
            var bias = new NamedTensor((embeds ? "e" : "b") + number, List.of(layer.outputs()), offset + weight.size());
            tensors.add(weight);
            tensors.add(bias);
            offset = bias.offset() + bias.size();
        }
        return List.copyOf(tensors);
    }

    /** The number of all weights and biases. */
    public int size() {
        return layers().stream()
                .mapToInt(layer -> layer.outputs() * (layer.inputs() + 1))
                .sum();
    }

    /** Linear layers from the noise level to the output; the first two embed the noise level. */
    List<Layer> layers() {
        var layers = new ArrayList<Layer>();
        layers.add(new Layer(1, embedding));
        layers.add(new Layer(embedding, embedding));
        int width = inputs + embedding;
        for (int next : hidden) {
            layers.add(new Layer(width, next));
            width = next;
        }
        layers.add(new Layer(width, outputs));
        return layers;
    }

    record Layer(int inputs, int outputs) {}
}
