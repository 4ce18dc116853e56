package scorescope.core.sampling;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.score.ScoreField;

/**
 * Integrates the flow ODE dx/dt = f(t) x − ½ g(t)² s(x, t) along given times, downwards to sample (decode) or
 * upwards to encode. It carries every marginal p_t into every other.
 *
 * @param times N + 1 times of N steps; not modified
 * @see <a href="https://arxiv.org/abs/2011.13456">Song et al.: Score-based generative modeling through stochastic
 *     differential equations (2021), section 4.3</a>
 */
public record FlowSampler(ScoreField score, NoiseProcess process, RungeKutta rule, double[] times) implements Sampler {
    private static final String STAGE_X = "stage.x";
    private static final String STAGE_Y = "stage.y";

    @Override
    public int steps() {
        return times.length - 1;
    }

    @Override
    public State init(int particles, Start start, NoiseSource noise) {
        var x = new double[particles];
        var y = new double[particles];
        Starts.fill(start, process.priorStd(), noise, x, y);
        return begin(x, y);
    }

    /** The state before the first step with particles at given places, which are handed over, not copied. */
    public State begin(double[] x, double[] y) {
        Map<String, double[]> carried = new HashMap<>();
        carried.put(STAGE_X, new double[x.length]);
        carried.put(STAGE_Y, new double[x.length]);
        for (int stage = 0; stage < rule.stages(); stage++) {
            carried.put(slopeX(stage), new double[x.length]);
            carried.put(slopeY(stage), new double[x.length]);
        }
        return new State(0, process.at(times[0]), x, y, Map.copyOf(carried), Progress.BEGUN);
    }

    @Override
    public State step(State state, NoiseSource noise, State spare, Shards shards) {
        Progress.requireRunning(state, spare);
        double t = times[state.step()];
        double h = times[state.step() + 1] - t;
        var slopes = Slopes.of(spare, rule.stages());
        var stages = new StageTime[rule.stages()];
        for (int stage = 0; stage < stages.length; stage++) {
            stages[stage] = StageTime.at(process, t + rule.node(stage) * h);
        }
        var diverged = new AtomicBoolean();
        shards.each(state.particles(), (from, to) -> {
            move(state, h, stages, slopes, spare, from, to);
            if (!Progress.finite(spare.x(), spare.y(), from, to)) {
                diverged.set(true);
            }
        });
        int step = state.step() + 1;
        var diagnostics = Progress.after(
                step,
                steps(),
                (long) step * rule.stages(),
                !diverged.get(),
                () -> "raise steps or choose a solver of higher order");
        return new State(step, process.at(times[step]), spare.x(), spare.y(), spare.carried(), diagnostics);
    }

    private void move(State state, double h, StageTime[] stages, Slopes slopes, State next, int from, int to) {
        var stageX = next.carried().get(STAGE_X);
        var stageY = next.carried().get(STAGE_Y);
        for (int stage = 0; stage < stages.length; stage++) {
            rule.stagePosition(stage, state.x(), h, slopes.x, stageX, from, to);
            rule.stagePosition(stage, state.y(), h, slopes.y, stageY, from, to);
            var time = stages[stage];
            score.score(stageX, stageY, from, to, time.level(), slopes.x[stage], slopes.y[stage]);
            time.velocity(stageX, slopes.x[stage], from, to);
            time.velocity(stageY, slopes.y[stage], from, to);
        }
        rule.endPosition(state.x(), h, slopes.x, next.x(), from, to);
        rule.endPosition(state.y(), h, slopes.y, next.y(), from, to);
    }

    private static String slopeX(int stage) {
        return "slope" + stage + ".x";
    }

    private static String slopeY(int stage) {
        return "slope" + stage + ".y";
    }

    private record Slopes(double[][] x, double[][] y) {
        static Slopes of(State state, int stages) {
            var slopes = new Slopes(new double[stages][], new double[stages][]);
            for (int stage = 0; stage < stages; stage++) {
                slopes.x[stage] = state.carried().get(slopeX(stage));
                slopes.y[stage] = state.carried().get(slopeY(stage));
            }
            return slopes;
        }
    }
}
