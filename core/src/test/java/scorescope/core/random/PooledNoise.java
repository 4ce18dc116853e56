package scorescope.core.random;

/** Brownian path of a finer run for steps {@code group} times as long: sums of increments, divided by √group. */
public record PooledNoise(NoiseSource fine, int group) implements NoiseSource {
    @Override
    public void gaussian(int stream, long step, int from, int to, double[] zx, double[] zy) {
        if (stream != NoiseStream.PATH) {
            fine.gaussian(stream, step, from, to, zx, zy);
            return;
        }
        var x = new double[to];
        var y = new double[to];
        java.util.Arrays.fill(zx, from, to, 0);
        java.util.Arrays.fill(zy, from, to, 0);
        for (int part = 0; part < group; part++) {
            fine.gaussian(stream, step * group + part, from, to, x, y);
            for (int i = from; i < to; i++) {
                zx[i] += x[i] / Math.sqrt(group);
                zy[i] += y[i] / Math.sqrt(group);
            }
        }
    }

    @Override
    public void uniform(int stream, long step, int from, int to, double[] u) {
        fine.uniform(stream, step, from, to, u);
    }
}
