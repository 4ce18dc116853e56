package scorescope.core.sampling.step;

import scorescope.core.noise.NoiseLevel;
import scorescope.core.noise.NoiseProcess;

/**
 * The coefficients of the velocity f x − w s at one time, w = ½(1 + λ²) g², per unit of the process's smooth time.
 *
 * @param diffusion g²
 */
public record StageTime(NoiseLevel level, double drift, double diffusion, double weight) {
    /** The coefficients for λ: those of the flow ODE for λ = 0, otherwise those of the reverse SDE's drift. */
    public static StageTime at(NoiseProcess process, double t, double lambda) {
        double rate = process.smoothRate(t);
        double diffusion = process.diffusionSquared(t) / rate;
        return new StageTime(
                process.at(t), process.drift(t) / rate, diffusion, 0.5 * (1 + lambda * lambda) * diffusion);
    }

    /** Overwrites scores by velocities at from..to−1. */
    public void velocity(double[] at, double[] score, int from, int to) {
        Linear.combine(drift, at, -weight, score, score, from, to);
    }
}
