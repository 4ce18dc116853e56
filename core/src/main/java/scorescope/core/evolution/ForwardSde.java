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
 * <p>A step is the exact transition x ← (α(t′)/α(t)) x + √(σ(t′)² − (α(t′)/α(t))² σ(t)²) z, so that any number of steps
 * ends with the same law. Random numbers are addressed by (step, point), so that a way can be walked again.
 *
 * @see <a href="https://doi.org/10.1007/978-3-662-12616-5">Kloeden and Platen 1992, Numerical solution of stochastic
 *     differential equations</a>
 */
public record ForwardSde(NoiseProcess process, NoiseSource noise) {
    /** Apart from the streams of samplers. */
    private static final int BEGINNING = 111;

    private static final int STEPS = 112;
    private static final int JUMP = 113;

    /**
     * Where the steps begin: α(t) x₀ + σ(t) ε. Where σ(0) &gt; 0, steps begun at the clean points would end with the variance
     * σ(t)² − σ(0)².
     *
     * @param clean points x₀ in data units; not modified
     */
    public Sample begin(Sample clean, double t) {
        return noised(clean, process.at(t), BEGINNING);
    }

    /** The clean points at time t in one jump; ε belongs to the point, so that over time each slides along a line. */
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
     * @param step which step of the way it is, for its random numbers
     */
    public Sample step(Sample points, double t, double next, long step) {
        var law = Transition.of(process, t, next);
        return kick(points, law.keep(), Math.sqrt(law.variance()), step);
    }

    /** x ← keep · x + add · z, as one step of a chain does. */
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
