package scorescope.core.score;

import scorescope.core.noise.NoiseLevel;

/**
 * A density that is known up to a constant factor Z: log p_t(x) + log Z, with log Z the same for all x of one noise level.
 * For an energy it is −E. This is enough for ratios of p, as in Metropolis tests.
 */
@FunctionalInterface
public interface UnnormalisedDensity {
    /**
     * Writes log p_t + log Z at the points {@code from ≤ i < to} into {@code out}.
     *
     * @param x first coordinates in data units; not modified
     * @param y second coordinates; not modified
     * @param out overwritten at from..to−1, may not alias x or y
     */
    void logUnnormalised(double[] x, double[] y, int from, int to, NoiseLevel level, double[] out);
}
