package scorescope.ui.background;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Works on the newest request in a thread of its own; requests that are replaced before their turn are dropped.
 *
 * <p>Work is bound to a {@link WorkWatch}: its progress can be queried, and it can be cancelled.
 *
 * <p>Results are written into four buffers, which are reused: one is shown, one was shown just before and may still be
 * read by the toolkit's renderer, one may be ready, and one is being written. So work continues while a result waits
 * for the next pulse: a picture that takes 20 ms comes every 20 ms on average, not every second pulse.
 *
 * @param <R> requests
 * @param <B> buffers that results are written into
 */
public final class ConflatingWorker<R, B> implements AutoCloseable {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final BiConsumer<R, B> worker;
    private final Runnable finished;
    private final Consumer<RuntimeException> failed;
    private final Thread thread;
    private B shown;
    private B before;
    private B ready;
    private B spare;
    private R waiting;
    private boolean busy;
    private boolean fresh;
    private boolean closed;
    private WorkWatch watch = new WorkWatch();

    /**
     * @param buffers makes one of the four buffers
     * @param worker makes a result, on the background thread
     * @param finished called on the background thread when {@link #take} has something new
     * @param failed called on the background thread with an exception of the worker; the next request is worked on as usual
     */
    ConflatingWorker(
            String name,
            Supplier<B> buffers,
            BiConsumer<R, B> worker,
            Runnable finished,
            Consumer<RuntimeException> failed) {
        shown = buffers.get();
        before = buffers.get();
        ready = buffers.get();
        spare = buffers.get();
        this.worker = worker;
        this.finished = finished;
        this.failed = failed;
        thread = Thread.ofPlatform().name(name).daemon().start(this::run);
    }

    /** Asks for a new result; replaces any request that is still waiting. */
    public void request(R request) {
        lock.lock();
        try {
            waiting = request;
            watch.overtake();
            work.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Hands the newest finished buffer to {@code shower}, at most once each; called by the thread that shows.
     * The buffer stays as it is until two more have been taken.
     *
     * @return whether there was a new one
     */
    public boolean take(Consumer<B> shower) {
        B newest;
        lock.lock();
        try {
            if (!fresh) {
                return false;
            }
            fresh = false;
            newest = ready;
            ready = before;
            before = shown;
            shown = newest;
            work.signalAll();
        } finally {
            lock.unlock();
        }
        shower.accept(newest);
        return true;
    }

    /** Whether a request waits or is being worked on, or a result has not been taken. */
    public boolean pending() {
        lock.lock();
        try {
            return waiting != null || busy || fresh;
        } finally {
            lock.unlock();
        }
    }

    /** How far the work under way is, if it takes longer than half a second. */
    public Optional<WorkWatch.Progress> progress() {
        lock.lock();
        try {
            return busy ? watch.progress() : Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /** Cancels the present work and the waiting request: there is no result until the next request. */
    public void cancel() {
        lock.lock();
        try {
            waiting = null;
            watch.stop();
        } finally {
            lock.unlock();
        }
    }

    /** Whether the newest request waits for the end of work on another. */
    public boolean waiting() {
        lock.lock();
        try {
            return waiting != null;
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        while (true) {
            R request;
            B target;
            WorkWatch present;
            lock.lock();
            try {
                while (!closed && waiting == null) {
                    work.awaitUninterruptibly();
                }
                if (closed) {
                    return;
                }
                request = waiting;
                waiting = null;
                busy = true;
                target = spare;
                present = new WorkWatch();
                watch = present;
            } finally {
                lock.unlock();
            }
            boolean done = false;
            try {
                done = present.during(() -> {
                    worker.accept(request, target);
                    return true;
                });
            } catch (CancellationException notWanted) {
                done = false;
            } catch (RuntimeException e) {
                failed.accept(e);
            }
            lock.lock();
            try {
                busy = false;
                done &= !present.stopped();
                if (done) {
                    // A result that was not taken in time is dropped, and its buffer is written next.
                    spare = ready;
                    ready = target;
                    fresh = true;
                }
                work.signalAll();
            } finally {
                lock.unlock();
            }
            if (done) {
                finished.run();
            }
        }
    }

    /** Waits until nothing is being worked on; for pictures taken without a running clock. */
    public boolean awaitResult(long millis) {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(millis);
            while ((waiting != null || busy) && left > 0) {
                left = work.awaitNanos(left);
            }
            return fresh;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            watch.stop();
            work.signalAll();
        } finally {
            lock.unlock();
        }
    }

    Thread thread() {
        return thread;
    }
}
