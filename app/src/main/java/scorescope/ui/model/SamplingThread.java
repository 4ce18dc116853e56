package scorescope.ui.model;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Stream;
import scorescope.core.BadInputException;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.sampling.ParticleBlocks;
import scorescope.core.sampling.SamplingMethod.Problem;
import scorescope.core.sampling.method.SamplerCatalog;
import scorescope.core.score.ScoreField;
import scorescope.session.SamplerSpec;
import scorescope.ui.background.Background;
import scorescope.ui.background.Cores;
import scorescope.ui.background.Cores.Work;
import scorescope.words.Words;

/**
 * The thread that moves particles. Both runs of a plan have one clock: they always stand at the same step, or at their
 * ends. Commands come from any thread; the newest plan counts.
 *
 * <p>A state depends on the plan and the step alone. When the plan changes, runs of the new plan begin at their start and go
 * on to the step where the clock stands, in turns of limited length, each of which publishes how far they have come.
 */
final class SamplingThread implements AutoCloseable {
    /**
     * What to sample: a score for each run wanted, and how.
     *
     * @param learning whether the learned score is being trained, so that newer versions of it follow soon: a run then
     *     goes on along the newest version instead of being computed again
     */
    record Plan(
            Optional<ScoreField> analytic,
            Optional<ScoreField> learned,
            boolean learning,
            NoiseProcess process,
            NoiseLevel target,
            SamplerSpec spec) {
        /** Whether a run of this plan and one of {@code other} differ in nothing but the score. */
        boolean sameProblem(Plan other) {
            return process.equals(other.process) && target.equals(other.target) && spec.equals(other.spec);
        }

        boolean sameKind(Plan other) {
            return spec.method().kind().equals(other.spec.method().kind());
        }
    }

    /**
     * Both runs at one moment; {@link ParticleFrame#NONE} for a run that is not wanted.
     *
     * @param plan what the frames were computed for; empty if particles are not wanted
     * @param settled whether the runs stand at the step that was asked for, all of it computed for {@code plan}
     * @param finished whether the run that was being played is over
     */
    record Picture(
            Optional<Plan> plan,
            ParticleFrame analytic,
            ParticleFrame learned,
            boolean settled,
            boolean finished,
            Optional<String> problem) {}

    /** The step that a run never passes: with it as goal, runs go on to their ends. */
    static final int END = Integer.MAX_VALUE;

    /** Time for each run to go towards a far step before both are shown where they have come. */
    private static final long SEEKING_NANOS = 15_000_000L;

    /** Time in one turn to look up the way of a particle chosen late: little of the time between two pulses. */
    private static final long TRACING_NANOS = 5_000_000L;

    private final Object commands = new Object();
    private final Consumer<Picture> published;
    private final Cores cores;
    private final ParticleBlocks blocks = new ParticleBlocks(2);

    // Guarded by `commands`.
    private Optional<Optional<Plan>> ordered = Optional.empty();
    private boolean restart;
    private int singleSteps;
    private int owed;
    private OptionalInt sought = OptionalInt.empty();
    private OptionalInt attended = OptionalInt.empty();
    private boolean tracing;
    private boolean catchingUp;
    private boolean working;
    private boolean closed;

    // Of the thread alone.
    private Optional<Plan> plan = Optional.empty();
    private Optional<ParticleRun> analytic = Optional.empty();
    private Optional<ParticleRun> learned = Optional.empty();

    /** The step where both runs should stand. */
    private int goal;

    /** Why the newest plan cannot be run; repeated with every picture until another plan comes, as not all are seen. */
    private Optional<BadInputException> refused = Optional.empty();

    SamplingThread(Background background, Consumer<Picture> published) {
        this.published = published;
        cores = background.cores();
        background.thread(Work.SAMPLING, this::work);
    }

    /**
     * Replaces the plan. Runs of the new one go on to where the clock stands.
     *
     * @param next empty for no particles
     * @param step where the clock stands from now on, possibly {@link #END}; empty: where it stood
     */
    void follow(Optional<Plan> next, OptionalInt step) {
        command(() -> {
            ordered = Optional.of(next);
            if (step.isPresent()) {
                sought = step;
                singleSteps = 0;
                owed = 0;
            }
        });
    }

    /** Plays on; at most twice {@code steps} wait, so that a slow machine plays more slowly. */
    void advance(int steps) {
        command(() -> owed = Math.min(owed + steps, 2 * steps));
    }

    /** Takes no steps any more but single ones. */
    void pause() {
        command(() -> owed = 0);
    }

    void step() {
        command(() -> singleSteps++);
    }

    void restart() {
        command(() -> {
            restart = true;
            sought = OptionalInt.empty();
        });
    }

    /** Goes to the state after {@code step} steps, back or on, or to the {@link #END}; the newest request counts. */
    void seek(int step) {
        command(() -> {
            sought = OptionalInt.of(step);
            singleSteps = 0;
            owed = 0;
        });
    }

    /** Follows one of the particles, the first being 0, with its denoised point; or none. */
    void attend(OptionalInt particle) {
        command(() -> {
            tracing |= !attended.equals(particle);
            attended = particle;
        });
    }

    /** Waits until all commands are done and published. */
    void awaitRest() throws InterruptedException {
        synchronized (commands) {
            while (!closed && (working || commandsWait())) {
                commands.wait();
            }
        }
    }

    @Override
    public void close() {
        command(() -> closed = true);
    }

    private void command(Runnable change) {
        synchronized (commands) {
            change.run();
            commands.notifyAll();
        }
    }

    /** What to do in one turn of the loop. */
    private record Turn(
            Optional<Optional<Plan>> plan,
            boolean restart,
            OptionalInt seek,
            OptionalInt attended,
            boolean step,
            boolean playing) {}

    private void work() {
        try {
            while (true) {
                Turn turn;
                synchronized (commands) {
                    while (!closed && !commandsWait()) {
                        commands.wait();
                    }
                    if (closed) {
                        return;
                    }
                    turn = nextTurn();
                    working = true;
                }
                published.accept(cores.run(Work.SAMPLING, () -> picture(turn)));
                command(() -> working = false);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            blocks.close();
        }
    }

    private boolean commandsWait() {
        return ordered.isPresent()
                || restart
                || tracing
                || catchingUp
                || sought.isPresent()
                || singleSteps > 0
                || owed > 0;
    }

    /** Takes the commands that wait; steps wait until the runs have caught up with the clock. */
    private Turn nextTurn() {
        boolean rest = ordered.isEmpty() && !restart && !catchingUp && sought.isEmpty();
        boolean single = rest && singleSteps > 0;
        boolean playing = rest && !single && owed > 0;
        var turn = new Turn(ordered, restart, sought, attended, single || playing, playing);
        ordered = Optional.empty();
        restart = false;
        sought = OptionalInt.empty();
        tracing = false;
        singleSteps -= single ? 1 : 0;
        owed -= playing ? 1 : 0;
        return turn;
    }

    private Picture picture(Turn turn) {
        var problem = Optional.<String>empty();
        boolean there = true;
        try {
            turn.plan().ifPresent(this::adoptOrRefuse);
            turn.seek().ifPresent(step -> goal = step);
            if (turn.restart()) {
                goal = 0;
                runs().forEach(ParticleRun::begin);
            }
            if (refused.isPresent()) {
                throw refused.get();
            }
            runs().forEach(run -> run.attend(turn.attended()));
            if (turn.step() && runs().findAny().isPresent()) {
                if (done()) {
                    goal = 0;
                    runs().forEach(ParticleRun::begin);
                }
                goal++;
            }
            there = goOn();
            traceOn();
        } catch (BadInputException bad) {
            problem = Optional.of(bad.getMessage());
        } catch (IllegalArgumentException impossible) {
            problem = Optional.of(Words.text("ui.sampling-thread.sampling-stopped", impossible.getMessage()));
        }
        boolean waits = !there && problem.isEmpty();
        boolean finished = turn.playing() && !waits && done();
        boolean over = finished || problem.isPresent();
        command(() -> {
            catchingUp = waits;
            if (over) {
                // Commands that came before anybody could know of the end.
                owed = 0;
            }
        });
        return new Picture(
                plan,
                analytic.map(ParticleRun::frame).orElse(ParticleFrame.NONE),
                learned.map(ParticleRun::frame).orElse(ParticleFrame.NONE),
                !waits && problem.isEmpty() && runs().noneMatch(ParticleRun::mixed),
                over,
                problem);
    }

    private Stream<ParticleRun> runs() {
        return Stream.concat(learned.stream(), analytic.stream());
    }

    /**
     * Goes towards the goal for a limited time, and leaves all runs at one step. The first of the {@link #runs} follows the
     * network, which takes longer; the others go as far as it has come.
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

    /** Looks up what is not known yet of the way of the particle that is followed; the rest in the next turn. */
    private void traceOn() {
        long deadline = System.nanoTime() + TRACING_NANOS;
        boolean known = true;
        for (var run : runs().toList()) {
            known &= run.trace(deadline);
        }
        if (!known) {
            command(() -> tracing = true);
        }
    }

    private boolean done() {
        return runs().allMatch(ParticleRun::done);
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
            // Something else of the session has changed; what is recorded stays good.
            return;
        }
        var before = plan.filter(
                now -> refused.isEmpty() && next.filter(now::sameProblem).isPresent());
        var exact = next.flatMap(Plan::analytic);
        if (!exact.equals(before.flatMap(Plan::analytic))) {
            analytic = exact.map(score -> begun(score, next.orElseThrow()));
        } else if (exact.isEmpty()) {
            analytic = Optional.empty();
        }
        learned = next.flatMap(Plan::learned).map(score -> learnedRun(score, next.orElseThrow(), before));
        plan = next;
    }

    /** A run along the learned score: the one there is, as far as it belongs to this score or may go on along it. */
    private ParticleRun learnedRun(ScoreField score, Plan next, Optional<Plan> before) {
        var present = before.flatMap(_ -> learned);
        boolean sameScore = before.flatMap(Plan::learned).filter(score::equals).isPresent();
        if (present.isEmpty()
                || (!next.learning() && (!sameScore || present.get().mixed()))) {
            return begun(score, next);
        }
        if (!sameScore) {
            present.get()
                    .replaceScore(SamplerCatalog.CATALOG.create(next.spec().method(), "sampler"), problem(score, next));
        }
        return present.get();
    }

    private ParticleRun begun(ScoreField score, Plan next) {
        var method = SamplerCatalog.CATALOG.create(next.spec().method(), "sampler");
        return new ParticleRun(method, problem(score, next), next.spec(), blocks);
    }

    private static Problem problem(ScoreField score, Plan plan) {
        return new Problem(score, plan.process(), plan.target());
    }
}
