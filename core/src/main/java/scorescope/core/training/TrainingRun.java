package scorescope.core.training;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import scorescope.core.training.TrainingState.Status;

/**
 * A {@link Trainer} on its own thread. Commands return at once; {@link #latest()} is the newest snapshot, replaced many
 * times a second while it runs, and never waits. All methods may be called from any thread.
 */
public final class TrainingRun implements AutoCloseable {
    /** Thirty snapshots a second: each copies the weights, and no eye wants more. */
    private static final long NANOS_PER_SNAPSHOT = 33_000_000;

    /** Fewer while a person drags something else. */
    private static final long NANOS_PER_SNAPSHOT_YIELDING = 100_000_000;

    private final TrainingTask task;
    private final TrainingData data;
    private final Supplier<Trainer> first;
    private final Object lock = new Object();
    private final Thread thread;
    private volatile TrainingState latest;
    private volatile double pace = Double.POSITIVE_INFINITY;
    private final Governor governor = new Governor();

    // Guarded by lock: what is wanted.
    private boolean running;
    private long singleSteps;
    private boolean resetting;
    private boolean closed;
    private final Deque<Saving> savings = new ArrayDeque<>();

    // Of the training thread alone.
    private final StepRate rate = new StepRate();

    /** Paused before its first step. The first step waits for the matrix library to load, on the run's own thread. */
    public TrainingRun(TrainingTask task, TrainingData data) {
        this(task, data, () -> new Trainer(task, data));
    }

    /** Goes on, once started, where a {@link Checkpoint} stopped; a reset begins anew. */
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
        thread = Thread.ofPlatform().daemon().name("training").unstarted(this::work);
    }

    /** Plain noise, or the default process where the settings ask for one. */
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

    /** Goes on until {@link #pause()} or the last step. */
    public void start() {
        synchronized (lock) {
            running = true;
            wake();
        }
    }

    /** Stops after the step being taken; {@link #start()} goes on from there. */
    public void pause() {
        synchronized (lock) {
            running = false;
            singleSteps = 0;
            wake();
        }
    }

    /** Takes one step and pauses. */
    public void step() {
        synchronized (lock) {
            running = false;
            singleSteps++;
            wake();
        }
    }

    /** Back to the initial weights, paused. The run that follows is the same again. */
    public void reset() {
        synchronized (lock) {
            running = false;
            singleSteps = 0;
            resetting = true;
            wake();
        }
    }

    /**
     * Whether to leave a core to others, as while a person drags: one worker instead of two, which rests between
     * steps. The weights come out the same.
     */
    public void yieldCore(boolean yield) {
        governor.yieldCore(yield);
    }

    /** A picture came {@code nanos} after the one before it, while a person drags: training rests longer if late. */
    public void frameTook(long nanos) {
        governor.frameTook(nanos);
    }

    /**
     * Takes at most so many steps a second, so that each can be followed; infinity for as many as there can be. The
     * weights come out the same.
     *
     * @param stepsPerSecond above 0
     */
    public void pace(double stepsPerSecond) {
        synchronized (lock) {
            pace = stepsPerSecond;
            lock.notifyAll();
        }
    }

    /** Waits until a snapshot satisfies {@code condition}, and returns it. Not for the window's thread. */
    public TrainingState await(Predicate<TrainingState> condition) throws InterruptedException {
        synchronized (lock) {
            while (!condition.test(latest)) {
                if (closed) {
                    throw new IllegalStateException("training was closed while somebody waited for it");
                }
                lock.wait();
            }
            return latest;
        }
    }

    /** Ends the thread after the step being taken and what is being saved. The newest snapshot stays. */
    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
            lock.notifyAll();
        }
    }

    private void wake() {
        if (thread.getState() == Thread.State.NEW) {
            thread.start();
        }
        lock.notifyAll();
    }

    /**
     * The run as a {@link Checkpoint} after the step being taken; cancelled if the run has ended.
     *
     * @param session the session's JSON, kept inside
     */
    public CompletableFuture<byte[]> checkpoint(String session) {
        var saving = new Saving(session, new CompletableFuture<>());
        synchronized (lock) {
            if (closed) {
                saving.bytes().cancel(false);
            } else {
                savings.add(saving);
                wake();
            }
        }
        return saving.bytes();
    }

    private record Saving(String session, CompletableFuture<byte[]> bytes) {}

    private enum Order {
        SAVE,
        RUN,
        STEP,
        RESET,
        CLOSE
    }

    private void work() {
        var trainer = first.get();
        try {
            while (true) {
                switch (next()) {
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
            synchronized (lock) {
                closed = true;
                savings.forEach(saving -> saving.bytes().cancel(false));
                savings.clear();
                lock.notifyAll();
            }
        }
    }

    /** The next thing to do; waits while there is nothing. */
    private Order next() {
        synchronized (lock) {
            while (true) {
                // What was asked to be kept is kept before it ends or is forgotten.
                if (!savings.isEmpty()) {
                    return Order.SAVE;
                }
                if (closed) {
                    return Order.CLOSE;
                }
                if (resetting) {
                    resetting = false;
                    return Order.RESET;
                }
                if (running) {
                    return Order.RUN;
                }
                if (singleSteps > 0) {
                    singleSteps--;
                    return Order.STEP;
                }
                try {
                    lock.wait();
                } catch (InterruptedException ended) {
                    closed = true;
                }
            }
        }
    }

    private void run(Trainer trainer) {
        long published = System.nanoTime();
        rate.begin(trainer.steps(), published);
        boolean more = true;
        while (more && goOn()) {
            long before = System.nanoTime();
            more = trainer.step(governor.workers());
            long now = System.nanoTime();
            if (now - published > (governor.yielding() ? NANOS_PER_SNAPSHOT_YIELDING : NANOS_PER_SNAPSHOT)) {
                rate.measure(trainer.steps(), now);
                publish(trainer, Status.RUNNING);
                published = now;
            }
            governor.rest(now - before);
            if (more && Double.isFinite(pace)) {
                keepPace(before);
            }
        }
        synchronized (lock) {
            running &= more;
        }
        publish(trainer, Status.PAUSED);
    }

    /** Waits until the step after the one begun at {@code nanos} is due, or something else is wanted. */
    private void keepPace(long nanos) {
        synchronized (lock) {
            long left = 1;
            while (left > 0 && goOn()) {
                left = nanos + (long) (1e9 / pace) - System.nanoTime();
                try {
                    TimeUnit.NANOSECONDS.timedWait(lock, left);
                } catch (InterruptedException ended) {
                    closed = true;
                }
            }
        }
    }

    private void save(Trainer trainer) {
        Saving saving;
        synchronized (lock) {
            saving = savings.remove();
        }
        saving.bytes().complete(Checkpoint.bytes(trainer, saving.session()));
    }

    private boolean goOn() {
        synchronized (lock) {
            return running && !resetting && !closed && savings.isEmpty();
        }
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
        synchronized (lock) {
            latest = state;
            lock.notifyAll();
        }
    }
}
