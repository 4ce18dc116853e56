package scorescope.core.sampling.method;

import java.util.List;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.core.parameter.Ranges;
import scorescope.core.random.NoiseSource;
import scorescope.core.random.NoiseStream;
import scorescope.core.sampling.Convergence;
import scorescope.core.sampling.ParticleBlocks;
import scorescope.core.sampling.Sampler;
import scorescope.core.sampling.SamplingMethod;
import scorescope.core.sampling.Scratch;
import scorescope.core.sampling.State;
import scorescope.core.sampling.StepLine.Term;
import scorescope.core.sampling.StepLines;
import scorescope.core.sampling.Vectors;
import scorescope.core.sampling.step.LevelSequence;
import scorescope.core.sampling.step.LevelSequenceMethod;
import scorescope.core.sampling.step.LevelSequenceSampler;
import scorescope.core.sampling.step.Linear;
import scorescope.core.sampling.step.Spacing;
import scorescope.core.sampling.step.TimeGrid;
import scorescope.core.words.CoreWords;

/**
 * EDM's sampler: on plain noise (α = 1, time is σ) each step first raises the noise to σ̂ = σ(1 + γ),
 * γ = min(churn/N, √2 − 1), adding √(σ̂² − σ²) z, then follows dx/dσ = (x − x̂₀)/σ = −σ s down to the next level by Heun's
 * rule; a step to σ = 0 is Euler's, which ends at x̂₀. Under another process it works on y = x/α at σ/α, by the scaling identity.
 *
 * @param churn 0 for no added noise
 * @see <a href="https://arxiv.org/abs/2206.00364">Karras et al.: Elucidating the design space of diffusion-based
 *     generative models (2022), algorithm 2</a>
 */
public record EdmHeun(double churn, Spacing spacing) implements LevelSequenceMethod {
    public static final Parameter.Real CHURN = new Parameter.Real(
            "churn",
            "S_churn",
            "",
            0,
            0,
            100,
            false,
            "Noise added and removed again at every step, spread over all steps; 0 is deterministic.");
    static final Parameter.Whole STEPS = Spacing.steps(40);
    static final Parameter.OneOf<TimeGrid> GRID = Spacing.grid(TimeGrid.KARRAS);

    public static final Kind<SamplingMethod> KIND = Spacing.method(
            "edm",
            "EDM",
            "Heun's rule in σ on a grid made for it; churn adds fresh noise that corrects earlier errors.",
            EdmHeun::of,
            STEPS,
            GRID,
            CHURN);

    private static EdmHeun of(Parameters values) {
        return new EdmHeun(values.get(CHURN), Spacing.of(values, STEPS, GRID));
    }

    @Override
    public void check(Problem problem) {
        Ranges.end(problem.process().at(problem.process().tMax()).ratio());
    }

    @Override
    public Convergence convergence() {
        return churn == 0
                ? Convergence.flow(2)
                : Convergence.none("the noise that churn adds does not shrink with the step");
    }

    @Override
    public Sampler bind(Problem problem) {
        check(problem);
        return new EdmSampler(LevelSequence.down(problem, spacing), churn);
    }

    public static final class EdmSampler extends LevelSequenceSampler {
        private static final double MOST_RAISE = Math.sqrt(2) - 1;

        /** Points at the raised level, and scores. */
        private record Raised(Vectors points, Vectors scores) implements Scratch {}

        private final double churn;

        EdmSampler(LevelSequence path, double churn) {
            super(path);
            this.churn = churn;
        }

        @Override
        public long stepEvaluations(int step) {
            return 2L * step - (step > 0 && path.level(step).sigma() == 0 ? 1 : 0);
        }

        @Override
        public String remedy() {
            return CoreWords.text("core.advice.raise-steps");
        }

        @Override
        public Scratch scratch(int particles) {
            return new Raised(Vectors.zero(particles), Vectors.zero(particles));
        }

        private double raise() {
            return Math.min(churn / steps(), MOST_RAISE);
        }

        /** √(σ̂² − σ²) without the difference of squares. */
        private double added(double sigma) {
            return sigma * Math.sqrt(raise() * (2 + raise()));
        }

        /** In y = x/α at σ/α where α is not 1. */
        @Override
        public void writeStep(StepLines lines) {
            var here = path.level(lines.step());
            var there = path.level(lines.step() + 1);
            boolean plain = here.alpha() == 1 && there.alpha() == 1;
            var y = plain
                    ? lines.position()
                    : lines.drift("y = x/{signal}", Term.of(1 / here.alpha(), lines.position()));
            double added = added(here.ratio());
            var raised = y;
            if (added > 0) {
                var z = lines.drawn("z", NoiseStream.PATH, lines.step());
                raised = lines.withNoise("… + √(σ̂² − σ²) z", Term.of(y), Term.of(added, z));
            }
            var high = NoiseLevel.plain(here.ratio() * (1 + raise()));
            var low = NoiseLevel.plain(there.ratio());
            double fall = low.sigma() - high.sigma();
            var s = lines.score("s", path.score(), high, raised);
            var end = lines.drift("ŷ = y − (σₛ − σ̂) σ̂ s", Term.of(raised), Term.of(-fall * high.sigma(), s));
            if (low.sigma() > 0) {
                var second = lines.score("sₛ = s(ŷ)", path.score(), low, end);
                end = lines.longSum(
                        "y − ½(σₛ − σ̂)(σ̂ s + σₛ sₛ)",
                        List.of(
                                Term.of(raised),
                                Term.of(-0.5 * fall * high.sigma(), s),
                                Term.of(-0.5 * fall * low.sigma(), second)));
            }
            if (!plain) {
                lines.drift("{signal}ₛ y", Term.of(there.alpha(), end));
            }
        }

        @Override
        public ParticleBlocks.Work stepWork(State state, NoiseSource noise, State next) {
            int step = state.step();
            double alpha = path.level(step).alpha();
            double sigma = path.level(step).ratio();
            double raised = sigma * (1 + raise());
            double added = added(sigma);
            var high = NoiseLevel.plain(raised);
            var low = NoiseLevel.plain(path.level(step + 1).ratio());
            double lens = path.level(step + 1).alpha();
            var scratch = next.scratch(Raised.class);
            var x = scratch.points().x();
            var y = scratch.points().y();
            var scoreX = scratch.scores().x();
            var scoreY = scratch.scores().y();
            return (from, to) -> {
                if (added > 0) {
                    noise.gaussian(NoiseStream.PATH, step, from, to, x, y);
                }
                Linear.combine(1 / alpha, state.x(), added, x, x, from, to);
                Linear.combine(1 / alpha, state.y(), added, y, y, from, to);
                path.score().score(x, y, from, to, high, scoreX, scoreY);
                double fall = low.sigma() - raised;
                // dx/dσ = −σ s: Euler's step, then the mean of both derivatives.
                Linear.combine(1, x, -fall * raised, scoreX, next.x(), from, to);
                Linear.combine(1, y, -fall * raised, scoreY, next.y(), from, to);
                if (low.sigma() == 0) {
                    Linear.combine(lens, next.x(), 0, y, next.x(), from, to);
                    Linear.combine(lens, next.y(), 0, y, next.y(), from, to);
                    return;
                }
                correct(x, y, scoreX, scoreY, next, high, low, lens, from, to);
            };
        }

        private void correct(
                double[] x,
                double[] y,
                double[] scoreX,
                double[] scoreY,
                State next,
                NoiseLevel high,
                NoiseLevel low,
                double lens,
                int from,
                int to) {
            double half = 0.5 * (low.sigma() - high.sigma());
            Linear.combine(1, x, -half * high.sigma(), scoreX, x, from, to);
            Linear.combine(1, y, -half * high.sigma(), scoreY, y, from, to);
            path.score().score(next.x(), next.y(), from, to, low, scoreX, scoreY);
            Linear.combine(lens, x, -lens * half * low.sigma(), scoreX, next.x(), from, to);
            Linear.combine(lens, y, -lens * half * low.sigma(), scoreY, next.y(), from, to);
        }
    }
}
