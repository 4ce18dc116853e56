package scorescope.core.sampling.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import scorescope.core.random.NoiseSource;
import scorescope.core.sampling.Carried;
import scorescope.core.sampling.ParticleBlocks;
import scorescope.core.sampling.PlaneVector;
import scorescope.core.sampling.Scratch;
import scorescope.core.sampling.State;
import scorescope.core.sampling.StepLines;
import scorescope.core.sampling.Vectors;
import scorescope.core.sampling.step.LevelSequence;
import scorescope.core.sampling.step.LevelSequenceSampler;
import scorescope.core.sampling.step.Linear;
import scorescope.core.words.CoreWords;

/**
 * The flow ODE by the Adams–Bashforth rule of four steps: the cubic through the velocities at the last four times is
 * extrapolated and integrated over the next step, x + Σ_j w_j v_j. The times need not be equally spaced. One new evaluation
 * a step, order 4; the first three steps, which lack earlier velocities, are Runge–Kutta steps of order 4.
 *
 * @see <a href="https://doi.org/10.1007/978-3-540-78862-1">Hairer, Nørsett, Wanner: Solving ordinary differential equations
 *     I, chapter III.5</a>
 */
public final class AdamsBashforth extends LevelSequenceSampler {
    private static final int ORDER = 4;
    private static final double GAUSS = Math.sqrt(1 / 3.0);

    /** The velocities at the three times before the current one, the newest first. */
    private record EarlierDerivatives(List<Vectors> derivatives) implements Carried {
        @Override
        public List<double[]> arrays() {
            return derivatives.stream()
                    .flatMap(derivative -> Stream.of(derivative.x(), derivative.y()))
                    .toList();
        }
    }

    private final FlowSampler beginning;

    public AdamsBashforth(LevelSequence path) {
        super(path);
        beginning = new FlowSampler(path, RungeKutta.RK4);
    }

    @Override
    public long stepEvaluations(int step) {
        int startingSteps = Math.min(step, ORDER - 1);
        return (long) RungeKutta.RK4.stages() * startingSteps + step - startingSteps;
    }

    @Override
    public String remedy() {
        return CoreWords.text("core.advice.raise-steps-or-heun");
    }

    @Override
    public Carried carried(int particles) {
        return new EarlierDerivatives(
                Stream.generate(() -> Vectors.zero(particles)).limit(ORDER - 1).toList());
    }

    @Override
    public Scratch scratch(int particles) {
        return beginning.scratch(particles);
    }

    @Override
    public ParticleBlocks.Work stepWork(State state, NoiseSource noise, State next) {
        var move = state.step() < ORDER - 1 ? beginning.stepWork(state, noise, next) : continued(state, next);
        var before = state.carried(EarlierDerivatives.class).derivatives();
        var after = next.carried(EarlierDerivatives.class).derivatives();
        var present = next.scratch(FlowSampler.Stages.class).firstDerivative();
        return (from, to) -> {
            move.on(from, to);
            // Both kinds of step write the current velocity to {@code firstDerivative}.
            present.copyTo(after.getFirst(), from, to);
            for (int age = 1; age < ORDER - 1; age++) {
                before.get(age - 1).copyTo(after.get(age), from, to);
            }
        };
    }

    @Override
    public void writeStep(StepLines lines) {
        int step = lines.step();
        if (step < ORDER - 1) {
            beginning.writeStep(lines);
            return;
        }
        var x = lines.position();
        var derivatives = new ArrayList<PlaneVector>();
        derivatives.add(FlowSampler.velocity(path, lines, "k₁ = f x − ½ g² s(x)", path.stage(step, 0, 0), x));
        for (var earlier : lines.before().carried(EarlierDerivatives.class).derivatives()) {
            derivatives.add(lines.known(StepLines.numbered("k", derivatives.size() + 1), lines.own(earlier)));
        }
        lines.longSum("x + Σ w k", StepLines.weighted(x, weights(step), derivatives));
    }

    private ParticleBlocks.Work continued(State state, State next) {
        var now = path.stage(state.step(), 0, 0);
        var weights = weights(state.step());
        var earlier = state.carried(EarlierDerivatives.class).derivatives();
        var derivative = next.scratch(FlowSampler.Stages.class).firstDerivative();
        return (from, to) -> {
            path.score().score(state.x(), state.y(), from, to, now.level(), derivative.x(), derivative.y());
            now.velocity(state.x(), derivative.x(), from, to);
            now.velocity(state.y(), derivative.y(), from, to);
            Linear.combine(1, state.x(), weights[0], derivative.x(), next.x(), from, to);
            Linear.combine(1, state.y(), weights[0], derivative.y(), next.y(), from, to);
            for (int age = 1; age < ORDER; age++) {
                var past = earlier.get(age - 1);
                Linear.combine(1, next.x(), weights[age], past.x(), next.x(), from, to);
                Linear.combine(1, next.y(), weights[age], past.y(), next.y(), from, to);
            }
        };
    }

    /**
     * w_j = ∫ over the next step of the Lagrange polynomial of the j-th last time: exact by the Gauss–Legendre rule with
     * two nodes.
     *
     * @param newest index of the current time
     */
    private double[] weights(int newest) {
        double h = path.duration(newest);
        var weights = new double[ORDER];
        for (int j = 0; j < ORDER; j++) {
            weights[j] = 0.5 * h * (lagrange(newest, j, 0.5 * (1 - GAUSS)) + lagrange(newest, j, 0.5 * (1 + GAUSS)));
        }
        return weights;
    }

    /** The polynomial that is 1 at the j-th last time and 0 at the other three, at {@code share} of the next step. */
    private double lagrange(int newest, int j, double share) {
        double t = path.smoothTime(newest) + share * path.duration(newest);
        double value = 1;
        for (int m = 0; m < ORDER; m++) {
            if (m != j) {
                value *=
                        (t - path.smoothTime(newest - m)) / (path.smoothTime(newest - j) - path.smoothTime(newest - m));
            }
        }
        return value;
    }
}
