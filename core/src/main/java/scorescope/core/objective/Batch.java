package scorescope.core.objective;

/**
 * Noised samples x̃ = x + σε of plain noise (α = 1; other processes are this, rescaled). Arrays are reused from step
 * to step; points alternate x and y.
 */
public final class Batch {
    private final float[] clean;
    private final float[] noise;
    private final float[] sigma;
    private final int size;
    private final int total;

    /**
     * @param size the number of samples here
     * @param total the number of samples in the whole batch that this is a shard of; means divide by it
     */
    public Batch(int size, int total) {
        this.size = size;
        this.total = total;
        clean = new float[2 * size];
        noise = new float[2 * size];
        sigma = new float[size];
    }

    public int size() {
        return size;
    }

    public int total() {
        return total;
    }

    /** x, in data units: 2 · size, live. */
    public float[] clean() {
        return clean;
    }

    /** ε, standard normal: 2 · size, live. */
    public float[] noise() {
        return noise;
    }

    /** σ of every sample, in data units, live. */
    public float[] sigma() {
        return sigma;
    }
}
