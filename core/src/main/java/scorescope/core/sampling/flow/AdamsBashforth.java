package scorescope.core.sampling.flow;

import java.util.ArrayList;
import java.util.List;
import scorescope.core.random.NoiseSource;
import scorescope.core.sampling.ParticleBlocks;
import scorescope.core.sampling.State;
import scorescope.core.sampling.step.LevelSequence;
import scorescope.core.sampling.step.LevelSequenceSampler;
import scorescope.core.sampling.step.Linear;

/**
 * The flow ODE by the Adams–Bashforth rule of four steps: the velocity of the last four times, continued as a cubic and
 * integrated over the next step, x + Σ_j w_j v_j. The times need not be equally spaced. One new evaluation a step, order 4;
 * the first three steps, which have no past yet, are Runge–Kutta steps of order 4.
 *
 * @see <a href="https://doi.org/10.1007/978-3-540-78862-1">Hairer, Nørsett, Wanner: Solving ordinary differential
 *     equations I, chapter III.5</a>
 */
public final class AdamsBashforth extends LevelSequenceSampler {
    private static final int ORDER = 4;
    private static final double GAUSS = Math.sqrt(1 / 3.0);
    private static final String SLOPE_X = "slope0.x";
    private static final String SLOPE_Y = "slope0.y";

    private final FlowSampler beginning;

    public AdamsBashforth(LevelSequence path) {
        super(path);
        beginning = new FlowSampler(path, RungeKutta.RK4);
    }

    @Override
    public long evaluationsBetween(int step) {
        int begun = Math.min(step, ORDER - 1);
        return (long) RungeKutta.RK4.stages() * begun + step - begun;
    }

    @Override
    public String remedy() {
        return "raise steps, or choose the solver heun, which stands larger ones";
    }

    /** The velocities before the present one, the newest first. */
    @Override
    public List<String> carried() {
        var names = new ArrayList<String>();
        for (int age = 1; age < ORDER; age++) {
            names.add(pastX(age));
            names.add(pastY(age));
        }
        return names;
    }

    @Override
    public List<String> scratch() {
        return beginning.scratch();
    }

    private static String pastX(int age) {
        return "past" + age + ".x";
    }

    private static String pastY(int age) {
        return "past" + age + ".y";
    }

    @Override
    public ParticleBlocks.Work between(State state, NoiseSource noise, State next) {
        var move = state.step() < ORDER - 1 ? beginning.between(state, noise, next) : continued(state, next);
        return (from, to) -> {
            move.on(from, to);
            remember(state, next, from, to);
        };
    }

    private ParticleBlocks.Work continued(State state, State next) {
        var now = path.stage(state.step(), 0, 0);
        var weights = weights(state.step());
        var slopeX = next.scratch(SLOPE_X);
        var slopeY = next.scratch(SLOPE_Y);
        return (from, to) -> {
            path.score().score(state.x(), state.y(), from, to, now.level(), slopeX, slopeY);
            now.velocity(state.x(), slopeX, from, to);
            now.velocity(state.y(), slopeY, from, to);
            Linear.combine(1, state.x(), weights[0], slopeX, next.x(), from, to);
            Linear.combine(1, state.y(), weights[0], slopeY, next.y(), from, to);
            for (int age = 1; age < ORDER; age++) {
                Linear.combine(1, next.x(), weights[age], state.carried(pastX(age)), next.x(), from, to);
                Linear.combine(1, next.y(), weights[age], state.carried(pastY(age)), next.y(), from, to);
            }
        };
    }

    /** The present velocity, which both kinds of step leave in the first slope, becomes the newest of the past. */
    private static void remember(State state, State next, int from, int to) {
        for (int age = ORDER - 1; age > 1; age--) {
            copy(state.carried(pastX(age - 1)), next.carried(pastX(age)), from, to);
            copy(state.carried(pastY(age - 1)), next.carried(pastY(age)), from, to);
        }
        copy(next.scratch(SLOPE_X), next.carried(pastX(1)), from, to);
        copy(next.scratch(SLOPE_Y), next.carried(pastY(1)), from, to);
    }

    private static void copy(double[] values, double[] to, int first, int last) {
        System.arraycopy(values, first, to, first, last - first);
    }

    /**
     * w_j = ∫ over the next step of the Lagrange polynomial of the j-th last time: exact by Gauss's rule of two points.
     *
     * @param newest index of the present time
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
