package scorescope.core.sampling;

import java.util.Map;
import scorescope.core.noise.NoiseLevel;

/**
 * Where a run stands: positions x[i], y[i] of all particles after {@code step} steps, at {@code level} of noise.
 *
 * @param carried arrays that a method carries along besides position (velocities, earlier predictions)
 */
public record State(
        int step, NoiseLevel level, double[] x, double[] y, Map<String, double[]> carried, Diagnostics diagnostics) {
    public int particles() {
        return x.length;
    }
}
