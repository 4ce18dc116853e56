package scorescope.core.sampling.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import scorescope.core.random.NoiseSource;
import scorescope.core.sampling.Diagnostics;
import scorescope.core.sampling.Diagnostics.Status;
import scorescope.core.sampling.ParticleBlocks;
import scorescope.core.sampling.Progress;
import scorescope.core.sampling.Sampler;
import scorescope.core.sampling.State;
import scorescope.core.sampling.step.LevelSequence;
import scorescope.core.sampling.step.StageTime;

/**
 * The flow ODE by {@link DormandPrince}, which chooses its steps in t: one step here is one that was accepted. All
 * particles share the steps; the worst error among them decides.
 */
final class AdaptiveFlow implements Sampler {
    private static final String SLOPE_X = "slope.x";
    private static final String SLOPE_Y = "slope.y";
    private static final String PACE = "pace";
    private static final String ERRORS = "errors";
    private static final int MOST_ATTEMPTS = 100;

    private final LevelSequence path;
    private final DormandPrince rule;
    private final double beginning;
    private final double end;

    /** @param path of which the first and the last time matter, and the number of steps as the most to take */
    AdaptiveFlow(LevelSequence path, double tolerance) {
        this.path = path;
        rule = new DormandPrince(tolerance, path.steps());
        beginning = path.time(0);
        end = path.time(path.steps());
    }

    @Override
    public int steps() {
        return path.steps();
    }

    @Override
    public double priorStd() {
        return path.priorStd();
    }

    @Override
    public boolean independent() {
        return false;
    }

    @Override
    public State begin(double[] x, double[] y, NoiseSource noise) {
        var scratch = new ArrayList<String>();
        for (int stage = 0; stage < DormandPrince.STAGES; stage++) {
            scratch.add(stage + ".x");
            scratch.add(stage + ".y");
        }
        scratch.add(ERRORS);
        var state = State.begun(path.level(0), x, y, List.of(SLOPE_X, SLOPE_Y), scratch);
        var carried = new HashMap<>(state.carried());
        carried.put(PACE, new double[] {(end - beginning) / 64});
        return new State(0, state.level(), x, y, carried, state.scratch(), state.diagnostics());
    }

    @Override
    public State step(State state, NoiseSource noise, State spare, ParticleBlocks shards) {
        Progress.requireRunning(state, spare);
        double t = state.level().t();
        double h = state.carried(PACE)[0];
        long evaluations = state.diagnostics().evaluations() + (state.step() == 0 ? 1 : 0);
        var slopes = new double[DormandPrince.STAGES][][];
        for (int stage = 0; stage < slopes.length; stage++) {
            slopes[stage] = new double[][] {spare.scratch(stage + ".x"), spare.scratch(stage + ".y")};
        }
        takeSlope(state, slopes[0], shards);
        double error = Double.POSITIVE_INFINITY;
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            boolean last = Math.abs(h) >= Math.abs(end - t) * (1 - 1e-12);
            h = last ? end - t : h;
            error = attempt(state, spare, slopes, t, h, shards);
            evaluations += DormandPrince.STAGES - 1;
            if (!(error > 1)) {
                break;
            }
            h *= DormandPrince.growth(error);
        }
        int step = state.step() + 1;
        if (!(error <= 1)) {
            var diverged = new Diagnostics(
                    evaluations,
                    Status.DIVERGED,
                    "no step was short enough at t = " + t + ": loosen the tolerance, or check the score there");
            return spare.at(step, state.level(), diverged);
        }
        double reached = h == end - t ? end : t + h;
        spare.carried(PACE)[0] = h * DormandPrince.growth(error);
        copy(slopes[DormandPrince.STAGES - 1][0], spare.carried(SLOPE_X));
        copy(slopes[DormandPrince.STAGES - 1][1], spare.carried(SLOPE_Y));
        return spare.at(step, path.process().at(reached), diagnostics(step, reached, evaluations));
    }

    private Diagnostics diagnostics(int step, double reached, long evaluations) {
        if (reached == end) {
            return new Diagnostics(evaluations, Status.DONE, "");
        }
        return step < steps()
                ? new Diagnostics(evaluations, Status.RUNNING, "")
                : new Diagnostics(
                        evaluations,
                        Status.STEP_LIMIT,
                        "the limit of " + step + " steps was reached at t = " + reached
                                + ": raise steps or loosen the tolerance");
    }

    /** The slope where the state stands: the last one of the step before, if there was one. */
    private void takeSlope(State state, double[][] first, ParticleBlocks shards) {
        if (state.step() > 0) {
            copy(state.carried(SLOPE_X), first[0]);
            copy(state.carried(SLOPE_Y), first[1]);
            return;
        }
        var here = new double[][] {state.x(), state.y()};
        shards.each(state.particles(), (from, to) -> slope(beginning, here, first, from, to));
    }

    /** The worst error of any block; a maximum does not depend on the order. */
    private double attempt(State state, State spare, double[][][] slopes, double t, double h, ParticleBlocks shards) {
        var here = new double[][] {state.x(), state.y()};
        var there = new double[][] {spare.x(), spare.y()};
        var errors = spare.scratch(ERRORS);
        shards.each(state.particles(), (from, to) -> {
            errors[from] = rule.attempt(this::slope, t, h, here, slopes, there, from, to);
        });
        double worst = 0;
        for (int block = 0; block < state.particles(); block += ParticleBlocks.BLOCK) {
            worst = Double.isNaN(errors[block]) ? Double.NaN : Math.max(worst, errors[block]);
            if (Double.isNaN(worst)) {
                break;
            }
        }
        return worst;
    }

    private void slope(double t, double[][] at, double[][] out, int from, int to) {
        var time = StageTime.at(path.process(), t);
        path.score().score(at[0], at[1], from, to, time.level(), out[0], out[1]);
        time.velocity(at[0], out[0], from, to);
        time.velocity(at[1], out[1], from, to);
    }

    private static void copy(double[] values, double[] to) {
        System.arraycopy(values, 0, to, 0, values.length);
    }
}
