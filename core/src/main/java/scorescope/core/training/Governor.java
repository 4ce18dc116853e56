package scorescope.core.training;

import java.util.concurrent.locks.LockSupport;

/**
 * Number of training workers and rests between steps. While a person drags, one worker trains instead of two and rests after
 * each step, longer if frames come late, so that frames have priority over training. Weights do not depend on it.
 *
 * <p>The window's thread reports drags and frames; the training thread asks for workers and rests.
 */
final class Governor {
    /**
     * Shortest rest during a drag, in durations of the step before: one worker then uses a quarter of a core.
     * With a rest of 2 ms instead, every fifth frame of a drag came late on two cores.
     */
    private static final double LEAST_REST = 3;

    /** Longest rest: about one step in twelve frames. */
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

    /** A frame came {@code nanos} after the one before it during a drag. */
    void frameTook(long nanos) {
        rest = nanos > LATE_NANOS ? Math.min(MOST_REST, rest * LONGER) : Math.max(LEAST_REST, rest * SHORTER);
    }

    boolean yielding() {
        return yielding;
    }

    int workers() {
        return yielding ? 1 : 2;
    }

    /** Nanoseconds to rest after a step of {@code stepNanos}. */
    long restAfter(long stepNanos) {
        return yielding ? (long) (rest * stepNanos) : 0;
    }

    /** Rests after a step during a drag. */
    void rest(long stepNanos) {
        long nanos = restAfter(stepNanos);
        if (nanos > 0) {
            LockSupport.parkNanos(nanos);
        }
    }
}
