package scorescope.core.sampling.step;

import java.util.List;
import scorescope.core.random.NoiseSource;
import scorescope.core.random.NoiseStream;
import scorescope.core.sampling.ParticleBlocks;
import scorescope.core.sampling.State;

/**
 * Heun's rule for the reverse SDE, whose noise does not depend on x: with drift a(x, t) = f x − ½(1 + λ²) g² s and
 * w = λ √(½(g(t)² + g(t′)²)|h|) z, first x̃ = x + h a(x, t) + w, then x + ½h (a(x, t) + a(x̃, t′)) + w. Weak order 2; at
 * λ = 0 Heun's rule of the flow ODE.
 *
 * @see <a href="https://doi.org/10.1137/S0036142901389530">Roberts 2001 and others; the additive case of Kloeden,
 *     Platen: Numerical solution of stochastic differential equations, chapter 15</a>
 */
public final class StochasticHeun extends LevelSequenceSampler {
    private static final String NOISE_X = "noise.x";
    private static final String NOISE_Y = "noise.y";
    private static final String GUESS_X = "guess.x";
    private static final String GUESS_Y = "guess.y";
    private static final String SLOPE_X = "slope.x";
    private static final String SLOPE_Y = "slope.y";

    private final double lambda;

    public StochasticHeun(LevelSequence path, double lambda) {
        super(path);
        this.lambda = lambda;
    }

    @Override
    public long evaluationsBetween(int step) {
        return 2L * step;
    }

    @Override
    public String remedy() {
        return "raise steps, or choose the grid log-snr";
    }

    @Override
    public List<String> scratch() {
        return List.of(NOISE_X, NOISE_Y, GUESS_X, GUESS_Y, SLOPE_X, SLOPE_Y);
    }

    @Override
    public ParticleBlocks.Work between(State state, NoiseSource noise, State next) {
        int step = state.step();
        double h = path.duration(step);
        var begin = path.stage(step, 0, lambda);
        var end = path.stage(step, 1, lambda);
        double spread = lambda * Math.sqrt(0.5 * (begin.diffusion() + end.diffusion()) * Math.abs(h));
        var zx = next.scratch(NOISE_X);
        var zy = next.scratch(NOISE_Y);
        var guessX = next.scratch(GUESS_X);
        var guessY = next.scratch(GUESS_Y);
        var slopeX = next.scratch(SLOPE_X);
        var slopeY = next.scratch(SLOPE_Y);
        return (from, to) -> {
            noise.gaussian(NoiseStream.PATH, step, from, to, zx, zy);
            path.score().score(state.x(), state.y(), from, to, begin.level(), slopeX, slopeY);
            begin.velocity(state.x(), slopeX, from, to);
            begin.velocity(state.y(), slopeY, from, to);
            Linear.combine(1, state.x(), h, slopeX, spread, zx, guessX, from, to);
            Linear.combine(1, state.y(), h, slopeY, spread, zy, guessY, from, to);
            path.score().score(guessX, guessY, from, to, end.level(), next.x(), next.y());
            end.velocity(guessX, next.x(), from, to);
            end.velocity(guessY, next.y(), from, to);
            // The guess has the whole first slope: half of it goes, half of the second comes.
            Linear.combine(1, guessX, -0.5 * h, slopeX, 0.5 * h, next.x(), next.x(), from, to);
            Linear.combine(1, guessY, -0.5 * h, slopeY, 0.5 * h, next.y(), next.y(), from, to);
        };
    }
}
