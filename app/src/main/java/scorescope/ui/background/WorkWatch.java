package scorescope.ui.background;

import java.util.Optional;
import scorescope.core.Watcher;

/**
 * Watches one piece of background work: how long it takes, how far it is, and whether its result is still wanted. Work that
 * has been overtaken by a newer request is cancelled once it takes longer than {@link #PATIENCE_NANOS}; faster work is
 * finished, so that a person who drags sees its results.
 */
public final class WorkWatch implements Watcher {
    /** Work that takes longer must say how far it is. */
    public static final long PATIENCE_NANOS = 500_000_000L;

    private final long startNanos = System.nanoTime();
    private volatile boolean overtaken;
    private volatile boolean stopped;
    private Optional<Work> work = Optional.empty();
    private double share;

    /**
     * How far the work is.
     *
     * @param work the kind of computation that reported last; empty if none did
     * @param share of that computation, from 0 to 1
     */
    public record Progress(Optional<Work> work, double share) {}

    /** Allocates nothing for a further report of the same work: a drag makes thousands in a second. */
    @Override
    public synchronized void reached(Work reported, double reachedShare) {
        if (work.isEmpty() || work.get() != reported) {
            work = Optional.of(reported);
        }
        share = reachedShare;
    }

    @Override
    public boolean cancelled() {
        return stopped || (overtaken && late());
    }

    /** What to say of the work: nothing until it has taken half a second, or if its result is not wanted any more. */
    public synchronized Optional<Progress> progress() {
        return late() && !stopped ? Optional.of(new Progress(work, share)) : Optional.empty();
    }

    private boolean late() {
        return System.nanoTime() - startNanos > PATIENCE_NANOS;
    }

    /** A newer request waits. */
    void overtake() {
        overtaken = true;
    }

    /** The result is not wanted any more. */
    public void stop() {
        stopped = true;
    }

    boolean stopped() {
        return stopped;
    }
}
