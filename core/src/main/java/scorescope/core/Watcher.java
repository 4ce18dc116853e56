package scorescope.core;

import java.util.concurrent.CancellationException;

/**
 * Receives the progress of long work, and can cancel it. Methods may be called by several threads at once.
 *
 * <p>Work that can take more than half a second looks up {@link #current()} once, when it begins, and reports to it. A
 * window or a command binds its watcher with {@link #during} around whatever it computes, so that it need not be passed
 * through the calls in between.
 */
public interface Watcher {
    /** Kinds of work that may take long. */
    enum Work {
        CRITICAL_POINTS("critical-points"),
        TRANSPORT("transport"),
        LIKELIHOOD("likelihood"),
        FIT("fit"),
        DENSITY("density"),
        SCORE("score"),
        DISTANCE("distance"),
        SAMPLING("sampling"),
        TRAINING("training"),
        ANIMATION("animation");

        private final String id;

        Work(String id) {
            this.id = id;
        }

        /** Name of the kind in message bundles, as in {@code figure.progress.critical-points}. */
        public String id() {
            return id;
        }
    }

    /** Ignores progress and never cancels. */
    Watcher NONE = new Watcher() {};

    /** The watcher bound by the innermost {@link #during} around the caller, or {@link #NONE}. */
    static Watcher current() {
        return CurrentWatcher.VALUE.orElse(NONE);
    }

    /**
     * Reports that a share of the work is done.
     *
     * @param share from 0 to 1, not falling; 1 at the end
     */
    default void reached(Work work, double share) {}

    /** Whether the result is not wanted any more. */
    default boolean cancelled() {
        return false;
    }

    /** @throws CancellationException if the result is not wanted any more */
    default void requireWanted() {
        if (cancelled()) {
            throw new CancellationException("the result is not wanted any more");
        }
    }

    /** {@link #reached} and {@link #requireWanted} in one call. */
    default void step(Work work, double share) {
        requireWanted();
        reached(work, share);
    }

    /** A counter of completed parts, for work shared by several threads. */
    default Count counting(Work work, long parts) {
        return new Count(this, work, parts);
    }

    /**
     * Number of completed parts of a work. Threads check {@link #goesOn} and {@link #add} their completed parts; the thread
     * that began the work calls {@link #end} after all have returned.
     */
    final class Count {
        private final Watcher watcher;
        private final Work work;
        private final long parts;
        private long done;

        private Count(Watcher watcher, Work work, long parts) {
            this.watcher = watcher;
            this.work = work;
            this.parts = parts;
        }

        public boolean goesOn() {
            return !watcher.cancelled();
        }

        /** @throws CancellationException if the result is not wanted any more */
        public void requireWanted() {
            watcher.requireWanted();
        }

        public synchronized void add(long more) {
            done += more;
            if (done < parts) {
                watcher.reached(work, (double) done / parts);
            }
        }

        /** @throws CancellationException if the result is not wanted any more, so that parts are missing */
        public void end() {
            watcher.requireWanted();
            watcher.reached(work, 1);
        }
    }

    /**
     * Runs {@code work} with this as the current watcher of the calling thread.
     *
     * @throws X what the work throws
     */
    default <R, X extends Throwable> R during(ScopedValue.CallableOp<R, X> work) throws X {
        return ScopedValue.where(CurrentWatcher.VALUE, this).call(work);
    }
}
