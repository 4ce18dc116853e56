package scorescope.core.evolution;

import scorescope.core.measure.Sample;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.noise.Transition;
import scorescope.core.random.NoiseSource;

/**
 * Points under a forward process, in two ways that have the same law: step by step along dx = f x dt + g dW, and in one
 * jump x_t = α(t) x₀ + σ(t) ε.
 *
 * <p>A step is the exact transition x ← (α(t′)/α(t)) x + √(σ(t′)² − (α(t′)/α(t))² σ(t)²) z, so that the law at the end does
 * not depend on the number of steps. Random numbers are addressed by (step, point), so that a path can be repeated.
 *
 * @see <a href="https://doi.org/10.1007/978-3-662-12616-5">Kloeden and Platen 1992, Numerical solution of stochastic
 *     differential equations</a>
 */
public record ForwardSde(NoiseProcess process, NoiseSource noise) {
    /** Streams of noise, distinct from those of samplers. */
    private static final int BEGINNING = 111;

    private static final int STEPS = 112;
    private static final int JUMP = 113;

    /**
     * The points before the first step: α(t) x₀ + σ(t) ε. If σ(0) &gt; 0, steps from the clean points would give the noise
     * variance σ(t)² − σ(0)² instead of σ(t)².
     *
     * @param clean points x₀ in data units; not modified
     */
    public Sample begin(Sample clean, double t) {
        return noised(clean, process.at(t), BEGINNING);
    }

    /** The clean points at time t in one jump; every point has the same ε at all times. */
    public Sample jump(Sample clean, double t) {
        return noised(clean, process.at(t), JUMP);
    }

    private Sample noised(Sample clean, NoiseLevel level, int stream) {
        int n = clean.count();
        var x = new double[n];
        var y = new double[n];
        noise.gaussian(stream, 0, 0, n, x, y);
        for (int i = 0; i < n; i++) {
            x[i] = level.alpha() * clean.x()[i] + level.sigma() * x[i];
            y[i] = level.alpha() * clean.y()[i] + level.sigma() * y[i];
        }
        return new Sample(x, y);
    }

    /**
     * One step from {@code t} to {@code next}.
     *
     * @param points at time t; not modified
     * @param step number of the step, which addresses its random numbers
     */
    public Sample step(Sample points, double t, double next, long step) {
        var law = Transition.of(process, t, next);
        return kick(points, law.keep(), Math.sqrt(law.variance()), step);
    }

    /** One step of a chain: x ← keep · x + add · z, z standard normal. */
    public Sample kick(Sample points, double keep, double add, long step) {
        int n = points.count();
        var x = new double[n];
        var y = new double[n];
        noise.gaussian(STEPS, step, 0, n, x, y);
        for (int i = 0; i < n; i++) {
            x[i] = keep * points.x()[i] + add * x[i];
            y[i] = keep * points.y()[i] + add * y[i];
        }
        return new Sample(x, y);
    }
}
