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
    private final boolean valuesOnly;
    private final FloatBlock condition;
    private final FloatBlock ones;
    private final FloatBlock points;
    private final FloatBlock shared;
    private final float[] directions;
    private final FloatBlock joint;
    private final FloatBlock jointGradient;
    private final FloatBlock outputGradient;
    private final List<FloatBlock> slopes = new ArrayList<>();
    private final List<FloatBlock> values = new ArrayList<>();
    private final List<float[]> seconds = new ArrayList<>();
    private final List<float[]> thirds = new ArrayList<>();
    private final List<FloatBlock> deltas;
    private final Activation.Scratch scratch;

    /** For values and derivatives forward, and their gradients backward. */
    public static Workspace forTraining(Architecture architecture, int capacity, Jet jet) {
        return new Workspace(architecture, capacity, jet, false);
    }

    /**
     * For values forward alone, of samples that share the noise level of the first: layers use two arrays in turn, which
     * stay in the cache, and the level is embedded once.
     */
    public static Workspace forOneLevel(Architecture architecture, int capacity) {
        return new Workspace(architecture, capacity, Jet.NONE, true);
    }

    private Workspace(Architecture architecture, int capacity, Jet jet, boolean valuesOnly) {
        this.capacity = capacity;
        this.jet = jet;
        this.valuesOnly = valuesOnly;
        int columns = capacity * jet.blocks();
        condition = FloatBlock.allocate(capacity);
        ones = FloatBlock.allocate(capacity);
        Arrays.fill(ones.array(), 1);
        points = FloatBlock.allocate(architecture.inputs() * capacity);
        directions = new float[architecture.inputs() * capacity * jet.directions()];
        int jointWidth = architecture.inputs() + architecture.embedding();
        joint = FloatBlock.allocate(jointWidth * columns);
        jointGradient = FloatBlock.allocate(valuesOnly ? 0 : jointWidth * columns);
        outputGradient = FloatBlock.allocate(valuesOnly ? 0 : architecture.outputs() * columns);
        int widest = architecture.layers().stream()
                .mapToInt(Architecture.Layer::outputs)
                .max()
                .orElseThrow();
        shared = FloatBlock.allocate(valuesOnly ? widest : 0);
        deltas = List.of(FloatBlock.allocate(widest * columns), FloatBlock.allocate(widest * columns));
        layers(architecture);
        scratch = new Activation.Scratch(widest * capacity);
    }

    private void layers(Architecture architecture) {
        int last = architecture.layers().size() - 1;
        for (int l = 0; l <= last; l++) {
            int rows = architecture.layers().get(l).outputs();
            boolean embeds = l < Mlp.FIRST_HIDDEN;
            boolean curved = jet.directions() > 0 && !embeds && l < last;
            int size = rows * capacity * (embeds ? 1 : jet.blocks());
            slopes.add(valuesOnly ? delta(l) : FloatBlock.allocate(size));
            values.add(valuesOnly ? delta(l) : FloatBlock.allocate(size));
            seconds.add(new float[curved ? rows * capacity : 0]);
            thirds.add(new float[curved ? rows * capacity : 0]);
        }
    }

    public int capacity() {
        return capacity;
    }

    public Jet jet() {
        return jet;
    }

    /** Whether every layer's values take the place of another's, so that no gradient can follow. */
    boolean valuesOnly() {
        return valuesOnly;
    }

    /** Input: log(σ/α) of every sample, or of the first if it holds for all. */
    public float[] condition() {
        return condition.array();
    }

    /** Input: the points, (inputs × n). */
    public float[] points() {
        return points.array();
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

    FloatBlock pointsBlock() {
        return points;
    }

    /** What all samples of one noise level have in common in the first hidden layer. */
    FloatBlock shared() {
        return shared;
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
        return deltas.get(layer % 2);
    }

    Activation.Scratch scratch() {
        return scratch;
    }
}
