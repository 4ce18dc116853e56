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
import scorescope.core.sampling.Convergence;
import scorescope.core.sampling.ParticleBlocks;
import scorescope.core.sampling.Progress;
import scorescope.core.sampling.Sampler;
import scorescope.core.sampling.SamplingMethod;
import scorescope.core.sampling.Start;
import scorescope.core.sampling.State;
import scorescope.core.sampling.step.AffineStep;
import scorescope.core.sampling.step.Linear;
import scorescope.core.score.ScoreField;
import scorescope.core.score.UnnormalisedDensity;

/**
 * The Metropolis-adjusted Langevin algorithm: x′ = x + η s(x) + √(2η) z is taken with probability
 * min(1, p(x′) q(x|x′) / p(x) q(x′|x)), q(b|a) ∝ exp(−‖b − a − η s(a)‖²/4η), else x stays. It leaves p as it is, whatever
 * η. The test needs ratios of p, so that it follows an exact score or an energy network's.
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
            "How far a proposal follows the score; larger ones are refused more often. Best at some 57 % accepted.");

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
                .orElseThrow(() -> new BadInputException(
                        "sampler.kind",
                        "MALA tests its steps by log p, and this score was learned as arrows that need belong to no density",
                        "train an energy (training.output), choose langevin, or follow the analytic score"));
    }

    @Override
    public Convergence convergence() {
        return Convergence.exact();
    }

    @Override
    public boolean staysAtOneLevel() {
        return true;
    }

    /** @throws BadInputException if the score knows no density */
    @Override
    public Sampler bind(Problem problem) {
        return new MalaSampler(this, problem, density(problem));
    }

    private static final class MalaSampler implements Sampler {
        private static final String SCORE_X = "score.x";
        private static final String SCORE_Y = "score.y";
        private static final String LOG = "log-density";
        private static final String NEW_X = "new.x";
        private static final String NEW_Y = "new.y";
        private static final String NEW_LOG = "new.log-density";
        private static final String CHANCE = "chance";

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
            return State.begun(level, x, y, List.of(SCORE_X, SCORE_Y, LOG), List.of(NEW_X, NEW_Y, NEW_LOG, CHANCE));
        }

        @Override
        public State step(State state, NoiseSource noise, State spare, ParticleBlocks shards) {
            Progress.requireRunning(state, spare);
            var accepted = new AtomicInteger();
            boolean finite =
                    Progress.each(spare, shards, (from, to) -> accepted.addAndGet(move(state, noise, spare, from, to)));
            int step = state.step() + 1;
            // The start is evaluated too: one more than steps.
            var diagnostics = Progress.after(
                    step, method.steps, step + 1L, finite, () -> "lower stepSize below " + method.stepSize);
            return spare.at(step, level, diagnostics.accepting(accepted.get() / (double) state.particles()));
        }

        /** How many were accepted. */
        private int move(State state, NoiseSource noise, State next, int from, int to) {
            double eta = method.stepSize;
            var sx = next.carried(SCORE_X);
            var sy = next.carried(SCORE_Y);
            var log = next.carried(LOG);
            rememberPresent(state, sx, sy, log, from, to);
            var newX = next.scratch(NEW_X);
            var newY = next.scratch(NEW_Y);
            var newLog = next.scratch(NEW_LOG);
            var chance = next.scratch(CHANCE);
            noise.gaussian(NoiseStream.PATH, state.step(), from, to, newX, newY);
            noise.uniform(NoiseStream.ACCEPT, state.step(), from, to, chance);
            var langevin = AffineStep.langevin(eta, 1);
            Linear.combine(1, state.x(), eta, sx, langevin.noise(), newX, next.x(), from, to);
            Linear.combine(1, state.y(), eta, sy, langevin.noise(), newY, next.y(), from, to);
            // From here on newX, newY are the scores where the proposals stand.
            score.score(next.x(), next.y(), from, to, level, newX, newY);
            density.logUnnormalised(next.x(), next.y(), from, to, level, newLog);
            int accepted = 0;
            for (int i = from; i < to; i++) {
                double dx = next.x()[i] - state.x()[i];
                double dy = next.y()[i] - state.y()[i];
                double back = square(-dx - eta * newX[i], -dy - eta * newY[i]);
                double forth = square(dx - eta * sx[i], dy - eta * sy[i]);
                double logRatio = newLog[i] - log[i] - (back - forth) / (4 * eta);
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

        /** Score and log p where the particles stand: known from the step before, but for the first. */
        private void rememberPresent(State state, double[] sx, double[] sy, double[] log, int from, int to) {
            if (state.step() == 0) {
                score.score(state.x(), state.y(), from, to, level, sx, sy);
                density.logUnnormalised(state.x(), state.y(), from, to, level, log);
            } else {
                System.arraycopy(state.carried(SCORE_X), from, sx, from, to - from);
                System.arraycopy(state.carried(SCORE_Y), from, sy, from, to - from);
                System.arraycopy(state.carried(LOG), from, log, from, to - from);
            }
        }

        private static double square(double x, double y) {
            return x * x + y * y;
        }
    }
}
