package scorescope.core.training;

import java.util.concurrent.locks.LockSupport;

/**
 * Takes a core away from training while a person drags, and gives it back: one worker instead of two, which rests
 * after each step. It rests longer while pictures come late, so that a slow or busy machine trains more slowly rather
 * than showing a drag that stutters. What is learned stays the same to the last bit.
 *
 * <p>One thread tells of the person and the pictures, another trains.
 */
final class Governor {
    /**
     * The least rest while a person drags, in lengths of the step before it: the worker left takes a quarter of a core.
     * With a rest of 2 ms instead, every fifth frame of a drag came late on two cores.
     */
    private static final double LEAST_REST = 3;

    /** Enough for one step in a dozen pictures, and training still seen to go on. */
    private static final double MOST_REST = 24;

    /** Longer than one interval of a 60 Hz screen, and half of the next. */
    private static final long LATE_NANOS = 25_000_000;

    private static final double LONGER = 1.5;
    private static final double SHORTER = 0.99;

    private volatile boolean yielding;
    private volatile double rest = LEAST_REST;

    void yieldCore(boolean yield) {
        yielding = yield;
    }

    /** A picture came {@code nanos} after the one before it, while a person drags. */
    void frameTook(long nanos) {
        rest = nanos > LATE_NANOS ? Math.min(MOST_REST, rest * LONGER) : Math.max(LEAST_REST, rest * SHORTER);
    }

    boolean yielding() {
        return yielding;
    }

    int workers() {
        return yielding ? 1 : 2;
    }

    /** How long to rest after a step of {@code stepNanos}. */
    long restAfter(long stepNanos) {
        return yielding ? (long) (rest * stepNanos) : 0;
    }

    /** Rests after a step, if a person drags. */
    void rest(long stepNanos) {
        long nanos = restAfter(stepNanos);
        if (nanos > 0) {
            LockSupport.parkNanos(nanos);
        }
    }
}
