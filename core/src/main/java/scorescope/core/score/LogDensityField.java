package scorescope.core.score;

import scorescope.core.noise.NoiseLevel;

/** A field with a normalised log-density log p_t(x). */
public interface LogDensityField {
    /** Writes log p_t at the points {@code from ≤ i < to} into {@code out}. */
    void logDensity(double[] x, double[] y, int from, int to, NoiseLevel level, double[] out);
}
