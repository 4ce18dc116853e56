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
    private volatile Progress latest = new Progress(Optional.empty(), 0);

    /**
     * How far the work is.
     *
     * @param work the kind of computation that reported last; empty if none did
     * @param share of that computation, from 0 to 1
     */
    public record Progress(Optional<Work> work, double share) {}

    @Override
    public void reached(Work work, double share) {
        // Earlier reports are not shown, and a drag makes thousands in a second.
        if (late()) {
            latest = new Progress(Optional.of(work), share);
        }
    }

    @Override
    public boolean cancelled() {
        return stopped || (overtaken && late());
    }

    /** What to say of the work: nothing until it has taken half a second, or if its result is not wanted any more. */
    public Optional<Progress> progress() {
        return late() && !stopped ? Optional.of(latest) : Optional.empty();
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
