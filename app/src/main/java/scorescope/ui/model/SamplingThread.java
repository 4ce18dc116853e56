package scorescope.ui.model;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import scorescope.core.BadInputException;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.sampling.ParticleBlocks;
import scorescope.core.sampling.SamplingMethod.Problem;
import scorescope.core.sampling.method.SamplerCatalog;
import scorescope.core.score.ScoreField;
import scorescope.session.SamplerSpec;

/** The thread that moves particles. Orders come from any thread; the newest plan wins. */
final class SamplingThread implements AutoCloseable {
    /** What to sample: a score for each run wanted, and how. */
    record Plan(
            Optional<ScoreField> analytic,
            Optional<ScoreField> learned,
            NoiseProcess process,
            NoiseLevel target,
            SamplerSpec spec) {
        boolean differsInLearnedScoreAlone(Plan other) {
            return analytic.equals(other.analytic)
                    && process.equals(other.process)
                    && target.equals(other.target)
                    && spec.equals(other.spec);
        }
    }

    /** Both runs at one moment; {@link ParticleFrame#NONE} for a run that is not wanted. */
    record Picture(ParticleFrame analytic, ParticleFrame learned, boolean finished, Optional<String> problem) {}

    /** How long it computes towards a far step before it shows how far it has come. */
    private static final long SEEKING_NANOS = 30_000_000L;

    /** How long it looks up in one turn what a particle did before somebody chose it: little of the time between two pulses. */
    private static final long TRACING_NANOS = 5_000_000L;

    private final Object orders = new Object();
    private final Consumer<Picture> published;
    private final ParticleBlocks shards = new ParticleBlocks(2);

    // Orders, guarded by `orders`.
    private Optional<Plan> ordered = Optional.empty();
    private boolean restart;
    private int singleSteps;
    private int owed;
    private OptionalInt sought = OptionalInt.empty();
    private OptionalInt attended = OptionalInt.empty();
    private boolean tracing;
    private boolean working;
    private boolean closed;

    // The thread's own.
    private Optional<Plan> plan = Optional.empty();
    private Optional<ParticleRun> analytic = Optional.empty();
    private Optional<ParticleRun> learned = Optional.empty();

    /** Why the newest plan makes no sense; said with every picture until another one comes, for nobody sees them all. */
    private Optional<BadInputException> refused = Optional.empty();

    SamplingThread(Consumer<Picture> published) {
        this.published = published;
        Thread.ofPlatform().daemon().name("scorescope-sampling").start(this::work);
    }

    void follow(Plan next) {
        order(() -> ordered = Optional.of(next));
    }

    /** Plays on by so many steps; not more than as many again may be waiting, so that a slow machine plays more slowly. */
    void advance(int steps) {
        order(() -> owed = Math.min(owed + steps, 2 * steps));
    }

    /** No steps any more but single ones. */
    void pause() {
        order(() -> owed = 0);
    }

    void step() {
        order(() -> singleSteps++);
    }

    void restart() {
        order(() -> {
            restart = true;
            sought = OptionalInt.empty();
        });
    }

    /** Goes to the state after {@code step} steps, back or on; the newest wish counts. */
    void seek(int step) {
        order(() -> {
            sought = OptionalInt.of(step);
            owed = 0;
        });
    }

    /** Follows one of the particles, the first being 0, with its denoised point; or none. */
    void attend(OptionalInt particle) {
        order(() -> {
            tracing |= !attended.equals(particle);
            attended = particle;
        });
    }

    /** Waits until all that was ordered is done and published. */
    void awaitRest() throws InterruptedException {
        synchronized (orders) {
            while (!closed && (working || ordersWait())) {
                orders.wait();
            }
        }
    }

    @Override
    public void close() {
        order(() -> closed = true);
    }

    private void order(Runnable change) {
        synchronized (orders) {
            change.run();
            orders.notifyAll();
        }
    }

    /** What to do in one turn of the loop. */
    private record Turn(
            Optional<Plan> plan,
            boolean restart,
            OptionalInt seek,
            OptionalInt attended,
            boolean step,
            boolean playing) {}

    private void work() {
        try {
            while (true) {
                Turn turn;
                synchronized (orders) {
                    while (!closed && !ordersWait()) {
                        orders.wait();
                    }
                    if (closed) {
                        return;
                    }
                    boolean single = singleSteps > 0;
                    boolean playing = !single && owed > 0;
                    turn = new Turn(ordered, restart, sought, attended, single || playing, playing);
                    ordered = Optional.empty();
                    restart = false;
                    tracing = false;
                    working = true;
                    singleSteps -= single ? 1 : 0;
                    owed -= playing ? 1 : 0;
                }
                take(turn);
                order(() -> working = false);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            shards.close();
        }
    }

    private boolean ordersWait() {
        return ordered.isPresent() || restart || tracing || sought.isPresent() || singleSteps > 0 || owed > 0;
    }

    private void take(Turn turn) {
        var problem = Optional.<String>empty();
        boolean finished = false;
        try {
            turn.plan().ifPresent(this::adoptOrRefuse);
            if (refused.isPresent()) {
                throw refused.get();
            }
            analytic.ifPresent(run -> run.attend(turn.attended()));
            learned.ifPresent(run -> run.attend(turn.attended()));
            if (turn.restart()) {
                analytic.ifPresent(ParticleRun::begin);
                learned.ifPresent(ParticleRun::begin);
            }
            turn.seek().ifPresent(this::seekOn);
            if (turn.step()) {
                if (done()) {
                    analytic.ifPresent(ParticleRun::begin);
                    learned.ifPresent(ParticleRun::begin);
                }
                analytic.ifPresent(ParticleRun::advance);
                learned.ifPresent(ParticleRun::advance);
                finished = turn.playing() && done();
            }
            traceOn();
        } catch (BadInputException bad) {
            problem = Optional.of(bad.getMessage());
        } catch (IllegalArgumentException impossible) {
            problem = Optional.of("Sampling stopped: " + impossible.getMessage());
        }
        published.accept(new Picture(
                analytic.map(ParticleRun::frame).orElse(ParticleFrame.NONE),
                learned.map(ParticleRun::frame).orElse(ParticleFrame.NONE),
                finished || problem.isPresent(),
                problem));
        if (problem.isPresent() || finished) {
            // Orders that came before anybody could know of the end.
            order(() -> {
                owed = 0;
                sought = OptionalInt.empty();
            });
        }
    }

    /** Some way towards a step; the wish stays until it is reached, or a newer one takes its place. */
    private void seekOn(int step) {
        long deadline = System.nanoTime() + SEEKING_NANOS;
        boolean analyticThere = analytic.map(run -> run.toward(step, deadline)).orElse(true);
        boolean learnedThere = learned.map(run -> run.toward(step, deadline)).orElse(true);
        if (analyticThere && learnedThere) {
            order(() -> {
                if (sought.isPresent() && sought.getAsInt() == step) {
                    sought = OptionalInt.empty();
                }
            });
        }
    }

    /** What is not known yet of the way of the particle that is followed; the rest in the next turn. */
    private void traceOn() {
        long deadline = System.nanoTime() + TRACING_NANOS;
        boolean analyticKnown = analytic.map(run -> run.trace(deadline)).orElse(true);
        boolean learnedKnown = learned.map(run -> run.trace(deadline)).orElse(true);
        if (!analyticKnown || !learnedKnown) {
            order(() -> tracing = true);
        }
    }

    private boolean done() {
        return analytic.map(ParticleRun::done).orElse(true)
                && learned.map(ParticleRun::done).orElse(true);
    }

    private void adoptOrRefuse(Plan next) {
        try {
            adopt(next);
            refused = Optional.empty();
        } catch (BadInputException noSense) {
            refused = Optional.of(noSense);
        }
    }

    private void adopt(Plan next) {
        if (plan.equals(Optional.of(next))) {
            // Something else of the session has changed; what is recorded stays good.
            return;
        }
        boolean learnedMovedOn = plan.filter(next::differsInLearnedScoreAlone).isPresent();
        if (!learnedMovedOn) {
            analytic = next.analytic().map(score -> run(analytic, score, next, false));
        }
        learned = next.learned().map(score -> run(learned, score, next, learnedMovedOn));
        plan = Optional.of(next);
    }

    private ParticleRun run(Optional<ParticleRun> before, ScoreField score, Plan next, boolean learnedMovedOn) {
        var method = SamplerCatalog.CATALOG.create(next.spec().method(), "sampler");
        var problem = new Problem(score, next.process(), next.target());
        if (before.filter(run -> run.sameParticles(next.spec())).isPresent()) {
            before.get().follow(method, problem, learnedMovedOn);
            return before.get();
        }
        return new ParticleRun(method, problem, next.spec(), shards);
    }
}
