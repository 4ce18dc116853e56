package scorescope.core.parallel;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/**
 * Thread pool for jobs of at most a few milliseconds. The calling thread takes part; helpers spin for a moment after each call
 * before they sleep, because waking a sleeping thread takes some 0.5 ms. Jobs are claimed one by one, so that a helper that
 * wakes too late takes none.
 *
 * <p>Which thread runs which job is not determined: jobs may share data only for reading. A call allocates nothing.
 */
public final class SpinPool implements AutoCloseable {
    /** Spins of a helper before it sleeps: about 0.25 ms, so that idle helpers leave the cores to drawing. */
    private static final int SHORT_WAKE = 5_000;

    private static final int TICKET_SHIFT = 32;
    private static final SpinPool SHARED =
            new SpinPool(Math.max(1, Runtime.getRuntime().availableProcessors() - 1));

    private final Thread[] helpers;
    private final int spins;
    private final AtomicBoolean busy = new AtomicBoolean();
    /** High half: number of the call. Low half: number of its unclaimed jobs. One word, so that a claim belongs to one call. */
    private final AtomicLong claims = new AtomicLong();

    private final AtomicInteger pending = new AtomicInteger();
    private volatile Thread caller = Thread.currentThread();
    private volatile Throwable failure;
    private volatile boolean closed;
    // Written before a call's number is, and read after a claim of that call.
    private IntConsumer job = index -> {};

    /** Helpers that spin for 0.25 ms before they sleep. */
    public SpinPool(int helpers) {
        this(helpers, SHORT_WAKE);
    }

    /**
     * @param helpers number of threads besides the calling one; they start when first needed
     * @param spins spins of some 50 ns before a helper sleeps
     */
    public SpinPool(int helpers, int spins) {
        this.spins = spins;
        this.helpers = new Thread[helpers];
        for (int i = 0; i < helpers; i++) {
            this.helpers[i] = Thread.ofPlatform().daemon().name("pool-helper").unstarted(this::help);
        }
    }

    /** Shared pool with one thread per core. If it is busy, the caller runs its jobs itself. */
    public static SpinPool shared() {
        return SHARED;
    }

    /** As {@link #run(int, int, IntConsumer)}, with all threads. */
    public void run(int count, IntConsumer each) {
        run(count, helpers.length + 1, each);
    }

    /**
     * Runs the jobs 0 ≤ i &lt; {@code count} and returns when all are done.
     *
     * @param workers threads to use, the calling one included
     * @param each the job; an exception of one is thrown here after all jobs have ended
     */
    public void run(int count, int workers, IntConsumer each) {
        if (workers <= 1 || count <= 1 || closed || !busy.compareAndSet(false, true)) {
            for (int i = 0; i < count; i++) {
                each.accept(i);
            }
            return;
        }
        try {
            share(count, workers, each);
        } finally {
            busy.set(false);
        }
    }

    private void share(int count, int workers, IntConsumer each) {
        caller = Thread.currentThread();
        failure = null;
        job = each;
        pending.set(count);
        long ticket = (claims.get() >>> TICKET_SHIFT) + 1;
        claims.set(ticket << TICKET_SHIFT | count);
        int asked = Math.min(Math.min(workers, count) - 1, helpers.length);
        for (int i = 0; i < asked; i++) {
            if (helpers[i].getState() == Thread.State.NEW) {
                helpers[i].start();
            }
            LockSupport.unpark(helpers[i]);
        }
        work(ticket);
        for (int spin = 0; pending.get() > 0; spin++) {
            pause(spin);
        }
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
    }

    /** Claims and runs jobs of one call until none is left. */
    private void work(long ticket) {
        while (true) {
            long claim = claims.get();
            int left = (int) claim;
            if (claim >>> TICKET_SHIFT != ticket || left == 0) {
                return;
            }
            if (claims.compareAndSet(claim, claim - 1)) {
                try {
                    job.accept(left - 1);
                } catch (RuntimeException | Error thrown) {
                    failure = thrown;
                }
                if (pending.decrementAndGet() == 0) {
                    LockSupport.unpark(caller);
                }
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        for (var helper : helpers) {
            LockSupport.unpark(helper);
        }
    }

    private void help() {
        long seen = 0;
        while (!closed) {
            for (int spin = 0; claims.get() >>> TICKET_SHIFT == seen && !closed; spin++) {
                pause(spin);
            }
            seen = claims.get() >>> TICKET_SHIFT;
            work(seen);
        }
    }

    private void pause(int spin) {
        if (spin < spins) {
            Thread.onSpinWait();
        } else {
            LockSupport.park(this);
        }
    }
}
