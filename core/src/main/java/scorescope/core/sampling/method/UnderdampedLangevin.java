package scorescope.core.sampling.method;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.core.random.NoiseSource;
import scorescope.core.random.NoiseStream;
import scorescope.core.sampling.Carried;
import scorescope.core.sampling.Convergence;
import scorescope.core.sampling.ParticleBlocks;
import scorescope.core.sampling.Sampler;
import scorescope.core.sampling.SamplingMethod;
import scorescope.core.sampling.Scratch;
import scorescope.core.sampling.Start;
import scorescope.core.sampling.State;
import scorescope.core.sampling.StepLine.Term;
import scorescope.core.sampling.StepLines;
import scorescope.core.sampling.Vectors;
import scorescope.core.sampling.step.IndependentSampler;
import scorescope.core.score.ScoreField;
import scorescope.core.words.CoreWords;

/**
 * Underdamped Langevin, dx = v dt, dv = s dt − γ v dt + √(2γ) dW, by the splitting BAOAB: kick ½h s, drift ½h v, friction
 * and noise v ← e^{−γh} v + √(1 − e^{−2γh}) z exactly, drift, kick. Its positions are biased by O(h²) only.
 *
 * <p>The last kick of a step and the first kick of the next use the score at the same point, so that one evaluation serves
 * both: the carried velocity is that before the last kick.
 *
 * @param stepSize h in data units (mass 1, temperature 1)
 * @param friction γ in 1/data units
 * @see <a href="https://doi.org/10.1093/amrx/abs010">Leimkuhler, Matthews: Rational construction of stochastic numerical
 *     methods for molecular sampling (2013)</a>
 */
public record UnderdampedLangevin(double stepSize, double friction, int steps) implements SamplingMethod {
    public static final Parameter.Real STEP_SIZE = new Parameter.Real(
            "stepSize",
            "h",
            "data units",
            0.1,
            1e-6,
            10,
            true,
            "How long a particle glides in one step: a length, whose square compares with Langevin's step size.");
    public static final Parameter.Real FRICTION = new Parameter.Real(
            "friction",
            "γ",
            "1/data units",
            1,
            1e-3,
            100,
            true,
            "How fast velocities are forgotten: small, particles swing; large, they wander as in Langevin.");

    public static final Kind<SamplingMethod> KIND = new Kind<>(
            "underdamped-langevin",
            "Underdamped Langevin",
            "Particles with a velocity, friction and noise (BAOAB): they glide over small hills.",
            List.of(STEP_SIZE, FRICTION, Langevin.STEPS),
            UnderdampedLangevin::of);

    private static UnderdampedLangevin of(Parameters values) {
        return new UnderdampedLangevin(
                values.get(STEP_SIZE), values.get(FRICTION), Math.toIntExact(values.get(Langevin.STEPS)));
    }

    @Override
    public Start naturalStart() {
        return Langevin.START;
    }

    /** A step h is stable for h² |λ| &lt; 4, λ the curvature of log p. */
    @Override
    public OptionalDouble longestStep(Problem problem) {
        double sharpest = Sharpness.of(problem.score(), problem.target());
        return Double.isNaN(sharpest) ? OptionalDouble.empty() : OptionalDouble.of(2 / Math.sqrt(sharpest));
    }

    @Override
    public Optional<String> caution(Problem problem) {
        double longest = longestStep(problem).orElse(Double.POSITIVE_INFINITY);
        return stepSize > longest
                ? Optional.of(CoreWords.text("core.caution.underdamped", stepSize, (float) longest))
                : Optional.empty();
    }

    @Override
    public Convergence convergence() {
        return Convergence.stationary(2);
    }

    @Override
    public boolean staysAtOneLevel() {
        return true;
    }

    @Override
    public Sampler bind(Problem problem) {
        return new UnderdampedSampler(this, problem);
    }

    private static final class UnderdampedSampler extends IndependentSampler {
        /** Velocities before the last kick of the step taken. */
        private record Velocities(Vectors velocities) implements Carried {
            @Override
            public List<double[]> arrays() {
                return List.of(velocities.x(), velocities.y());
            }
        }

        /** Noise of the current step. */
        private record Noise(Vectors noise) implements Scratch {}

        private final UnderdampedLangevin method;
        private final ScoreField score;
        private final NoiseLevel level;
        private final double priorStd;

        UnderdampedSampler(UnderdampedLangevin method, Problem problem) {
            this.method = method;
            this.score = problem.score();
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
        public NoiseLevel level(int step) {
            return level;
        }

        @Override
        public double time(State state) {
            return state.step() * method.stepSize;
        }

        @Override
        public String remedy() {
            return CoreWords.text("core.advice.lower-step-size", method.stepSize);
        }

        @Override
        public Carried carried(int particles) {
            return new Velocities(Vectors.zero(particles));
        }

        @Override
        public Scratch scratch(int particles) {
            return new Noise(Vectors.zero(particles));
        }

        /** Velocities start from their stationary distribution N(0, I). */
        @Override
        public State begin(double[] x, double[] y, NoiseSource noise) {
            var state = super.begin(x, y, noise);
            var v = state.carried(Velocities.class).velocities();
            noise.gaussian(NoiseStream.VELOCITY, 0, 0, x.length, v.x(), v.y());
            return state;
        }

        @Override
        public ParticleBlocks.Work mover(State state, NoiseSource noise, State next) {
            double h = method.stepSize;
            double kick = kick(state.step());
            double damping = damping();
            double fresh = fresh();
            var before = state.carried(Velocities.class).velocities();
            var v = next.carried(Velocities.class).velocities();
            var z = next.scratch(Noise.class).noise();
            return (from, to) -> {
                score.score(state.x(), state.y(), from, to, level, v.x(), v.y());
                noise.gaussian(NoiseStream.PATH, state.step(), from, to, z.x(), z.y());
                glide(state.x(), before.x(), z.x(), h, kick, damping, fresh, next.x(), v.x(), from, to);
                glide(state.y(), before.y(), z.y(), h, kick, damping, fresh, next.y(), v.y(), from, to);
            };
        }

        @Override
        public void write(StepLines lines) {
            double h = method.stepSize;
            var v = lines.known(
                    "v", lines.own(lines.before().carried(Velocities.class).velocities()));
            var s = lines.score("s(x)", score, level, lines.position());
            boolean first = lines.step() == 0;
            var kicked = lines.drift(first ? "v + ½h s" : "v + h s", Term.of(v), Term.of(kick(lines.step()), s));
            var half = lines.drift("x + ½h v", Term.of(lines.position()), Term.of(0.5 * h, kicked));
            var z = lines.drawn("z", NoiseStream.PATH, lines.step());
            var cooled = lines.withNoise(
                    "v = e^(−γh) v + √(1 − e^(−2γh)) z", Term.of(damping(), kicked), Term.of(fresh(), z));
            lines.drift("x + ½h v", Term.of(half), Term.of(0.5 * h, cooled));
        }

        /** The first step has half of the kick, the other half of which would belong to the step before. */
        private double kick(int step) {
            return step == 0 ? 0.5 * method.stepSize : method.stepSize;
        }

        private double damping() {
            return Math.exp(-method.friction * method.stepSize);
        }

        private double fresh() {
            return Math.sqrt(-Math.expm1(-2 * method.friction * method.stepSize));
        }

        /**
         * One coordinate.
         *
         * @param next positions; overwritten
         * @param v scores before, velocities after
         */
        private static void glide(
                double[] x,
                double[] velocity,
                double[] z,
                double h,
                double kick,
                double damping,
                double fresh,
                double[] next,
                double[] v,
                int from,
                int to) {
            for (int i = from; i < to; i++) {
                double kicked = velocity[i] + kick * v[i];
                double cooled = damping * kicked + fresh * z[i];
                next[i] = x[i] + 0.5 * h * (kicked + cooled);
                v[i] = cooled;
            }
        }
    }
}
