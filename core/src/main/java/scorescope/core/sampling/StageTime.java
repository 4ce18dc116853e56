package scorescope.core.sampling;

import scorescope.core.noise.NoiseLevel;
import scorescope.core.noise.NoiseProcess;

/** The coefficients of dx/dt = f x − ½ g² s at one time. */
record StageTime(NoiseLevel level, double drift, double halfDiffusionSquared) {
    static StageTime at(NoiseProcess process, double t) {
        return new StageTime(process.at(t), process.drift(t), 0.5 * process.diffusionSquared(t));
    }

    /** Turns scores into velocities, in place, at from..to−1. */
    void velocity(double[] at, double[] score, int from, int to) {
        for (int i = from; i < to; i++) {
            score[i] = drift * at[i] - halfDiffusionSquared * score[i];
        }
    }
}
