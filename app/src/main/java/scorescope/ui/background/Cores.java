package scorescope.ui.background;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The owner of the processor's cores: it knows every worker of the window and decides which of them yields. While a person drags,
 * training leaves a core (and rests longer when pictures come late), and work whose result is not waited for is not begun. What is
 * computed does not depend on it. All methods may be called from any thread.
 */
public final class Cores {
    /** What the window does in the background. */
    public enum Work {
        STAGE("stage", false),
        STUDY("study", false),
        POINTER("pointer", false),
        SAMPLING("sampling", false),
        FILM_STRIP("film strip", false),
        FIGURE("figure", false),
        FILES("files", false),
        MEASURES("measures", true),
        ERROR("error", true),
        THUMBNAILS("thumbnails", true);

        private final String title;
        private final boolean yields;

        Work(String title, boolean yields) {
            this.title = title;
            this.yields = yields;
        }

        String threadName() {
            return "scorescope-" + title;
        }
    }

    /** Training works all the time: it is asked to leave a core. */
    public interface Training {
        /** Whether to work on one core, with rests, instead of on all. */
        void yieldCore(boolean yield);

        /** While it yields: a picture came {@code nanos} nanoseconds after the one before it. */
        void frameTook(long nanos);
    }

    private final Map<Work, Integer> working = new EnumMap<>(Work.class);
    private Optional<Training> training = Optional.empty();
    private boolean dragging;
    private boolean closed;

    /** A person drags, or has let go. */
    public synchronized void dragging(boolean now) {
        dragging = now;
        training.ifPresent(told -> told.yieldCore(now));
        notifyAll();
    }

    /** The training that works from now on; empty if there is none. */
    public synchronized void training(Optional<Training> next) {
        training = next;
        training.ifPresent(told -> told.yieldCore(dragging));
    }

    /** A picture of the stage came {@code nanos} after the one before it. */
    public synchronized void frameTook(long nanos) {
        if (dragging) {
            training.ifPresent(told -> told.frameTook(nanos));
        }
    }

    /** What is worked on at present, training excepted. */
    public synchronized Set<Work> busy() {
        return Set.copyOf(working.keySet());
    }

    /** Does {@code task} on the calling thread, as soon as it is its turn. */
    public <T> T run(Work kind, Supplier<T> task) {
        enter(kind);
        try {
            return task.get();
        } finally {
            leave(kind);
        }
    }

    private synchronized void enter(Work kind) {
        boolean interrupted = false;
        while (kind.yields && dragging && !closed && !interrupted) {
            try {
                wait();
            } catch (InterruptedException stopped) {
                interrupted = true;
            }
        }
        working.merge(kind, 1, Integer::sum);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void leave(Work kind) {
        working.computeIfPresent(kind, (_, count) -> count == 1 ? null : count - 1);
    }

    /** Ends all waiting for a turn. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }
}
