package scorescope.core.parallel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.IntConsumer;

/**
 * Spreads independent jobs over threads. All parallel work of the program goes through a pool of this class. The calling
 * thread takes part; helpers spin for a moment after each call before they sleep, because waking a sleeping thread takes
 * some 0.5 ms. Jobs are claimed one by one, so that a helper that wakes too late takes none.
 *
 * <p>Work looks up {@link #current()}; the code that starts the work binds a pool with {@link #during}, which determines
 * the threads of the work and when they leave a core free ({@link #leaveCore}). Several calls may run at once, from several
 * threads or from within a job: helpers take the jobs of any of them.
 *
 * <p>Which thread runs which job is not determined: jobs may share data only for reading. A call allocates nothing.
 */
public final class SpinPool implements AutoCloseable {
    /** Spins of a helper before it sleeps: about 0.25 ms, so that idle helpers leave the cores to drawing. */
    private static final int SHORT_WAKE = 5_000;

    /** Largest number of simultaneous calls that helpers serve; the jobs of further calls run on their calling threads. */
    private static final int MOST_CALLS = 4;

    /** Not the number of any call. */
    private static final long NONE_SEEN = -1;

    private static final SpinPool ALL = ofAllCores();
    private static final ScopedValue<SpinPool> CURRENT = ScopedValue.newInstance();

    private final Thread[] helpers;
    private final int spins;
    private final Call[] calls = new Call[MOST_CALLS];
    /** Number of calls so far; helpers wait until it changes. */
    private final AtomicLong workersStarted = new AtomicLong();

    private volatile boolean closed;
    private volatile boolean leaving;

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
        Arrays.setAll(calls, _ -> new Call());
        this.helpers = new Thread[helpers];
        for (int i = 0; i < helpers; i++) {
            this.helpers[i] = Threads.unstarted(
                    "pool-helper", () -> ScopedValue.where(CURRENT, this).run(this::help));
        }
    }

    /** A pool with one thread per core, the calling one included; at least two threads. */
    public static SpinPool ofAllCores() {
        return new SpinPool(Math.max(1, Runtime.getRuntime().availableProcessors() - 1));
    }

    /** The pool bound by the innermost {@link #during} around the caller, otherwise a shared pool of all cores. */
    public static SpinPool current() {
        return CURRENT.orElse(ALL);
    }

    /**
     * Runs {@code work} with this as the current pool of the calling thread.
     *
     * @throws X what the work throws
     */
    public <R, X extends Throwable> R during(ScopedValue.CallableOp<R, X> work) throws X {
        return ScopedValue.where(CURRENT, this).call(work);
    }

    /** While true, helpers take no further jobs and the calling thread continues alone. Results do not depend on it. */
    public void leaveCore(boolean leave) {
        leaving = leave;
        if (!leave) {
            wake();
        }
    }

    private void wake() {
        for (var helper : helpers) {
            LockSupport.unpark(helper);
        }
    }

    /** Applies {@code each} to all inputs; results are in the order of the inputs. */
    public <T, R> List<R> map(List<T> inputs, Function<? super T, ? extends R> each) {
        var results = new ArrayList<R>(Collections.nCopies(inputs.size(), null));
        run(inputs.size(), i -> results.set(i, each.apply(inputs.get(i))));
        return List.copyOf(results);
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
        if (workers > 1 && count > 1 && !closed) {
            for (var call : calls) {
                if (call.claimed.compareAndSet(false, true)) {
                    try {
                        share(call, count, workers, each);
                    } finally {
                        call.claimed.set(false);
                    }
                    return;
                }
            }
        }
        for (int i = 0; i < count; i++) {
            each.accept(i);
        }
    }

    private void share(Call call, int count, int workers, IntConsumer each) {
        call.begin(count, each);
        workersStarted.incrementAndGet();
        int helpersNeeded = leaving ? 0 : Math.min(Math.min(workers, count) - 1, helpers.length);
        for (int i = 0; i < helpersNeeded; i++) {
            if (helpers[i].getState() == Thread.State.NEW) {
                start(helpers[i]);
            }
            LockSupport.unpark(helpers[i]);
        }
        while (call.workOnce()) {}
        for (int spin = 0; call.pending.get() > 0; spin++) {
            pause(spin);
        }
        call.throwFailure();
    }

    private static synchronized void start(Thread helper) {
        if (helper.getState() == Thread.State.NEW) {
            helper.start();
        }
    }

    @Override
    public void close() {
        closed = true;
        wake();
    }

    private void help() {
        long seen = NONE_SEEN;
        while (!closed) {
            for (int spin = 0; (leaving || workersStarted.get() == seen) && !closed; spin++) {
                pause(spin);
            }
            long present = workersStarted.get();
            seen = workOn() ? present : NONE_SEEN;
        }
    }

    /**
     * Runs jobs of all calls until none is left; false if it stopped earlier because helpers were asked to leave their
     * core.
     */
    private boolean workOn() {
        for (var call : calls) {
            do {
                if (leaving) {
                    return false;
                }
            } while (call.workOnce());
        }
        return true;
    }

    private void pause(int spin) {
        if (spin < spins) {
            Thread.onSpinWait();
        } else {
            LockSupport.park(this);
        }
    }

    /** State of a call of {@link #run}; reused by later calls. */
    private static final class Call {
        private static final int TICKET_SHIFT = 32;

        private final AtomicBoolean claimed = new AtomicBoolean();
        /** High half: number of the call. Low half: number of its unclaimed jobs. One word, so that a claim belongs to one call. */
        private final AtomicLong claims = new AtomicLong();

        private final AtomicInteger pending = new AtomicInteger();
        private volatile Thread caller = Thread.currentThread();
        private volatile Throwable failure;
        // Written before the number of the call is published, and read after a job of that call was claimed.
        private IntConsumer job = index -> {};

        void begin(int count, IntConsumer each) {
            caller = Thread.currentThread();
            failure = null;
            job = each;
            pending.set(count);
            claims.set(((claims.get() >>> TICKET_SHIFT) + 1) << TICKET_SHIFT | count);
        }

        /**
         * Claims a job and runs it.
         *
         * @return whether there was one
         */
        boolean workOnce() {
            long claim = claims.get();
            while ((int) claim > 0) {
                if (claims.compareAndSet(claim, claim - 1)) {
                    try {
                        job.accept((int) claim - 1);
                    } catch (RuntimeException | Error thrown) {
                        failure = thrown;
                    }
                    if (pending.decrementAndGet() == 0) {
                        LockSupport.unpark(caller);
                    }
                    return true;
                }
                claim = claims.get();
            }
            return false;
        }

        void throwFailure() {
            if (failure instanceof Error error) {
                throw error;
            }
            if (failure instanceof RuntimeException exception) {
                throw exception;
            }
        }
    }
}
