package scorescope.core.sampling.flow;

import java.util.ArrayList;
import java.util.List;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.random.NoiseSource;
import scorescope.core.sampling.Carried;
import scorescope.core.sampling.Diagnostics;
import scorescope.core.sampling.Diagnostics.Status;
import scorescope.core.sampling.ParticleBlocks;
import scorescope.core.sampling.PlaneVector;
import scorescope.core.sampling.Progress;
import scorescope.core.sampling.Sampler;
import scorescope.core.sampling.Scratch;
import scorescope.core.sampling.State;
import scorescope.core.sampling.StepLine.Term;
import scorescope.core.sampling.StepLines;
import scorescope.core.sampling.Vectors;
import scorescope.core.sampling.step.LevelSequence;
import scorescope.core.sampling.step.Linear;
import scorescope.core.words.CoreWords;

/**
 * The flow ODE by {@link DormandPrince}, which chooses its steps: one step here is one that was accepted. All particles
 * share the steps; the worst error among them decides.
 *
 * <p>By the scaling identity every process is plain noise of level ρ = σ/α in the coordinates y = x/α. The steps are taken
 * in log ρ, where dy/d(log ρ) = −ρ² s(y; 1, ρ) for all of them: neither jumps of g² nor an unbounded f at the process's end
 * shortens a step. At σ = 0, where log ρ has no bound, the last step goes from ρ = 10⁻¹⁰ to the denoised points.
 */
final class AdaptiveFlow implements Sampler {
    private static final int MOST_ATTEMPTS = 100;

    /**
     * ρ at which a path to σ = 0 jumps to x̂₀; the flow moves a point by less than ρ² |s| from there on. In a component of std τ a
     * point z standard deviations √(τ² + ρ²) away should end at zτ and ends at zτ·τ/√(τ² + ρ²): the difference is largest at τ =
     * 0.79 ρ, where it is 0.3 ρ z = 3e-11 z data units, and zρ²/2τ for wider ones, 5e-15 z at τ = 1e-6.
     */
    private static final double NO_NOISE = 1e-10;

    /**
     * What an accepted step hands to the next.
     *
     * @param derivative dy/d(log ρ) at its end, where the next step begins
     * @param stepSize step in log ρ that the next step tries first
     */
    private record StepControl(Vectors derivative, double stepSize) implements Carried {
        @Override
        public List<double[]> arrays() {
            return List.of(derivative.x(), derivative.y());
        }

        @Override
        public Carried in(Carried other) {
            return new StepControl(((StepControl) other).derivative, stepSize);
        }
    }

    /**
     * Arrays of a step.
     *
     * @param derivatives both components of dy/d(log ρ) at every stage
     * @param here both coordinates of y at the beginning of the step
     * @param errors estimated error of each block, stored at the index of its first particle
     */
    private record Stages(double[][][] derivatives, double[][] here, double[] errors) implements Scratch {}

    private final LevelSequence path;
    private final DormandPrince rule;
    private final double logEnd;

    /** @param path gives the first and the last time, and the largest number of steps */
    AdaptiveFlow(LevelSequence path, double tolerance) {
        this.path = path;
        rule = new DormandPrince(tolerance, path.steps());
        logEnd = logRatio(path.level(path.steps()));
    }

    private static double logRatio(NoiseLevel level) {
        return Math.log(Math.max(NO_NOISE, level.ratio()));
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
        int n = x.length;
        double first = (logEnd - logRatio(path.level(0))) / 64;
        return State.initial(
                path.level(0),
                x,
                y,
                new StepControl(Vectors.zero(n), first),
                new Stages(new double[DormandPrince.STAGES][2][n], new double[2][n], new double[n]));
    }

    @Override
    public State step(State state, NoiseSource noise, State spare, ParticleBlocks blocks) {
        Progress.requireRunning(state, spare);
        double at = logRatio(state.level());
        var before = state.carried(StepControl.class);
        double h = before.stepSize();
        long evaluations = state.diagnostics().evaluations() + (state.step() == 0 ? 1 : 0);
        var scratch = spare.scratch(Stages.class);
        var derivatives = scratch.derivatives();
        var here = scratch.here();
        var there = new double[][] {spare.x(), spare.y()};
        scale(new double[][] {state.x(), state.y()}, 1 / state.level().alpha(), here, blocks);
        takeDerivative(state, before.derivative(), here, at, derivatives[0], blocks);
        double error = Double.POSITIVE_INFINITY;
        boolean last = false;
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            last = Math.abs(h) >= Math.abs(logEnd - at) * (1 - 1e-12);
            h = last ? logEnd - at : h;
            error = attempt(scratch.errors(), here, there, derivatives, at, h, blocks);
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
                    CoreWords.text("core.adaptive-flow.diverged", state.level().t()));
            return spare.at(step, state.level(), diverged);
        }
        var end = path.level(path.steps());
        var level = last ? end : levelAt(at + h);
        if (last && end.ratio() < NO_NOISE) {
            denoise(there, derivatives[DormandPrince.STAGES - 1], blocks);
        }
        scale(there, level.alpha(), there, blocks);
        var after = new StepControl(spare.carried(StepControl.class).derivative(), h * DormandPrince.growth(error));
        copy(derivatives[DormandPrince.STAGES - 1][0], after.derivative().x());
        copy(derivatives[DormandPrince.STAGES - 1][1], after.derivative().y());
        return spare.at(step, level, after, diagnostics(step, last, level.t(), evaluations));
    }

    /** In y = x/α, as the steps are taken; the length of the step is that between the levels of both states. */
    @Override
    public void write(StepLines lines) {
        var level = lines.before().level();
        var reached = lines.after().level();
        double at = logRatio(level);
        double h = logRatio(reached) - at;
        var y = lines.drift("y = x/{signal}", Term.of(1 / level.alpha(), lines.position()));
        var here = new double[][] {{y.x()}, {y.y()}};
        var derivatives = new double[DormandPrince.STAGES][2][1];
        derivative(at, here, derivatives[0], 0, 1);
        rule.attempt(this::derivative, at, h, here, derivatives, new double[2][1], 0, 1);
        var weights = DormandPrince.weights(h);
        var known = new ArrayList<PlaneVector>();
        for (int stage = 0; stage < weights.length; stage++) {
            var value = PlaneVector.of(derivatives[stage][0], derivatives[stage][1], 0);
            known.add(
                    weights[stage] == 0 ? value : lines.known(StepLines.numbered("k", stage + 1) + " = −ρ² s", value));
        }
        var end = lines.longSum("y + h Σ b k", StepLines.weighted(y, weights, known));
        if (reached.ratio() < NO_NOISE) {
            var last = derivatives[DormandPrince.STAGES - 1];
            end = lines.drift("… + ρ² s", Term.of(end), Term.of(-1, PlaneVector.of(last[0], last[1], 0)));
        }
        lines.drift("{signal}ₛ y", Term.of(reached.alpha(), end));
    }

    /** The level of the path where log(σ/α) is {@code log}. */
    private NoiseLevel levelAt(double log) {
        double first = path.time(0);
        double last = path.time(path.steps());
        return path.process()
                .at(path.process().timeAtRatio(Math.exp(log), Math.min(first, last), Math.max(first, last)));
    }

    /** y ← x̂₀ = y + ρ² s, where dy/d(log ρ) = −ρ² s. */
    private static void denoise(double[][] y, double[][] derivative, ParticleBlocks blocks) {
        blocks.each(y[0].length, (from, to) -> {
            Linear.combine(1, y[0], -1, derivative[0], y[0], from, to);
            Linear.combine(1, y[1], -1, derivative[1], y[1], from, to);
        });
    }

    private static void scale(double[][] points, double factor, double[][] out, ParticleBlocks blocks) {
        blocks.each(points[0].length, (from, to) -> {
            for (int i = from; i < to; i++) {
                out[0][i] = factor * points[0][i];
                out[1][i] = factor * points[1][i];
            }
        });
    }

    private Diagnostics diagnostics(int step, boolean last, double reached, long evaluations) {
        if (last) {
            return new Diagnostics(evaluations, Status.DONE, "");
        }
        return step < steps()
                ? new Diagnostics(evaluations, Status.RUNNING, "")
                : new Diagnostics(
                        evaluations, Status.STEP_LIMIT, CoreWords.text("core.adaptive-flow.step-limit", step, reached));
    }

    /** dy/d(log ρ) at the state: that at the end of the previous step; computed for the first step. */
    private void takeDerivative(
            State state, Vectors known, double[][] here, double at, double[][] first, ParticleBlocks blocks) {
        if (state.step() > 0) {
            copy(known.x(), first[0]);
            copy(known.y(), first[1]);
            return;
        }
        blocks.each(state.particles(), (from, to) -> derivative(at, here, first, from, to));
    }

    /** Largest error of all blocks; a maximum does not depend on their order. */
    private double attempt(
            double[] errors,
            double[][] here,
            double[][] there,
            double[][][] derivatives,
            double at,
            double h,
            ParticleBlocks blocks) {
        blocks.each(errors.length, (from, to) -> {
            errors[from] = rule.attempt(this::derivative, at, h, here, derivatives, there, from, to);
        });
        double worst = 0;
        for (int block = 0; block < errors.length; block += ParticleBlocks.BLOCK) {
            worst = Double.isNaN(errors[block]) ? Double.NaN : Math.max(worst, errors[block]);
            if (Double.isNaN(worst)) {
                break;
            }
        }
        return worst;
    }

    private void derivative(double log, double[][] at, double[][] out, int from, int to) {
        double ratio = Math.exp(log);
        path.score().score(at[0], at[1], from, to, NoiseLevel.plain(ratio), out[0], out[1]);
        double factor = -ratio * ratio;
        for (int i = from; i < to; i++) {
            out[0][i] *= factor;
            out[1][i] *= factor;
        }
    }

    private static void copy(double[] values, double[] to) {
        System.arraycopy(values, 0, to, 0, values.length);
    }
}
