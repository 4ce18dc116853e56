package scorescope.core.parallel;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/**
 * Jobs of a few milliseconds or less, shared by the calling thread and helpers that stay awake for a moment after each
 * call. To wake a thread of a pool takes half a millisecond here, which is as long as such a job; so jobs are claimed
 * one by one, and a helper that comes too late finds nothing left to do.
 *
 * <p>Who does which job is chance: jobs must touch nothing in common but what they read. A call allocates nothing.
 */
public final class SpinPool implements AutoCloseable {
    /** Pauses before a helper sleeps: about a quarter of a millisecond, so that a picture's cores are not kept busy. */
    private static final int SHORT_WAKE = 5_000;

    private static final int TICKET_SHIFT = 32;
    private static final SpinPool SHARED =
            new SpinPool(Math.max(1, Runtime.getRuntime().availableProcessors() - 1));

    private final Thread[] helpers;
    private final int spins;
    private final AtomicBoolean busy = new AtomicBoolean();
    /** The number of the call, and in the low half how many of its jobs nobody has claimed; one word, so that no claim is of another call. */
    private final AtomicLong claims = new AtomicLong();

    private final AtomicInteger pending = new AtomicInteger();
    private volatile Thread caller = Thread.currentThread();
    private volatile Throwable failure;
    private volatile boolean closed;
    // Written before a call's number is, and read after a claim of that call.
    private IntConsumer job = index -> {};

    /** Helpers that stay awake for a quarter of a millisecond. */
    public SpinPool(int helpers) {
        this(helpers, SHORT_WAKE);
    }

    /**
     * @param helpers further threads beside the calling one; they start when first needed
     * @param spins pauses of some 50 ns that a helper waits awake before it sleeps
     */
    public SpinPool(int helpers, int spins) {
        this.spins = spins;
        this.helpers = new Thread[helpers];
        for (int i = 0; i < helpers; i++) {
            this.helpers[i] = Thread.ofPlatform().daemon().name("crew-helper").unstarted(this::help);
        }
    }

    /** One for everybody, with a thread for every core; whoever finds it at work does all of his own jobs himself. */
    public static SpinPool shared() {
        return SHARED;
    }

    /** As {@link #run(int, int, IntConsumer)}, with all threads. */
    public void run(int count, IntConsumer each) {
        run(count, helpers.length + 1, each);
    }

    /**
     * Does the jobs 0 ≤ i &lt; {@code count} and returns when all are done.
     *
     * @param workers threads to use, the calling one included
     * @param each its failure is thrown here, after all jobs that had begun
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

    /** Claims and does jobs of one call until none is left. */
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
