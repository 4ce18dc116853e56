package scorescope.core.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import scorescope.core.tensor.FloatBlock;
import scorescope.core.tensor.Products;

/**
 * The network of an {@link Architecture}, forward and backward, in float, with derivatives by the points carried along
 * ({@link Jet}). Holds no numbers of its own: weights and
 * scratch are given, so several threads may use one network.
 */
public final class Mlp {
    /** The number of the first layer that reads the points. */
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

    /**
     * Predictions, and their derivatives along the jet's directions, for the first n samples of
     * {@code space.points()} at noise {@code space.condition()}, left in {@code space.output()}. Derivatives go through
     * every product beside the values, as further columns.
     *
     * @param weights not modified
     * @param space overwritten, but for its inputs
     */
    public void forward(WeightArray weights, Workspace space, int n) {
        int last = layers.size() - 1;
        for (int l = 0; l <= last; l++) {
            if (l == FIRST_HIDDEN && space.valuesOnly()) {
                firstOfOneLevel(weights, space, n);
            } else {
                int columns = columns(l, space, n);
                linear(weights, l, weights.bias(l), input(l, space), samples(l, space, n), columns, space.slope(l));
            }
            if (l < last) {
                activate(l, space, samples(l, space, n));
            }
            if (l == FIRST_HIDDEN - 1) {
                join(space, samples(l, space, n));
            }
        }
    }

    /** z = Wa + b, with b in the columns of values alone. */
    private void linear(WeightArray weights, int l, FloatBlock bias, FloatBlock a, int n, int columns, FloatBlock z) {
        var layer = layers.get(l);
        spread(bias, layer.outputs(), n, columns, z.array());
        Products.applyPlus(weights.matrix(l), layer.outputs(), layer.inputs(), a, columns, z);
    }

    /** The first hidden layer where all samples share their embedding: it is multiplied once. */
    private void firstOfOneLevel(WeightArray weights, Workspace space, int n) {
        var layer = layers.get(FIRST_HIDDEN);
        int inputs = architecture.inputs();
        Arrays.fill(space.joint().array(), 0, inputs, 0);
        linear(weights, FIRST_HIDDEN, weights.bias(FIRST_HIDDEN), space.joint(), 1, 1, space.shared());
        var z = space.slope(FIRST_HIDDEN);
        spread(space.shared(), layer.outputs(), n, n, z.array());
        Products.applyPlus(
                weights.matrix(FIRST_HIDDEN), layer.outputs(), inputs, layer.inputs(), space.pointsBlock(), n, z);
    }

    /**
     * The gradient of a loss by all weights, from its derivatives by the outputs (and by their derivatives along the
     * jet's directions) in {@code space.outputGradient()}. Call after {@link #forward} with the same weights, space and
     * n; the space must be one for training.
     *
     * @param gradient overwritten
     * @param space its deltas are overwritten
     */
    public void backward(WeightArray weights, Workspace space, int n, WeightArray gradient) {
        var delta = space.outputGradientBlock();
        for (int l = layers.size() - 1; l >= 0; l--) {
            var layer = layers.get(l);
            int columns = columns(l, space, n);
            Products.sumOfOuter(delta, layer.outputs(), input(l, space), layer.inputs(), columns, gradient.matrix(l));
            Products.sumOfOuter(delta, layer.outputs(), space.ones(), 1, n, gradient.bias(l));
            if (l == 0) {
                return;
            }
            var below = l == FIRST_HIDDEN ? space.jointGradient() : space.delta(l);
            Products.applyTransposed(weights.matrix(l), layer.outputs(), layer.inputs(), delta, columns, below);
            if (l == FIRST_HIDDEN) {
                part(space, space.delta(l), n);
                below = space.delta(l);
            }
            int size = layers.get(l - 1).outputs() * n;
            if (l > FIRST_HIDDEN && space.jet().directions() > 0) {
                JetLayer.backward(
                        space.jet(), space.slope(l - 1), space.second(l - 1), space.third(l - 1), below, size);
            } else {
                multiply(below.array(), space.slope(l - 1).array(), size);
            }
            delta = below;
        }
    }

    /** How many columns of values the layer has. */
    private static int samples(int layer, Workspace space, int n) {
        return layer < FIRST_HIDDEN && space.valuesOnly() ? 1 : n;
    }

    /** The embedding does not depend on the points, so no derivatives go through it. */
    private static int columns(int layer, Workspace space, int n) {
        return layer < FIRST_HIDDEN ? samples(layer, space, n) : n * space.jet().blocks();
    }

    private static FloatBlock input(int layer, Workspace space) {
        return switch (layer) {
            case 0 -> space.conditionBlock();
            case FIRST_HIDDEN -> space.joint();
            default -> space.value(layer - 1);
        };
    }

    /** The bias in the columns of values, 0 in those of derivatives; the product is then added to it. */
    private static void spread(FloatBlock bias, int rows, int n, int columns, float[] z) {
        for (int j = 0; j < n; j++) {
            System.arraycopy(bias.array(), bias.offset(), z, j * rows, rows);
        }
        Arrays.fill(z, n * rows, columns * rows, 0);
    }

    /** In stretches small enough to stay in the first-level cache from loop to loop. */
    private void activate(int l, Workspace space, int n) {
        int size = layers.get(l).outputs() * n;
        float[] z = space.slope(l).array();
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
            JetLayer.forward(space.jet(), space.slope(l), space.second(l), space.value(l), size);
        }
    }

    /** Stacks points over embedding, directions over zeros. */
    private void join(Workspace space, int n) {
        int inputs = architecture.inputs();
        int width = architecture.embedding();
        float[] embedding = space.value(FIRST_HIDDEN - 1).array();
        float[] joint = space.joint().array();
        for (int j = 0; j < n; j++) {
            int at = j * (inputs + width);
            System.arraycopy(space.points(), j * inputs, joint, at, inputs);
            System.arraycopy(embedding, j * width, joint, at + inputs, width);
        }
        int derivatives = n * (space.jet().blocks() - 1);
        Arrays.fill(joint, n * (inputs + width), (n + derivatives) * (inputs + width), 0);
        for (int j = 0; j < n * space.jet().directions(); j++) {
            System.arraycopy(space.directions(), j * inputs, joint, (n + j) * (inputs + width), inputs);
        }
    }

    /** The embedding's part of the gradient by [points; embedding]. */
    private void part(Workspace space, FloatBlock embedding, int n) {
        int inputs = architecture.inputs();
        int width = architecture.embedding();
        float[] joint = space.jointGradient().array();
        for (int j = 0; j < n; j++) {
            System.arraycopy(joint, j * (inputs + width) + inputs, embedding.array(), j * width, width);
        }
    }

    private static void multiply(float[] delta, float[] slope, int n) {
        for (int i = 0; i < n; i++) {
            delta[i] *= slope[i];
        }
    }
}
