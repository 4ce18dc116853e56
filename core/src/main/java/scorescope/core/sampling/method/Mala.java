package scorescope.core.sampling.method;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import scorescope.core.BadInputException;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.core.random.NoiseSource;
import scorescope.core.random.NoiseStream;
import scorescope.core.sampling.Carried;
import scorescope.core.sampling.Convergence;
import scorescope.core.sampling.ParticleBlocks;
import scorescope.core.sampling.Progress;
import scorescope.core.sampling.Sampler;
import scorescope.core.sampling.SamplingMethod;
import scorescope.core.sampling.Scratch;
import scorescope.core.sampling.Start;
import scorescope.core.sampling.State;
import scorescope.core.sampling.StepLine.Term;
import scorescope.core.sampling.StepLines;
import scorescope.core.sampling.Vectors;
import scorescope.core.sampling.step.AffineStep;
import scorescope.core.sampling.step.Linear;
import scorescope.core.score.ScoreField;
import scorescope.core.score.UnnormalisedDensity;
import scorescope.core.words.CoreWords;

/**
 * The Metropolis-adjusted Langevin algorithm: x′ = x + η s(x) + √(2η) z is taken with probability min(1, p(x′) q(x|x′) /
 * p(x) q(x′|x)), q(b|a) ∝ exp(−‖b − a − η s(a)‖²/4η), otherwise x does not change. p is exactly stationary for any η. The
 * test needs ratios of p, so the score must be exact or that of an energy network.
 *
 * @param stepSize η in data units²
 * @see <a href="https://doi.org/10.2307/3318418">Roberts, Tweedie: Exponential convergence of Langevin distributions and
 *     their discrete approximations (1996)</a>
 */
public record Mala(double stepSize, int steps) implements SamplingMethod {
    public static final Parameter.Real STEP_SIZE = new Parameter.Real(
            "stepSize",
            "{step}",
            "data units²",
            0.05,
            1e-8,
            10,
            true,
            "How far a proposal follows the score; larger ones are refused more often. The rule to have 57 % accepted is of "
                    + "many dimensions; in the plane the effective sample size tells which is best.");

    public static final Kind<SamplingMethod> KIND = new Kind<>(
            "mala",
            "MALA",
            "Langevin proposals, each accepted or refused so that the density is kept exactly. Needs p up to a factor.",
            List.of(STEP_SIZE, Langevin.STEPS),
            Mala::of);

    private static Mala of(Parameters values) {
        return new Mala(values.get(STEP_SIZE), Math.toIntExact(values.get(Langevin.STEPS)));
    }

    @Override
    public Start naturalStart() {
        return Langevin.START;
    }

    @Override
    public void check(Problem problem) {
        var unused = density(problem);
    }

    private static UnnormalisedDensity density(Problem problem) {
        return problem.score()
                .unnormalised()
                .orElseThrow(() -> BadInputException.of("sampler.kind", "core.mala.no-density"));
    }

    @Override
    public Convergence convergence() {
        return Convergence.exact();
    }

    @Override
    public boolean staysAtOneLevel() {
        return true;
    }

    /** @throws BadInputException if the density of the score is not known */
    @Override
    public Sampler bind(Problem problem) {
        return new MalaSampler(this, problem, density(problem));
    }

    /**
     * log q(x | x') − log q(x' | x) of a proposal x' = x + ηs + √(2η)z: what is added to log p(x') − log p(x) in the test.
     *
     * @param dx first coordinate of x' − x, in data units
     * @param sx first coordinate of the score at x, in 1/data units
     * @param newX first coordinate of the score at x'
     */
    public static double logReversal(double eta, double dx, double dy, double sx, double sy, double newX, double newY) {
        double back = square(dx + eta * newX) + square(dy + eta * newY);
        double forth = square(dx - eta * sx) + square(dy - eta * sy);
        return (forth - back) / (4 * eta);
    }

    private static double square(double value) {
        return value * value;
    }

    private static final class MalaSampler implements Sampler {
        /** Scores and log p at the positions of the particles. */
        private record Evaluated(Vectors scores, double[] logDensity) implements Carried {
            @Override
            public List<double[]> arrays() {
                return List.of(scores.x(), scores.y(), logDensity);
            }
        }

        /**
         * Arrays for a proposal.
         *
         * @param vectors its noise, then its scores
         * @param chance uniform in (0, 1): a proposal is accepted with a ratio above it
         */
        private record Proposal(Vectors vectors, double[] logDensity, double[] chance) implements Scratch {}

        private final Mala method;
        private final ScoreField score;
        private final UnnormalisedDensity density;
        private final NoiseLevel level;
        private final double priorStd;

        MalaSampler(Mala method, Problem problem, UnnormalisedDensity density) {
            this.method = method;
            this.score = problem.score();
            this.density = density;
            this.level = problem.target();
            this.priorStd = problem.process().priorStd();
        }

        @Override
        public int steps() {
            return method.steps;
        }

        @Override
        public double priorStd() {
            return priorStd;
        }

        @Override
        public boolean independent() {
            return true;
        }

        @Override
        public double time(State state) {
            return state.step() * method.stepSize;
        }

        @Override
        public State begin(double[] x, double[] y, NoiseSource noise) {
            int n = x.length;
            return State.initial(
                    level,
                    x,
                    y,
                    new Evaluated(Vectors.zero(n), new double[n]),
                    new Proposal(Vectors.zero(n), new double[n], new double[n]));
        }

        @Override
        public State step(State state, NoiseSource noise, State spare, ParticleBlocks blocks) {
            Progress.requireRunning(state, spare);
            var accepted = new AtomicInteger();
            boolean finite =
                    Progress.each(spare, blocks, (from, to) -> accepted.addAndGet(move(state, noise, spare, from, to)));
            int step = state.step() + 1;
            // The start is evaluated too, so there is one evaluation more than steps.
            var diagnostics = Progress.after(
                    step,
                    method.steps,
                    step + 1L,
                    finite,
                    () -> CoreWords.text("core.advice.lower-step-size", method.stepSize));
            return spare.at(step, level, diagnostics.accepting(accepted.get() / (double) state.particles()));
        }

        @Override
        public void write(StepLines lines) {
            var s = lines.score("s(x)", score, level, lines.position());
            var moved = lines.drift("{langevin-drift}", Term.of(lines.position()), Term.of(method.stepSize, s));
            var z = lines.drawn("z", NoiseStream.PATH, lines.step());
            double spread = AffineStep.langevin(method.stepSize, 1).noise();
            lines.withNoise("… + {langevin-noise-drawn}", Term.of(moved), Term.of(spread, z));
        }

        /** Moves a block of particles. Returns how many proposals were accepted. */
        private int move(State state, NoiseSource noise, State next, int from, int to) {
            double eta = method.stepSize;
            var present = next.carried(Evaluated.class);
            takePresent(state, present, from, to);
            double[] sx = present.scores().x();
            double[] sy = present.scores().y();
            double[] log = present.logDensity();
            var proposal = next.scratch(Proposal.class);
            double[] newX = proposal.vectors().x();
            double[] newY = proposal.vectors().y();
            double[] newLog = proposal.logDensity();
            double[] chance = proposal.chance();
            noise.gaussian(NoiseStream.PATH, state.step(), from, to, newX, newY);
            noise.uniform(NoiseStream.ACCEPT, state.step(), from, to, chance);
            var langevin = AffineStep.langevin(eta, 1);
            Linear.combine(1, state.x(), eta, sx, langevin.noise(), newX, next.x(), from, to);
            Linear.combine(1, state.y(), eta, sy, langevin.noise(), newY, next.y(), from, to);
            // From here on newX, newY are the scores at the proposals.
            score.score(next.x(), next.y(), from, to, level, newX, newY);
            density.logUnnormalised(next.x(), next.y(), from, to, level, newLog);
            int accepted = 0;
            for (int i = from; i < to; i++) {
                double dx = next.x()[i] - state.x()[i];
                double dy = next.y()[i] - state.y()[i];
                double logRatio = newLog[i] - log[i] + logReversal(eta, dx, dy, sx[i], sy[i], newX[i], newY[i]);
                if (Math.log(chance[i]) < logRatio) {
                    sx[i] = newX[i];
                    sy[i] = newY[i];
                    log[i] = newLog[i];
                    accepted++;
                } else {
                    next.x()[i] = state.x()[i];
                    next.y()[i] = state.y()[i];
                }
            }
            return accepted;
        }

        /**
         * Fills {@code out} with scores and log p at {@code state}: those of the previous step, computed only at the start.
         */
        private void takePresent(State state, Evaluated out, int from, int to) {
            if (state.step() == 0) {
                score.score(
                        state.x(),
                        state.y(),
                        from,
                        to,
                        level,
                        out.scores().x(),
                        out.scores().y());
                density.logUnnormalised(state.x(), state.y(), from, to, level, out.logDensity());
            } else {
                var known = state.carried(Evaluated.class);
                known.scores().copyTo(out.scores(), from, to);
                System.arraycopy(known.logDensity(), from, out.logDensity(), from, to - from);
            }
        }
    }
}
