package scorescope.core.sampling;

/**
 * One plane vector (x[i], y[i]) for each particle i: velocities, noise, scores, derivatives. The arrays are shared, not
 * copied.
 */
public record Vectors(double[] x, double[] y) {
    /** Zero vectors in new arrays. */
    public static Vectors zero(int particles) {
        return new Vectors(new double[particles], new double[particles]);
    }

    /** Copies the vectors {@code from ≤ i < to} to the same indices of {@code target}. */
    public void copyTo(Vectors target, int from, int to) {
        System.arraycopy(x, from, target.x, from, to - from);
        System.arraycopy(y, from, target.y, from, to - from);
    }
}
