package scorescope.core.sampling.step;

import java.util.List;
import scorescope.core.random.NoiseSource;
import scorescope.core.random.NoiseStream;
import scorescope.core.sampling.ParticleBlocks;
import scorescope.core.sampling.PlaneVector;
import scorescope.core.sampling.Scratch;
import scorescope.core.sampling.State;
import scorescope.core.sampling.StepLine.Term;
import scorescope.core.sampling.StepLines;
import scorescope.core.sampling.Vectors;
import scorescope.core.words.CoreWords;

/**
 * Heun's rule for the reverse SDE, whose noise does not depend on x: with drift a(x, t) = f x − ½(1 + λ²) g² s and
 * w = λ √(½(g(t)² + g(t′)²)|h|) z, first x̃ = x + h a(x, t) + w, then x + ½h (a(x, t) + a(x̃, t′)) + w. Weak order 2; at
 * λ = 0 Heun's rule of the flow ODE.
 *
 * @see <a href="https://doi.org/10.1137/S0036142901389530">Roberts 2001 and others; the additive case of Kloeden,
 *     Platen: Numerical solution of stochastic differential equations, chapter 15</a>
 */
public final class StochasticHeun extends LevelSequenceSampler {
    /** Noise z, the prediction x̃, and the drift at the step's beginning. */
    private record Stages(Vectors noise, Vectors guess, Vectors derivative) implements Scratch {}

    private final double lambda;

    public StochasticHeun(LevelSequence path, double lambda) {
        super(path);
        this.lambda = lambda;
    }

    @Override
    public long stepEvaluations(int step) {
        return 2L * step;
    }

    @Override
    public String remedy() {
        return CoreWords.text("core.advice.raise-steps-or-grid");
    }

    @Override
    public Scratch scratch(int particles) {
        return new Stages(Vectors.zero(particles), Vectors.zero(particles), Vectors.zero(particles));
    }

    @Override
    public void writeStep(StepLines lines) {
        int step = lines.step();
        double h = path.duration(step);
        var begin = path.stage(step, 0, lambda);
        var end = path.stage(step, 1, lambda);
        var x = lines.position();
        var first = velocity(lines, "a = f x − w s(x)", begin, x);
        var moved = lines.drift("x + h a", Term.of(x), Term.of(h, first));
        var z = lines.drawn("z", NoiseStream.PATH, step);
        var guess =
                lines.withNoise("x̃ = … + λ √(½(g² + gₛ²)|h|) z", Term.of(moved), Term.of(spread(begin, end, h), z));
        var second = velocity(lines, "aₛ = fₛ x̃ − wₛ s(x̃)", end, guess);
        lines.longSum("x̃ + ½h (aₛ − a)", List.of(Term.of(guess), Term.of(0.5 * h, second), Term.of(-0.5 * h, first)));
    }

    private PlaneVector velocity(StepLines lines, String formula, StageTime time, PlaneVector at) {
        var s = StepLines.evaluated(path.score(), time.level(), at);
        return lines.drift(formula, Term.of(time.drift(), at), Term.of(-time.weight(), s));
    }

    private double spread(StageTime begin, StageTime end, double h) {
        return lambda * Math.sqrt(0.5 * (begin.diffusion() + end.diffusion()) * Math.abs(h));
    }

    @Override
    public ParticleBlocks.Work stepWork(State state, NoiseSource noise, State next) {
        int step = state.step();
        double h = path.duration(step);
        var begin = path.stage(step, 0, lambda);
        var end = path.stage(step, 1, lambda);
        double spread = spread(begin, end, h);
        var stages = next.scratch(Stages.class);
        var z = stages.noise();
        var guess = stages.guess();
        var derivative = stages.derivative();
        return (from, to) -> {
            noise.gaussian(NoiseStream.PATH, step, from, to, z.x(), z.y());
            path.score().score(state.x(), state.y(), from, to, begin.level(), derivative.x(), derivative.y());
            begin.velocity(state.x(), derivative.x(), from, to);
            begin.velocity(state.y(), derivative.y(), from, to);
            Linear.combine(1, state.x(), h, derivative.x(), spread, z.x(), guess.x(), from, to);
            Linear.combine(1, state.y(), h, derivative.y(), spread, z.y(), guess.y(), from, to);
            path.score().score(guess.x(), guess.y(), from, to, end.level(), next.x(), next.y());
            end.velocity(guess.x(), next.x(), from, to);
            end.velocity(guess.y(), next.y(), from, to);
            // x̃ contains h times the first drift: subtract half of that, add half of the second.
            Linear.combine(1, guess.x(), -0.5 * h, derivative.x(), 0.5 * h, next.x(), next.x(), from, to);
            Linear.combine(1, guess.y(), -0.5 * h, derivative.y(), 0.5 * h, next.y(), next.y(), from, to);
        };
    }
}
