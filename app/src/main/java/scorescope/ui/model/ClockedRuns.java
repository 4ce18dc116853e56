package scorescope.ui.model;

import java.util.Optional;
import java.util.stream.Stream;
import scorescope.core.BadInputException;
import scorescope.core.sampling.ParticleBlocks;
import scorescope.core.sampling.SamplingMethod.Problem;
import scorescope.core.sampling.method.SamplerCatalog;
import scorescope.core.score.ScoreField;
import scorescope.ui.model.SamplingCommands.Left;
import scorescope.ui.model.SamplingCommands.Turn;
import scorescope.ui.model.SamplingThread.Picture;
import scorescope.ui.model.SamplingThread.Plan;
import scorescope.words.Words;

/**
 * The runs of a {@link Plan}, which share one clock: they are always at the same step, or at their ends. A state
 * depends on the plan and the step alone. When the plan changes, runs of the new plan begin at their start and advance
 * to the clock's step, in turns of limited length. Confined to the sampling thread.
 */
final class ClockedRuns {
    /** Time that each run may spend on the way to a distant step before the steps reached are shown, in ns. */
    private static final long SEEKING_NANOS = 15_000_000L;

    /**
     * Longest time in one turn to compute past positions of a particle chosen during the run, in ns; a small part of
     * the time between two pulses.
     */
    private static final long TRACING_NANOS = 5_000_000L;

    private Optional<Plan> plan = Optional.empty();
    private Optional<ParticleRun> analytic = Optional.empty();
    private Optional<ParticleRun> learned = Optional.empty();

    /** The step that all runs should reach. */
    private int goal;

    /**
     * Why the newest plan cannot be run. Repeated with every picture until the next plan, since some pictures are never
     * shown.
     */
    private Optional<BadInputException> refused = Optional.empty();

    /** The result of a turn, and what is left to do. */
    record Outcome(Picture picture, Left left) {}

    Outcome take(Turn turn) {
        var problem = Optional.<String>empty();
        boolean there = true;
        boolean traced = true;
        try {
            turn.plan().ifPresent(this::adoptOrRefuse);
            turn.seek().ifPresent(step -> goal = step);
            if (turn.restart()) {
                begin();
            }
            if (refused.isPresent()) {
                throw refused.get();
            }
            runs().forEach(run -> run.attend(turn.attended()));
            if (turn.step() && runs().findAny().isPresent()) {
                if (done()) {
                    begin();
                }
                goal++;
            }
            there = goOn();
            traced = traceOn();
        } catch (BadInputException bad) {
            problem = Optional.of(bad.getMessage());
        } catch (IllegalArgumentException impossible) {
            problem = Optional.of(Words.text("ui.clocked-runs.sampling-stopped", impossible.getMessage()));
        }
        boolean catchingUp = !there && problem.isEmpty();
        boolean finished = turn.playing() && !catchingUp && done();
        boolean over = finished || problem.isPresent();
        var picture = new Picture(
                plan,
                analytic.map(ParticleRun::frame).orElse(ParticleFrame.NONE),
                learned.map(ParticleRun::frame).orElse(ParticleFrame.NONE),
                !catchingUp,
                !catchingUp && problem.isEmpty() && runs().noneMatch(ParticleRun::mixed),
                over,
                problem);
        return new Outcome(picture, new Left(catchingUp, !traced, over));
    }

    private void begin() {
        goal = 0;
        runs().forEach(ParticleRun::begin);
    }

    /** The run that follows the network first, since it takes longer. */
    private Stream<ParticleRun> runs() {
        return Stream.concat(learned.stream(), analytic.stream());
    }

    private boolean done() {
        return runs().allMatch(ParticleRun::done);
    }

    /**
     * Advances towards the goal for a limited time, and leaves all runs at one step: each run goes no farther than the
     * one before it, and runs that are ahead go back.
     *
     * @return whether the goal is reached
     */
    private boolean goOn() {
        int common = goal;
        for (var run : runs().toList()) {
            run.toward(common, System.nanoTime() + SEEKING_NANOS);
            common = run.done() ? common : Math.min(common, run.step());
        }
        for (var run : runs().toList()) {
            if (run.step() > common) {
                run.toward(common, Long.MAX_VALUE);
            }
        }
        boolean there = common == goal || done();
        if (done()) {
            goal = runs().mapToInt(ParticleRun::step).max().orElse(goal);
        }
        return there;
    }

    /**
     * Computes past positions of the followed particle that are not known yet, for a limited time.
     *
     * @return whether all is known
     */
    private boolean traceOn() {
        long deadline = System.nanoTime() + TRACING_NANOS;
        boolean known = true;
        for (var run : runs().toList()) {
            known &= run.trace(deadline);
        }
        return known;
    }

    private void adoptOrRefuse(Optional<Plan> next) {
        try {
            adopt(next);
            refused = Optional.empty();
        } catch (BadInputException noSense) {
            plan = next;
            analytic = Optional.empty();
            learned = Optional.empty();
            refused = Optional.of(noSense);
        }
    }

    private void adopt(Optional<Plan> next) {
        if (refused.isEmpty() && plan.equals(next)) {
            // Something else in the session has changed: the recorded states stay valid.
            return;
        }
        var before = plan.filter(
                now -> refused.isEmpty() && next.filter(now::sameProblem).isPresent());
        var exact = next.flatMap(Plan::analytic);
        if (exact.isEmpty() || !exact.equals(before.flatMap(Plan::analytic))) {
            analytic = exact.map(score -> newRun(score, next.orElseThrow()));
        }
        learned = next.flatMap(Plan::learned).map(score -> learnedRun(score, next.orElseThrow(), before));
        plan = next;
    }

    /**
     * The run that follows the learned score: the present one if it belongs to this score or may continue with it, else
     * a new one.
     */
    private ParticleRun learnedRun(ScoreField score, Plan next, Optional<Plan> before) {
        var present = before.flatMap(_ -> learned);
        boolean sameScore = before.flatMap(Plan::learned).filter(score::equals).isPresent();
        if (present.isEmpty()
                || (!next.learning() && (!sameScore || present.get().mixed()))) {
            return newRun(score, next);
        }
        if (!sameScore) {
            var method = SamplerCatalog.CATALOG.create(next.spec().method(), "sampler");
            present.get().replaceScore(method, problem(score, next));
        }
        return present.get();
    }

    private ParticleRun newRun(ScoreField score, Plan next) {
        var method = SamplerCatalog.CATALOG.create(next.spec().method(), "sampler");
        return new ParticleRun(method, problem(score, next), next.spec(), ParticleBlocks.SHARED);
    }

    private static Problem problem(ScoreField score, Plan plan) {
        return new Problem(score, plan.process(), plan.target());
    }
}
