package scorescope.core.random;

/**
 * The noise of {@code source}, shifted by {@code steps}, so that a run that continues another and counts its steps from 0
 * does not repeat the noise of the other.
 */
public record ShiftedNoise(NoiseSource source, long steps) implements NoiseSource {
    @Override
    public void gaussian(int stream, long step, int from, int to, double[] zx, double[] zy) {
        source.gaussian(stream, step + steps, from, to, zx, zy);
    }

    @Override
    public void uniform(int stream, long step, int from, int to, double[] u) {
        source.uniform(stream, step + steps, from, to, u);
    }
}
