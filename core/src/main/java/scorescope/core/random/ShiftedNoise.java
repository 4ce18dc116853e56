package scorescope.core.random;

/** The same noise from a later step on, so that a run that continues another, counting its steps from 0, does not repeat its noise. */
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
