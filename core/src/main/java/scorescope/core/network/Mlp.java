package scorescope.core.network;

import java.util.List;
import scorescope.core.tensor.FloatBlock;
import scorescope.core.tensor.Products;

/**
 * The network of an {@link Architecture}, forward and backward, in float. Holds no numbers of its own: weights and
 * scratch are given, so several threads may use one network.
 */
public final class Mlp {
    private static final int FIRST_HIDDEN = 2;

    private final Architecture architecture;
    private final List<Architecture.Layer> layers;

    public Mlp(Architecture architecture) {
        this.architecture = architecture;
        this.layers = architecture.layers();
    }

    public Architecture architecture() {
        return architecture;
    }

    /**
     * Predictions for the first n samples of {@code space.points()} at noise {@code space.condition()}, left in
     * {@code space.output()}.
     *
     * @param weights not modified
     * @param space overwritten, but for its inputs
     */
    public void forward(WeightArray weights, Workspace space, int n) {
        int last = layers.size() - 1;
        for (int l = 0; l <= last; l++) {
            var layer = layers.get(l);
            var z = space.slope(l);
            Products.apply(weights.matrix(l), layer.outputs(), layer.inputs(), input(l, space), n, z);
            activate(l, weights.bias(l), space, n);
            if (l == FIRST_HIDDEN - 1) {
                join(space, n);
            }
        }
    }

    /**
     * The gradient of a loss by all weights, from its derivatives by the outputs in {@code space.outputGradient()}.
     * Call after {@link #forward} with the same weights, space and n.
     *
     * @param gradient overwritten
     * @param space its slopes and deltas are overwritten
     */
    public void backward(WeightArray weights, Workspace space, int n, WeightArray gradient) {
        var delta = space.outputGradientBlock();
        for (int l = layers.size() - 1; l >= 0; l--) {
            var layer = layers.get(l);
            Products.sumOfOuter(delta, layer.outputs(), input(l, space), layer.inputs(), n, gradient.matrix(l));
            sumColumns(delta, layer.outputs(), n, gradient.bias(l));
            if (l == 0) {
                return;
            }
            var below = l == FIRST_HIDDEN ? space.jointGradient() : space.delta(l);
            Products.applyTransposed(weights.matrix(l), layer.outputs(), layer.inputs(), delta, n, below);
            if (l == FIRST_HIDDEN) {
                part(space, space.delta(l), n);
                below = space.delta(l);
            }
            multiply(
                    below.array(), space.slope(l - 1).array(), layers.get(l - 1).outputs() * n);
            delta = below;
        }
    }

    /**
     * Derivatives of the predictions by one coordinate of the points, pushed forward beside the values: ż = Wȧ,
     * ȧ = φ'(z)ż. Call after {@link #forward} with the same weights, space and n, before any {@link #backward}.
     *
     * @param coordinate which coordinate of the points, from 0
     * @param space its deltas are overwritten
     * @param out ∂out/∂x_coordinate, (outputs × n); overwritten
     */
    public void tangent(WeightArray weights, Workspace space, int n, int coordinate, float[] out) {
        int last = layers.size() - 1;
        var tangent = space.delta(FIRST_HIDDEN);
        repeatColumn(weights.matrix(FIRST_HIDDEN), layers.get(FIRST_HIDDEN), coordinate, n, tangent.array());
        for (int l = FIRST_HIDDEN; l < last; l++) {
            multiply(tangent.array(), space.slope(l).array(), layers.get(l).outputs() * n);
            var next = layers.get(l + 1);
            var above = space.delta(l + 1);
            Products.apply(weights.matrix(l + 1), next.outputs(), next.inputs(), tangent, n, above);
            tangent = above;
        }
        System.arraycopy(tangent.array(), 0, out, 0, architecture.outputs() * n);
    }

    /** W times the unit vector of one coordinate, for every sample: its column. */
    private static void repeatColumn(FloatBlock w, Architecture.Layer layer, int column, int n, float[] out) {
        for (int i = 0; i < layer.outputs(); i++) {
            out[i] = w.array()[w.offset() + i * layer.inputs() + column];
        }
        for (int j = 1; j < n; j++) {
            System.arraycopy(out, 0, out, j * layer.outputs(), layer.outputs());
        }
    }

    private static FloatBlock input(int layer, Workspace space) {
        return switch (layer) {
            case 0 -> space.conditionBlock();
            case FIRST_HIDDEN -> space.joint();
            default -> space.value(layer - 1);
        };
    }

    private void activate(int l, FloatBlock bias, Workspace space, int n) {
        int rows = layers.get(l).outputs();
        float[] z = space.slope(l).array();
        float[] a = space.value(l).array();
        boolean last = l == layers.size() - 1;
        for (int j = 0; j < n; j++) {
            add(bias.array(), bias.offset(), z, j * rows, rows);
            if (!last) {
                architecture.activation().apply(z, j * rows, a, rows, space.scratch());
            }
        }
    }

    /** Stacks points over embedding. */
    private void join(Workspace space, int n) {
        int inputs = architecture.inputs();
        int width = architecture.embedding();
        float[] points = space.points();
        float[] embedding = space.value(FIRST_HIDDEN - 1).array();
        float[] joint = space.joint().array();
        for (int j = 0; j < n; j++) {
            int at = j * (inputs + width);
            System.arraycopy(points, j * inputs, joint, at, inputs);
            System.arraycopy(embedding, j * width, joint, at + inputs, width);
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

    private static void add(float[] bias, int from, float[] z, int at, int n) {
        for (int i = 0; i < n; i++) {
            z[at + i] += bias[from + i];
        }
    }

    private static void multiply(float[] delta, float[] slope, int n) {
        for (int i = 0; i < n; i++) {
            delta[i] *= slope[i];
        }
    }

    private static void sumColumns(FloatBlock delta, int rows, int n, FloatBlock sum) {
        java.util.Arrays.fill(sum.array(), sum.offset(), sum.offset() + rows, 0);
        for (int j = 0; j < n; j++) {
            add(delta.array(), j * rows, sum.array(), sum.offset(), rows);
        }
    }
}
