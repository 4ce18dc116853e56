package scorescope.core.training;

import java.util.concurrent.locks.LockSupport;

/**
 * Number of training workers, and their pauses between steps. During a drag one worker trains instead of two and pauses
 * after each step, longer if frames are late, so that drawing has priority over training. The weights do not depend on it.
 *
 * <p>The window's thread reports drags and frames; the training thread reads the number of workers and the pauses.
 */
final class Governor {
    /**
     * Shortest pause during a drag, in durations of the previous step: one worker then uses a quarter of a core. With a
     * pause of 2 ms instead, every fifth frame of a drag came late on two cores.
     */
    private static final double LEAST_REST = 3;

    /** Longest pause, in durations of the previous step: about one step in twelve frames. */
    private static final double MOST_REST = 24;

    /** Interval between frames above which a frame counts as late: 1.5 intervals of a 60 Hz screen. */
    private static final long LATE_NANOS = 25_000_000;

    private static final double LONGER = 1.5;
    private static final double SHORTER = 0.99;

    private volatile boolean yielding;
    private volatile double rest = LEAST_REST;

    void yieldCore(boolean yield) {
        yielding = yield;
    }

    /** Reports that a frame came {@code nanos} after the previous one during a drag. */
    void frameTook(long nanos) {
        rest = nanos > LATE_NANOS ? Math.min(MOST_REST, rest * LONGER) : Math.max(LEAST_REST, rest * SHORTER);
    }

    boolean yielding() {
        return yielding;
    }

    int workers() {
        return yielding ? 1 : 2;
    }

    /** Pause after a step of {@code stepNanos}, in nanoseconds. */
    long restAfter(long stepNanos) {
        return yielding ? (long) (rest * stepNanos) : 0;
    }

    /** Pauses the calling thread after a step during a drag. */
    void rest(long stepNanos) {
        long nanos = restAfter(stepNanos);
        if (nanos > 0) {
            LockSupport.parkNanos(nanos);
        }
    }
}
