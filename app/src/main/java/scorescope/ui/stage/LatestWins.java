package scorescope.ui.stage;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Works on the newest request in a thread of its own; requests overtaken before their turn are dropped.
 *
 * <p>Results are written into three buffers, reused for ever: one is shown, one is finished or in the making,
 * and one was shown just before and may still be read by the toolkit's renderer.
 *
 * @param <R> requests
 * @param <B> buffers that results are written into
 */
public final class LatestWins<R, B> implements AutoCloseable {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final BiConsumer<R, B> worker;
    private final Runnable finished;
    private final Consumer<RuntimeException> failed;
    private final Thread thread;
    private B shown;
    private B before;
    private B spare;
    private R waiting;
    private boolean busy;
    private boolean fresh;
    private boolean closed;

    /**
     * @param worker makes a result, on the background thread
     * @param finished told on the background thread that {@link #take} has something new
     * @param failed told on the background thread of an exception in the worker; the next request is worked on as ever
     */
    public LatestWins(
            String name,
            B first,
            B second,
            B third,
            BiConsumer<R, B> worker,
            Runnable finished,
            Consumer<RuntimeException> failed) {
        this.shown = first;
        this.before = second;
        this.spare = third;
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
            newest = spare;
            spare = before;
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

    private void run() {
        while (true) {
            R request;
            B target;
            lock.lock();
            try {
                // A finished result is not overwritten: it is shown at the next pulse, and the next one begins there.
                while (!closed && (waiting == null || fresh)) {
                    work.awaitUninterruptibly();
                }
                if (closed) {
                    return;
                }
                request = waiting;
                waiting = null;
                busy = true;
                target = spare;
            } finally {
                lock.unlock();
            }
            boolean done = false;
            try {
                worker.accept(request, target);
                done = true;
            } catch (RuntimeException e) {
                failed.accept(e);
            }
            lock.lock();
            try {
                busy = false;
                fresh = done;
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
            while ((waiting != null || busy) && !fresh && left > 0) {
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
            work.signalAll();
        } finally {
            lock.unlock();
        }
    }

    Thread thread() {
        return thread;
    }
}
