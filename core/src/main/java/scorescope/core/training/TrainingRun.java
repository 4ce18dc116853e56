package scorescope.core.training;

import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.function.Supplier;
import scorescope.core.parallel.Threads;
import scorescope.core.training.TrainingState.Status;

/**
 * A {@link Trainer} on its own thread. Commands return at once; {@link #latest()} returns the newest snapshot without
 * waiting. Snapshots are replaced many times per second during a run. All methods may be called from any thread.
 */
public final class TrainingRun implements AutoCloseable {
    /** At most thirty snapshots a second, since each copies the weights. */
    private static final long NANOS_PER_SNAPSHOT = 33_000_000;

    /** At most ten snapshots a second during a drag. */
    private static final long NANOS_PER_SNAPSHOT_YIELDING = 100_000_000;

    private final TrainingTask task;
    private final TrainingData data;
    private final Supplier<Trainer> first;
    private final TrainingCommands commands = new TrainingCommands();
    private final Object news = new Object();
    private final Thread thread;
    private volatile TrainingState latest;
    private final Governor governor = new Governor();

    // Used by the training thread alone.
    private final StepRate rate = new StepRate();

    /**
     * A run that is paused before its first step. The first step waits on the run's own thread for the matrix library to
     * load.
     */
    public TrainingRun(TrainingTask task, TrainingData data) {
        this(task, data, () -> new Trainer(task, data));
    }

    /** A paused run in the state of a {@link Checkpoint}; a reset returns to the initial weights. */
    public static TrainingRun resumed(TrainingTask task, TrainingData data, byte[] checkpoint, String place) {
        return new TrainingRun(task, data, () -> Checkpoint.resume(task, data, checkpoint, place));
    }

    private TrainingRun(TrainingTask task, TrainingData data, Supplier<Trainer> first) {
        this.task = task;
        this.data = data;
        this.first = first;
        try (var trainer = first.get()) {
            latest = trainer.state();
        }
        thread = Threads.unstarted("training", this::work);
    }

    /** Trains on plain noise, or on the default process if the settings require a process. */
    public TrainingRun(TrainingSettings settings, TrainingData data) {
        this(new TrainingTask(settings), data);
    }

    public TrainingSettings settings() {
        return task.settings();
    }

    /** The newest snapshot. */
    public TrainingState latest() {
        return latest;
    }

    /** Takes steps until {@link #pause()} or the last step. */
    public void start() {
        commands.start();
        begin();
    }

    /** Stops after the current step; {@link #start()} continues. */
    public void pause() {
        commands.pause();
    }

    /** Takes one step and pauses. */
    public void step() {
        commands.step();
        begin();
    }

    /** Returns to the initial weights, paused. The next run gives the same weights again. */
    public void reset() {
        commands.reset();
        begin();
    }

    /**
     * Whether to leave a core free, such as during a drag: one worker instead of two, which pauses between steps. The
     * weights do not depend on it.
     */
    public void yieldCore(boolean yield) {
        governor.yieldCore(yield);
    }

    /**
     * Reports that a frame came {@code nanos} after the previous one during a drag; pauses of the training become longer if
     * frames are late.
     */
    public void frameTook(long nanos) {
        governor.frameTook(nanos);
    }

    /**
     * Largest number of steps per second, so that each can be followed; infinity for no limit. The weights do not
     * depend on it.
     *
     * @param stepsPerSecond above 0
     */
    public void pace(double stepsPerSecond) {
        commands.pace(stepsPerSecond);
    }

    /** Waits until a snapshot satisfies {@code condition}, and returns it. Not for the window's thread. */
    public TrainingState await(Predicate<TrainingState> condition) throws InterruptedException {
        synchronized (news) {
            while (!condition.test(latest)) {
                if (commands.closed()) {
                    throw new IllegalStateException("training was closed while somebody waited for it");
                }
                news.wait();
            }
            return latest;
        }
    }

    /** Ends the thread after the current step and the requested checkpoints. The newest snapshot remains available. */
    @Override
    public void close() {
        commands.close();
        tell();
    }

    /** Starts the thread at the first command. */
    private void begin() {
        synchronized (news) {
            if (thread.getState() == Thread.State.NEW) {
                thread.start();
            }
        }
    }

    private void tell() {
        synchronized (news) {
            news.notifyAll();
        }
    }

    /**
     * The run as a {@link Checkpoint} after the current step; cancelled if the run has ended.
     *
     * @param session the session's JSON, stored in the checkpoint
     */
    public CompletableFuture<byte[]> checkpoint(String session) {
        var bytes = commands.save(session);
        if (!bytes.isDone()) {
            begin();
        }
        return bytes;
    }

    private void work() {
        var trainer = first.get();
        try {
            while (true) {
                switch (commands.next()) {
                    case SAVE -> save(trainer);
                    case RUN -> run(trainer);
                    case STEP -> {
                        trainer.step(governor.workers());
                        publish(trainer, Status.PAUSED);
                    }
                    case RESET -> {
                        trainer.close();
                        trainer = new Trainer(task, data);
                        publish(trainer, Status.PAUSED);
                    }
                    case CLOSE -> {
                        return;
                    }
                }
            }
        } catch (RuntimeException failure) {
            publish(latest.with(Status.FAILED, String.valueOf(failure.getMessage()), 0));
        } finally {
            trainer.close();
            commands.end();
            tell();
        }
    }

    private void run(Trainer trainer) {
        long published = System.nanoTime();
        rate.begin(trainer.steps(), published);
        boolean more = true;
        while (more && commands.goOn()) {
            long before = System.nanoTime();
            more = trainer.step(governor.workers());
            long now = System.nanoTime();
            if (now - published > (governor.yielding() ? NANOS_PER_SNAPSHOT_YIELDING : NANOS_PER_SNAPSHOT)) {
                rate.measure(trainer.steps(), now);
                publish(trainer, Status.RUNNING);
                published = now;
            }
            governor.rest(now - before);
            if (more) {
                commands.keepPace(before);
            }
        }
        if (!more) {
            commands.finish();
        }
        publish(trainer, Status.PAUSED);
    }

    private void save(Trainer trainer) {
        var saving = commands.saving();
        saving.bytes().complete(Checkpoint.bytes(trainer, saving.session()));
    }

    private void publish(Trainer trainer, Status ifItCanGoOn) {
        var state = trainer.state();
        boolean goesOn = state.status().canStep();
        publish(state.with(
                goesOn ? ifItCanGoOn : state.status(),
                state.advice(),
                ifItCanGoOn == Status.RUNNING ? rate.perSecond() : 0));
    }

    private void publish(TrainingState state) {
        synchronized (news) {
            latest = state;
            news.notifyAll();
        }
    }
}
