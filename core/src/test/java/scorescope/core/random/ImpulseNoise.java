package scorescope.core.random;

import java.util.Arrays;

/**
 * z = 1 for particle {@code step}, else 0. With an affine sampler and a Gaussian score, particle i has at the end the response
 * to one unit of noise in step i, from which the variance of the end follows deterministically.
 */
public record ImpulseNoise() implements NoiseSource {
    @Override
    public void gaussian(int stream, long step, int from, int to, double[] zx, double[] zy) {
        for (int i = from; i < to; i++) {
            zx[i] = i == step ? 1 : 0;
            zy[i] = zx[i];
        }
    }

    @Override
    public void uniform(int stream, long step, int from, int to, double[] u) {
        Arrays.fill(u, from, to, 0.5);
    }
}
