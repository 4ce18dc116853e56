package scorescope.core.sampling.step;

import scorescope.core.noise.NoiseLevel;
import scorescope.core.noise.NoiseProcess;

/** The coefficients of the velocity f x − w s at one time, w = ½(1 + λ²) g². */
public record StageTime(NoiseLevel level, double drift, double weight) {
    /** Of the flow ODE, λ = 0. */
    public static StageTime at(NoiseProcess process, double t) {
        return at(process, t, 0);
    }

    /** Of the reverse SDE's drift. */
    public static StageTime at(NoiseProcess process, double t, double lambda) {
        return new StageTime(
                process.at(t), process.drift(t), 0.5 * (1 + lambda * lambda) * process.diffusionSquared(t));
    }

    /** Turns scores into velocities, in place, at from..to−1. */
    public void velocity(double[] at, double[] score, int from, int to) {
        Linear.combine(drift, at, -weight, score, score, from, to);
    }
}
