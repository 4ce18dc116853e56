package scorescope.core.training;

import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/**
 * Two jobs at a time, done by the calling thread alone or beside a helper thread. Hand-over is by spinning for some
 * microseconds, then parking: a step lasts a few milliseconds or less, a wake-up from a queue would cost a visible part.
 */
final class Crew implements AutoCloseable {
    private static final int SPINS = 20_000;

    private final IntConsumer first;
    private final IntConsumer second;
    private final Thread helper;
    private int phase;
    private long ticket;
    private volatile long asked;
    private volatile long done;
    private volatile Throwable failure;
    private volatile Thread caller;
    private volatile boolean closed;

    /** @param first and {@code second} take the phase's number; they touch nothing in common but what they read */
    Crew(IntConsumer first, IntConsumer second) {
        this.first = first;
        this.second = second;
        this.caller = Thread.currentThread();
        this.helper = Thread.ofPlatform().daemon().name("training-helper").unstarted(this::help);
    }

    /** Both jobs of {@code phase}, by one worker or two; the results are the same. */
    void run(int nextPhase, int workers) {
        if (workers == 1) {
            first.accept(nextPhase);
            second.accept(nextPhase);
            return;
        }
        if (helper.getState() == Thread.State.NEW) {
            helper.start();
        }
        caller = Thread.currentThread();
        phase = nextPhase;
        ticket++;
        asked = ticket;
        LockSupport.unpark(helper);
        first.accept(nextPhase);
        for (int spin = 0; done != ticket; spin++) {
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
            long next = asked;
            if (next != finished && !closed) {
                try {
                    second.accept(phase);
                } catch (RuntimeException | Error thrown) {
                    failure = thrown;
                }
                finished = next;
                done = next;
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
