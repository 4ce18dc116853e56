package scorescope.core.objective;

/**
 * Noised samples x_t = αx + σε at the times of a process. Arrays are reused from step to step; points alternate x and
 * y.
 */
public final class Batch {
    private final float[] clean;
    private final float[] noise;
    private final float[] noisy;
    private final double[] time;
    private final double[] alpha;
    private final double[] sigma;
    private final float[] vectors;
    private final float[] negatives;
    private final double[] losses;
    private final int size;
    private final int total;

    /**
     * @param size the number of samples here
     * @param total the number of samples in the whole batch that this is a part of; means divide by it
     */
    public Batch(int size, int total) {
        this(size, total, 0);
    }

    /** @param vectors number of random vectors drawn for every sample in addition to its noise */
    public Batch(int size, int total, int vectors) {
        this.size = size;
        this.total = total;
        clean = new float[2 * size];
        noise = new float[2 * size];
        noisy = new float[2 * size];
        time = new double[size];
        alpha = new double[size];
        sigma = new double[size];
        this.vectors = new float[2 * vectors * size];
        negatives = new float[2 * size];
        losses = new double[size];
        java.util.Arrays.fill(alpha, 1);
    }

    /** Computes the noised points x_t = αx + σε. */
    public void mix() {
        for (int j = 0; j < size; j++) {
            float a = (float) alpha[j];
            float s = (float) sigma[j];
            noisy[2 * j] = a * clean[2 * j] + s * noise[2 * j];
            noisy[2 * j + 1] = a * clean[2 * j + 1] + s * noise[2 * j + 1];
        }
    }

    public int size() {
        return size;
    }

    public int total() {
        return total;
    }

    /** Clean points x, in data units: 2 · size numbers. The array itself, not a copy, as with all arrays here. */
    public float[] clean() {
        return clean;
    }

    /** ε, standard normal: 2 · size numbers. */
    public float[] noise() {
        return noise;
    }

    /** x_t, in data units: 2 · size numbers. */
    public float[] noisy() {
        return noisy;
    }

    /** t of every sample. */
    public double[] time() {
        return time;
    }

    /** α of every sample; initially 1. */
    public double[] alpha() {
        return alpha;
    }

    /** σ of every sample, in data units. */
    public double[] sigma() {
        return sigma;
    }

    /** The random vectors, those of a sample adjacent. */
    public float[] vectors() {
        return vectors;
    }

    /** The negative samples of contrastive divergence: 2 · size numbers. */
    public float[] negatives() {
        return negatives;
    }

    /** Output of an objective: the loss of every sample. */
    public double[] losses() {
        return losses;
    }
}
