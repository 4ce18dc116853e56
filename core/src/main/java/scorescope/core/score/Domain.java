package scorescope.core.score;

import scorescope.core.noise.NoiseLevel;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.noise.ProcessCatalog;
import scorescope.core.parameter.Choice;

/**
 * Range in which a learned score was trained, and how the output of its network is interpreted. It was trained in the
 * coordinates of {@code process} at levels σ/α in [minLevel, maxLevel], is conditioned on log(σ/α) and predicts
 * {@code prediction}.
 *
 * @param process the process whose x_t = αx₀ + σε are the network's inputs
 * @param sigmaData with EDM's preconditioning, the standard deviation of the clean data; 0 without. The network F then
 *     takes c_in·x_t/α and represents the clean point D = c_skip·x_t/α + c_out·F; {@code prediction} is not used
 */
public record Domain(Choice process, double minLevel, double maxLevel, Prediction prediction, double sigmaData) {
    public Domain {
        if (!(minLevel > 0 && minLevel <= maxLevel) || !Double.isFinite(maxLevel)) {
            throw new IllegalArgumentException("levels must satisfy 0 < min <= max: " + minLevel + ", " + maxLevel);
        }
        if (!(sigmaData >= 0) || !Double.isFinite(sigmaData)) {
            throw new IllegalArgumentException("the data's standard deviation must not be negative: " + sigmaData);
        }
    }

    /** Domain of the process with this id and default parameters, without preconditioning. */
    public Domain(String process, double minLevel, double maxLevel, Prediction prediction) {
        this(Choice.of(process), minLevel, maxLevel, prediction, 0);
    }

    /** The process whose coordinates the network takes. */
    public NoiseProcess noiseProcess() {
        return ProcessCatalog.CATALOG.create(process, "process");
    }

    /** σ/α, or the nearest trained level. */
    public double clamped(NoiseLevel level) {
        return Math.clamp(level.ratio(), minLevel, maxLevel);
    }

    /** Whether this level lies outside the trained range, so that the nearest trained level is used. */
    public boolean extrapolating(NoiseLevel level) {
        double tolerance = 1e-6;
        return level.ratio() < minLevel * (1 - tolerance) || level.ratio() > maxLevel * (1 + tolerance);
    }
}
