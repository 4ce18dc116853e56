package scorescope.core.score;

import scorescope.core.noise.NoiseLevel;

/**
 * Where a learned score is at home: it was trained on plain noise at levels σ/α in [minLevel, maxLevel] and predicts
 * {@code prediction}, conditioned on log(σ/α).
 *
 * @param process id of the process whose levels it was trained on, for the record; any process is plain noise
 *     at level σ/α seen through a lens
 */
public record Domain(String process, double minLevel, double maxLevel, Prediction prediction) {
    public Domain {
        if (!(minLevel > 0 && minLevel <= maxLevel) || !Double.isFinite(maxLevel)) {
            throw new IllegalArgumentException("levels must satisfy 0 < min <= max: " + minLevel + ", " + maxLevel);
        }
    }

    /** σ/α, or the nearest trained level. */
    public double clamped(NoiseLevel level) {
        return Math.clamp(level.ratio(), minLevel, maxLevel);
    }

    /** Whether the score at this level is borrowed from the nearest trained one. */
    public boolean extrapolating(NoiseLevel level) {
        double tolerance = 1e-6;
        return level.ratio() < minLevel * (1 - tolerance) || level.ratio() > maxLevel * (1 + tolerance);
    }
}
