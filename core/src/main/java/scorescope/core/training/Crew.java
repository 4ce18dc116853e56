package scorescope.core.training;

import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

/**
 * Two jobs a step, done by the calling thread alone or beside a helper thread. Hand-over is by spinning for some
 * microseconds, then parking: a step lasts a few milliseconds, a wake-up from a queue would cost a visible part.
 */
final class Crew implements AutoCloseable {
    private static final int SPINS = 2_000;

    private final LongConsumer first;
    private final LongConsumer second;
    private final Thread helper;
    private volatile long asked;
    private volatile long done;
    private volatile Throwable failure;
    private volatile Thread caller;
    private volatile boolean closed;

    /** @param first and {@code second} take the step's number; they touch nothing in common but what they read */
    Crew(LongConsumer first, LongConsumer second) {
        this.first = first;
        this.second = second;
        this.caller = Thread.currentThread();
        this.helper = Thread.ofPlatform().daemon().name("training-helper").unstarted(this::help);
    }

    /** Both jobs of {@code step} (from 1, rising), by one worker or two; the results are the same. */
    void run(long step, int workers) {
        if (workers == 1) {
            first.accept(step);
            second.accept(step);
            return;
        }
        if (helper.getState() == Thread.State.NEW) {
            helper.start();
        }
        caller = Thread.currentThread();
        asked = step;
        LockSupport.unpark(helper);
        first.accept(step);
        for (int spin = 0; done != step; spin++) {
            pause(spin);
        }
        if (failure != null) {
            throw new IllegalStateException("half of a training step failed", failure);
        }
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(helper);
    }

    private void help() {
        long finished = 0;
        while (!closed) {
            for (int spin = 0; asked == finished && !closed; spin++) {
                pause(spin);
            }
            long step = asked;
            if (step != finished && !closed) {
                try {
                    second.accept(step);
                } catch (RuntimeException | Error thrown) {
                    failure = thrown;
                }
                finished = step;
                done = step;
                LockSupport.unpark(caller);
            }
        }
    }

    private void pause(int spin) {
        if (spin < SPINS) {
            Thread.onSpinWait();
        } else {
            LockSupport.park(this);
        }
    }
}
