package scorescope.core.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import scorescope.core.tensor.FloatBlock;
import scorescope.core.tensor.Products;

/**
 * The network of an {@link Architecture}, forward and backward, in float, with derivatives with respect to the points
 * ({@link Jet}). Without state: weights and working arrays are arguments, so several threads may use one network.
 */
public final class Mlp {
    /** Index of the first layer whose input includes the points. */
    static final int FIRST_HIDDEN = 2;

    private static final int STRETCH = 1024;

    private final Architecture architecture;
    private final List<Architecture.Layer> layers;
    private final List<Activation.Kernel> kernels = new ArrayList<>();

    public Mlp(Architecture architecture) {
        this.architecture = architecture;
        this.layers = architecture.layers();
        for (int l = 0; l < layers.size(); l++) {
            kernels.add(architecture.activation(l).kernel());
        }
    }

    public Architecture architecture() {
        return architecture;
    }

    /** All linear layers, from the noise level to the output. */
    List<Architecture.Layer> layers() {
        return layers;
    }

    /** The non-linearity after layer {@code l}. */
    Activation.Kernel kernel(int l) {
        return kernels.get(l);
    }

    /**
     * Predictions, and their derivatives along the jet's directions, for the first n samples of {@code space.points()} at
     * their noise levels, written to {@code space.output()}. Derivatives are further columns of the same matrix products;
     * the embedding has one column for every noise level.
     *
     * @param weights not modified
     * @param space overwritten, except its inputs
     */
    public void forward(WeightArray weights, Workspace space, int n) {
        space.arrange(n);
        int last = layers.size() - 1;
        for (int l = 0; l <= last; l++) {
            int samples = samples(l, space, n);
            if (l == FIRST_HIDDEN) {
                join(weights, space, n);
            } else {
                linear(weights, l, input(l, space), samples, columns(l, space, n), space.derivative(l));
            }
            if (l < last) {
                activate(l, space, samples);
            }
        }
    }

    /**
     * The same predictions with a workspace for values. Faster if all samples share a noise level and this machine has wide
     * vectors; the prediction of a sample is then bit for bit independent of the other samples of the call.
     */
    public void values(FixedWeights weights, Workspace space, int n) {
        if (!weights.packed() || !space.valuesOnly() || !space.arrangeAlike(n)) {
            forward(weights.weights(), space, n);
            return;
        }
        for (int l = 0; l < FIRST_HIDDEN; l++) {
            linear(weights.weights(), l, input(l, space), 1, 1, space.derivative(l));
            activate(l, space, 1);
        }
        share(weights.weights(), space);
        space.panels().forward(this, weights, space, n);
    }

    /** z = Wa + b, with b added only in the columns of values. */
    private void linear(WeightArray weights, int l, FloatBlock a, int n, int columns, FloatBlock z) {
        var layer = layers.get(l);
        spread(weights.bias(l), layer.outputs(), n, columns, z.array());
        Products.applyPlus(weights.matrix(l), layer.outputs(), layer.inputs(), a, columns, z);
    }

    /**
     * The first hidden layer, whose inputs are points and embedding; the embedding's contribution is computed once per
     * level.
     */
    private void join(WeightArray weights, Workspace space, int n) {
        share(weights, space);
        var layer = layers.get(FIRST_HIDDEN);
        int rows = layer.outputs();
        int inputs = architecture.inputs();
        var shared = space.shared();
        int columns = columns(FIRST_HIDDEN, space, n);
        var z = space.derivative(FIRST_HIDDEN);
        for (int j = 0; j < n; j++) {
            System.arraycopy(shared.array(), space.levelOf(j) * rows, z.array(), j * rows, rows);
        }
        Arrays.fill(z.array(), n * rows, columns * rows, 0);
        Products.applyPlus(weights.matrix(FIRST_HIDDEN), rows, inputs, layer.inputs(), space.coordinates(), columns, z);
    }

    /** Part of the first hidden layer's output that depends on the noise level alone: its bias and the embedding's columns. */
    private void share(WeightArray weights, Workspace space) {
        var layer = layers.get(FIRST_HIDDEN);
        int levels = space.levels();
        spread(
                weights.bias(FIRST_HIDDEN),
                layer.outputs(),
                levels,
                levels,
                space.shared().array());
        Products.applyPlus(
                weights.ofEmbedding(),
                layer.outputs(),
                architecture.embedding(),
                layer.inputs(),
                space.value(FIRST_HIDDEN - 1),
                levels,
                space.shared());
    }

    /**
     * The gradient of a loss with respect to all weights, from its derivatives with respect to the outputs (and to their
     * derivatives along the jet's directions) in {@code space.outputGradient()}. Call after {@link #forward} with the same
     * weights, space and n; the space must be one for training.
     *
     * @param gradient overwritten
     * @param space its deltas are overwritten
     */
    public void backward(WeightArray weights, Workspace space, int n, WeightArray gradient) {
        var delta = space.outputGradientBlock();
        for (int l = layers.size() - 1; l >= 0; l--) {
            var layer = layers.get(l);
            int columns = columns(l, space, n);
            int samples = samples(l, space, n);
            Products.sumOfOuter(delta, layer.outputs(), space.ones(), 1, samples, gradient.bias(l));
            var below = space.delta(l);
            if (l == FIRST_HIDDEN) {
                part(weights, space, delta, n, gradient);
            } else {
                Products.sumOfOuter(
                        delta, layer.outputs(), input(l, space), layer.inputs(), columns, gradient.matrix(l));
                if (l == 0) {
                    return;
                }
                Products.applyTransposed(weights.matrix(l), layer.outputs(), layer.inputs(), delta, columns, below);
            }
            int size = layers.get(l - 1).outputs() * samples(l - 1, space, n);
            if (l > FIRST_HIDDEN && space.jet().directions() > 0) {
                JetLayer.backward(
                        space.jet(), space.derivative(l - 1), space.second(l - 1), space.third(l - 1), below, size);
            } else {
                multiply(below.array(), space.derivative(l - 1).array(), size);
            }
            delta = below;
        }
    }

    /**
     * {@link #join} backward: both parts of the matrix's gradient, and the derivative with respect to the embedding of
     * every level.
     */
    private void part(WeightArray weights, Workspace space, FloatBlock delta, int n, WeightArray gradient) {
        var layer = layers.get(FIRST_HIDDEN);
        int rows = layer.outputs();
        int row = layer.inputs();
        int embedding = architecture.embedding();
        int levels = space.levels();
        Products.sumOfOuter(
                delta,
                rows,
                space.coordinates(),
                architecture.inputs(),
                columns(FIRST_HIDDEN, space, n),
                gradient.matrix(FIRST_HIDDEN),
                row);
        var sums = delta;
        if (levels < n) {
            sums = space.shared();
            Products.sumOfOuter(space.membership(n), levels, delta, rows, n, sums);
        }
        Products.sumOfOuter(sums, rows, space.value(FIRST_HIDDEN - 1), embedding, levels, gradient.ofEmbedding(), row);
        Products.applyTransposed(weights.ofEmbedding(), rows, embedding, row, sums, levels, space.delta(FIRST_HIDDEN));
    }

    /** Number of columns of values: one per level in the embedding, one per sample in later layers. */
    private static int samples(int layer, Workspace space, int n) {
        return layer < FIRST_HIDDEN ? space.levels() : n;
    }

    /**
     * Number of columns of values and derivatives. The embedding does not depend on the points, so it has no columns of
     * derivatives.
     */
    private static int columns(int layer, Workspace space, int n) {
        return layer < FIRST_HIDDEN ? space.levels() : n * space.jet().blocks();
    }

    private static FloatBlock input(int layer, Workspace space) {
        return layer == 0 ? space.levelCondition() : space.value(layer - 1);
    }

    /** Initialises z before the product is added: the bias in the columns of values, 0 in those of derivatives. */
    private static void spread(FloatBlock bias, int rows, int n, int columns, float[] z) {
        for (int j = 0; j < n; j++) {
            System.arraycopy(bias.array(), bias.offset(), z, j * rows, rows);
        }
        Arrays.fill(z, n * rows, columns * rows, 0);
    }

    /** Applies the activation to ranges small enough to stay in the first-level cache from loop to loop. */
    private void activate(int l, Workspace space, int n) {
        int size = layers.get(l).outputs() * n;
        float[] z = space.derivative(l).array();
        float[] a = space.value(l).array();
        boolean curved = l >= FIRST_HIDDEN && space.jet().directions() > 0;
        var kernel = kernels.get(l);
        for (int from = 0; from < size; from += STRETCH) {
            int to = Math.min(size, from + STRETCH);
            if (space.valuesOnly()) {
                kernel.value(z, from, to, space.scratch());
            } else if (curved) {
                kernel.derivatives(z, a, space.second(l), space.third(l), from, to, space.scratch());
            } else {
                kernel.apply(z, a, from, to, space.scratch());
            }
        }
        if (curved) {
            JetLayer.forward(space.jet(), space.derivative(l), space.second(l), space.value(l), size);
        }
    }

    private static void multiply(float[] delta, float[] derivative, int n) {
        for (int i = 0; i < n; i++) {
            delta[i] *= derivative[i];
        }
    }
}
