package scorescope.core.sampling;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;

/**
 * Unadjusted Langevin at a fixed noise level: x ← x + η s(x) + c √(2η) z, z ~ N(0, I). Stationary at the density
 * whose score is s only for c = 1, and there up to a bias of order η.
 *
 * @param stepSize η in data units²; half of the δ of authors who write x + (δ/2) s + √δ z
 * @param noiseScale c
 * @see <a href="https://doi.org/10.2307/3318418">Roberts, Tweedie: Exponential convergence of Langevin
 *     distributions and their discrete approximations (1996)</a>
 */
public record Langevin(double stepSize, int steps, double noiseScale) implements SamplingMethod {
    public static final Parameter.Real STEP_SIZE = new Parameter.Real(
            "stepSize",
            "η",
            "data units²",
            0.01,
            1e-8,
            10,
            true,
            "How far a step follows the score; the noise grows with √(2η). Some authors write δ = 2η.");
    public static final Parameter.Whole STEPS =
            new Parameter.Whole("steps", "N", 500, 1, 1_000_000, "How many steps are taken.");
    public static final Parameter.Real NOISE_SCALE = new Parameter.Real(
            "noiseScale",
            "c",
            "",
            1,
            0,
            10,
            false,
            "Multiplies the noise √(2η) z. Only at 1 do the particles settle into the density.");

    public static final Kind<SamplingMethod> KIND = new Kind<>(
            "langevin",
            "Langevin",
            "Follows the score and adds noise, x + η s + √(2η) z. Settles into the density at the present noise level.",
            List.of(STEP_SIZE, STEPS, NOISE_SCALE),
            Langevin::of);

    private static Langevin of(Parameters values) {
        return new Langevin(values.get(STEP_SIZE), Math.toIntExact(values.get(STEPS)), values.get(NOISE_SCALE));
    }

    @Override
    public Start naturalStart() {
        return new Start.Gaussian(0, 0, 3);
    }

    @Override
    public Sampler bind(Problem problem) {
        return new Walk(this, problem);
    }

    private record Walk(Langevin method, Problem problem) implements Sampler {
        @Override
        public int steps() {
            return method.steps;
        }

        @Override
        public State init(int particles, Start start, NoiseSource noise) {
            var x = new double[particles];
            var y = new double[particles];
            Starts.fill(start, problem.process().priorStd(), noise, x, y);
            var carried = Map.of("noise.x", new double[particles], "noise.y", new double[particles]);
            return new State(0, problem.target(), x, y, carried, Progress.BEGUN);
        }

        @Override
        public State step(State state, NoiseSource noise, State spare, Shards shards) {
            Progress.requireRunning(state, spare);
            var diverged = new AtomicBoolean();
            shards.each(state.particles(), (from, to) -> {
                move(state, noise, spare, from, to);
                if (!Progress.finite(spare.x(), spare.y(), from, to)) {
                    diverged.set(true);
                }
            });
            int step = state.step() + 1;
            var diagnostics = Progress.after(
                    step, method.steps, step, !diverged.get(), () -> "lower stepSize below " + method.stepSize);
            return new State(step, state.level(), spare.x(), spare.y(), spare.carried(), diagnostics);
        }

        private void move(State state, NoiseSource noise, State next, int from, int to) {
            problem.score().score(state.x(), state.y(), from, to, state.level(), next.x(), next.y());
            double eta = method.stepSize;
            double spread = method.noiseScale * Math.sqrt(2 * eta);
            if (spread == 0) {
                follow(state.x(), eta, next.x(), from, to);
                follow(state.y(), eta, next.y(), from, to);
                return;
            }
            var zx = next.carried().get("noise.x");
            var zy = next.carried().get("noise.y");
            noise.gaussian(Stream.PATH, state.step(), from, to, zx, zy);
            diffuse(state.x(), eta, spread, zx, next.x(), from, to);
            diffuse(state.y(), eta, spread, zy, next.y(), from, to);
        }

        /** Turns scores in {@code next} into positions after a step without noise. */
        private static void follow(double[] at, double eta, double[] next, int from, int to) {
            for (int i = from; i < to; i++) {
                next[i] = at[i] + eta * next[i];
            }
        }

        private static void diffuse(
                double[] at, double eta, double spread, double[] z, double[] next, int from, int to) {
            for (int i = from; i < to; i++) {
                next[i] = at[i] + eta * next[i] + spread * z[i];
            }
        }

        /** Langevin time, step · η. */
        @Override
        public double time(State state) {
            return state.step() * method.stepSize;
        }
    }
}
