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
    /** Smallest ratio of samples to noise levels at which embedding each level once is faster. */
    private static final int SAMPLES_PER_LEVEL = 8;

    /**
     * Largest number of levels that are embedded once: with more levels, summing over the samples of each costs more than
     * it saves.
     */
    private static final int MOST_SHARED = 64;

    private final int inputs;
    private final int capacity;
    private final Jet jet;
    private final boolean valuesOnly;
    private int levels;
    private final float[] condition;
    private final FloatBlock levelCondition;
    private final int[] levelOf;
    private final FloatBlock membership;
    private final FloatBlock ones;
    private final FloatBlock coordinates;
    private final float[] points;
    private final float[] directions;
    private final FloatBlock shared;
    private final FloatBlock outputGradient;
    private final List<FloatBlock> derivatives = new ArrayList<>();
    private final List<FloatBlock> values = new ArrayList<>();
    private final List<float[]> seconds = new ArrayList<>();
    private final List<float[]> thirds = new ArrayList<>();
    private final List<FloatBlock> deltas;
    private final Activation.Scratch scratch;
    private final TiledForward panels;

    /** For values and derivatives forward, and their gradients backward. */
    public static Workspace forTraining(Architecture architecture, int capacity, Jet jet) {
        return new Workspace(architecture, capacity, jet, false);
    }

    /** For forward passes only: the layers alternate between two arrays, which stay in the cache. */
    public static Workspace forValues(Architecture architecture, int capacity) {
        return new Workspace(architecture, capacity, Jet.NONE, true);
    }

    private Workspace(Architecture architecture, int capacity, Jet jet, boolean valuesOnly) {
        this.capacity = capacity;
        this.jet = jet;
        this.valuesOnly = valuesOnly;
        int columns = capacity * jet.blocks();
        inputs = architecture.inputs();
        condition = new float[capacity];
        levelCondition = FloatBlock.allocate(capacity);
        ones = FloatBlock.allocate(capacity);
        Arrays.fill(ones.array(), 1);
        levelOf = new int[capacity];
        membership = FloatBlock.allocate(valuesOnly ? 0 : mostShared(capacity) * capacity);
        coordinates = FloatBlock.allocate(inputs * columns);
        points = new float[inputs * capacity];
        directions = new float[inputs * capacity * jet.directions()];
        outputGradient = FloatBlock.allocate(valuesOnly ? 0 : architecture.outputs() * columns);
        int widest = architecture.layers().stream()
                .mapToInt(Architecture.Layer::outputs)
                .max()
                .orElseThrow();
        shared = FloatBlock.allocate(widest * capacity);
        deltas = List.of(FloatBlock.allocate(widest * columns), FloatBlock.allocate(widest * columns));
        layers(architecture);
        scratch = new Activation.Scratch(widest * capacity);
        panels = new TiledForward(architecture, valuesOnly);
    }

    private void layers(Architecture architecture) {
        int last = architecture.layers().size() - 1;
        for (int l = 0; l <= last; l++) {
            int rows = architecture.layers().get(l).outputs();
            boolean embeds = l < Mlp.FIRST_HIDDEN;
            boolean curved = jet.directions() > 0 && !embeds && l < last;
            int size = rows * capacity * (embeds ? 1 : jet.blocks());
            derivatives.add(valuesOnly ? delta(l) : FloatBlock.allocate(size));
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

    /** Whether layers overwrite each other's values, so that {@link Mlp#backward} is impossible. */
    boolean valuesOnly() {
        return valuesOnly;
    }

    /** Input: log(σ/α) of every sample; faster if samples of equal level are adjacent. */
    public float[] condition() {
        return condition;
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
        return derivatives.getLast().array();
    }

    /** Input of {@link Mlp#backward}: the derivative of the loss with respect to the output, with the same layout. */
    public float[] outputGradient() {
        return outputGradient.array();
    }

    /** A row of ones, for sums of columns by a matrix product. */
    FloatBlock ones() {
        return ones;
    }

    /**
     * Groups adjacent samples of equal noise level among the first n; if few are equal, or there are many levels, every
     * sample gets a level of its own.
     */
    void arrange(int n) {
        levels = 0;
        float[] distinct = levelCondition.array();
        for (int j = 0; j < n; j++) {
            if (j == 0 || condition[j] != condition[j - 1]) {
                distinct[levels++] = condition[j];
            }
            levelOf[j] = levels - 1;
        }
        if (levels > mostShared(n)) {
            levels = n;
            for (int j = 0; j < n; j++) {
                distinct[j] = condition[j];
                levelOf[j] = j;
            }
        }
        stack(n);
    }

    /** If the first n samples are all at one noise level, arranges this level and returns true. */
    boolean arrangeAlike(int n) {
        for (int j = 1; j < n; j++) {
            if (condition[j] != condition[0]) {
                return false;
            }
        }
        levels = 1;
        levelCondition.array()[0] = condition[0];
        return true;
    }

    private static int mostShared(int n) {
        return Math.min(MOST_SHARED, n / SAMPLES_PER_LEVEL);
    }

    /** The points, then the directions, then zeros for second derivatives. */
    private void stack(int n) {
        float[] all = coordinates.array();
        int moving = n * jet.directions();
        System.arraycopy(points, 0, all, 0, inputs * n);
        System.arraycopy(directions, 0, all, inputs * n, inputs * moving);
        Arrays.fill(all, inputs * (n + moving), inputs * n * jet.blocks(), 0);
    }

    /** Number of noise levels of the samples last {@link #arrange arranged}. */
    int levels() {
        return levels;
    }

    /** Index of the noise level of sample j. */
    int levelOf(int j) {
        return levelOf[j];
    }

    /**
     * Column j is 1 at the level of sample j and 0 elsewhere, for sums over the samples of each level by a matrix product;
     * (levels × n).
     */
    FloatBlock membership(int n) {
        float[] array = membership.array();
        Arrays.fill(array, 0, levels * n, 0);
        for (int j = 0; j < n; j++) {
            array[j * levels + levelOf[j]] = 1;
        }
        return membership;
    }

    /** Inputs of the first hidden layer except the embedding: points, then directions, (inputs × blocks·n). */
    FloatBlock coordinates() {
        return coordinates;
    }

    /** Part of the first hidden layer's output that all samples of a noise level share, (rows × levels). */
    FloatBlock shared() {
        return shared;
    }

    /** log(σ/α) of every level. */
    FloatBlock levelCondition() {
        return levelCondition;
    }

    FloatBlock outputGradientBlock() {
        return outputGradient;
    }

    /** Wa + b before the activation, φ' after it, and the derivatives of Wa; of the last layer: the output. */
    FloatBlock derivative(int layer) {
        return derivatives.get(layer);
    }

    /** φ(Wa + b) and its derivatives. */
    FloatBlock value(int layer) {
        return values.get(layer);
    }

    /** φ''(Wa + b), (rows × n), if there are derivatives. */
    float[] second(int layer) {
        return seconds.get(layer);
    }

    /** φ'''(Wa + b), (rows × n), if there are derivatives. */
    float[] third(int layer) {
        return thirds.get(layer);
    }

    FloatBlock delta(int layer) {
        return deltas.get(layer % 2);
    }

    Activation.Scratch scratch() {
        return scratch;
    }

    /** Evaluation in panels, in a workspace for values; empty in one for training. */
    TiledForward panels() {
        return panels;
    }
}
