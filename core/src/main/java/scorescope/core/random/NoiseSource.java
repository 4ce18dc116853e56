package scorescope.core.random;

/**
 * Standard normal numbers addressed by (stream, step, particle): the same address always gives the same number, in any
 * order of calls and on any thread. Two samplers with one source share one Brownian path.
 */
public interface NoiseSource {
    /** Fills zx[i], zy[i] for particles {@code from ≤ i < to} at {@code step} of {@code stream}. */
    void gaussian(int stream, long step, int from, int to, double[] zx, double[] zy);

    /** Uniform numbers in (0, 1), addressed in the same way and independent of the Gaussians. */
    void uniform(int stream, long step, int from, int to, double[] u);
}
