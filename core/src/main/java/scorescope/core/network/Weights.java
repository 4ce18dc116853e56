package scorescope.core.network;

import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;

/** The weights of a network. Immutable; training modifies a {@link WeightArray}. */
public final class Weights {
    private static final double FREQUENCY = 2;

    private final Architecture architecture;
    private final float[] values;

    private Weights(Architecture architecture, float[] values) {
        this.architecture = architecture;
        this.values = values;
    }

    /** A copy of {@code values}, in the layout of {@link Architecture#tensors()}. */
    public static Weights of(Architecture architecture, float[] values) {
        if (values.length != architecture.size()) {
            throw new IllegalArgumentException(
                    values.length + " weights given, the architecture has " + architecture.size());
        }
        return new Weights(architecture, values.clone());
    }

    /**
     * Weights by name, each row-major.
     *
     * @throws IllegalArgumentException if a tensor is missing or has the wrong size
     */
    public static Weights of(Architecture architecture, Map<String, float[]> tensors) {
        float[] values = new float[architecture.size()];
        for (var tensor : architecture.tensors()) {
            float[] given = tensors.get(tensor.name());
            if (given == null || given.length != tensor.size()) {
                throw new IllegalArgumentException(tensor.name() + " must have shape " + tensor.shape());
            }
            System.arraycopy(given, 0, values, tensor.offset(), given.length);
        }
        return new Weights(architecture, values);
    }

    /**
     * Random initial weights: uniform in ±√(3 g / in), variance g / in with the gain g = 1, or 1/16 in the last layer, so
     * that the initial prediction is small compared with the score; biases 0. The embedding's first layer has one input,
     * log σ, and spreads its kinks over log σ in [−5, 3] through biases −E1·u, u uniform there; Fourier frequencies are
     * N(0, 2²), their phases uniform.
     */
    public static Weights initial(Architecture architecture, long seed) {
        var random = new SplittableRandom(seed);
        float[] values = new float[architecture.size()];
        var tensors = architecture.tensors();
        int lastMatrix = tensors.size() - 2;
        for (int t = 0; t <= lastMatrix; t += 2) {
            var matrix = tensors.get(t);
            double gain = t == lastMatrix ? 1.0 / 16 : 1;
            double limit = Math.sqrt(3 * gain / matrix.shape().get(1));
            for (int i = 0; i < matrix.size(); i++) {
                values[matrix.offset() + i] = (float) random.nextDouble(-limit, limit);
            }
        }
        int bias = tensors.get(1).offset();
        boolean fourier = architecture.noiseEmbedding() == NoiseEmbedding.FOURIER;
        for (int i = 0; i < architecture.embedding(); i++) {
            if (fourier) {
                values[i] = (float) (FREQUENCY * random.nextGaussian());
                values[bias + i] = (float) random.nextDouble(2 * Math.PI);
            } else {
                values[bias + i] = (float) (-values[i] * random.nextDouble(-5, 3));
            }
        }
        return new Weights(architecture, values);
    }

    public Architecture architecture() {
        return architecture;
    }

    /** A copy of one tensor, row-major. */
    public float[] tensor(String name) {
        var tensor = architecture.tensors().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no tensor " + name));
        return Arrays.copyOfRange(values, tensor.offset(), tensor.offset() + tensor.size());
    }

    /** A copy of all numbers, in the layout of {@link Architecture#tensors()}. */
    public float[] toArray() {
        return values.clone();
    }

    /** A modifiable copy. */
    public WeightArray thaw() {
        return new WeightArray(architecture, values.clone());
    }

    /** Whether every weight is a finite number. */
    public boolean finite() {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Weights weights
                && architecture.equals(weights.architecture)
                && Arrays.equals(values, weights.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }
}
