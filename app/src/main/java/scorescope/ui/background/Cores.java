package scorescope.ui.background;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import scorescope.core.parallel.SpinPool;

/**
 * Distributes the processor's cores: it knows every worker of the window, decides which of them yields, and binds the
 * thread pool that each may use. During a drag, training leaves one core free (and pauses longer if pictures are late),
 * work that is not drawn at once continues on its own thread only, and work whose result is not urgent is not begun.
 * Results do not depend on the distribution. Thread-safe.
 */
public final class Cores {
    /** What the window does in the background. */
    public enum Work {
        STAGE("stage", Turn.DRAWN),
        STUDY("study", Turn.DRAWN),
        POINTER("pointer", Turn.DRAWN),
        FILM_STRIP("film strip", Turn.DRAWN),
        LISTENING("listening", Turn.PLAYED),
        SAMPLING("sampling", Turn.PLAYED),
        FIGURE("figure", Turn.ASIDE),
        FILES("files", Turn.ASIDE),
        MEASURES("measures", Turn.LATER),
        ERROR("error", Turn.LATER),
        THUMBNAILS("thumbnails", Turn.LATER);

        private final String title;
        private final Turn turn;

        Work(String title, Turn turn) {
            this.title = title;
            this.turn = turn;
        }

        String threadName() {
            return "scorescope-" + title;
        }
    }

    /** How work is treated during a drag. */
    private enum Turn {
        /** Its result follows the pointer: it has all cores. */
        DRAWN,
        /** Steps between pictures, beside the drawing: it has all cores, in a pool of its own. */
        PLAYED,
        /** It continues on its own thread only. */
        ASIDE,
        /** As {@link #ASIDE}, and it is not begun. */
        LATER
    }

    /** Training runs continuously, so it must leave a core free on request. */
    public interface Training {
        /** Whether to work on one core, with rests, instead of on all. */
        void yieldCore(boolean yield);

        /** While it yields: a picture came {@code nanos} nanoseconds after the one before it. */
        void frameTook(long nanos);
    }

    private final Map<Work, Integer> working = new EnumMap<>(Work.class);
    private final SpinPool drawing = SpinPool.ofAllCores();
    private final SpinPool playing = SpinPool.ofAllCores();
    private final SpinPool aside = SpinPool.ofAllCores();
    private Optional<Training> training = Optional.empty();
    private boolean dragging;
    private boolean closed;

    /** Called when a drag begins or ends. */
    public synchronized void dragging(boolean now) {
        dragging = now;
        aside.leaveCore(now);
        training.ifPresent(worker -> worker.yieldCore(now));
        notifyAll();
    }

    /** The training that works from now on; empty if there is none. */
    public synchronized void training(Optional<Training> next) {
        training = next;
        training.ifPresent(worker -> worker.yieldCore(dragging));
    }

    /** A picture of the stage came {@code nanos} after the one before it. */
    public synchronized void frameTook(long nanos) {
        if (dragging) {
            training.ifPresent(worker -> worker.frameTook(nanos));
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
            return pool(kind).during(task::get);
        } finally {
            leave(kind);
        }
    }

    private SpinPool pool(Work kind) {
        return switch (kind.turn) {
            case DRAWN -> drawing;
            case PLAYED -> playing;
            case ASIDE, LATER -> aside;
        };
    }

    private synchronized void enter(Work kind) {
        boolean interrupted = false;
        while (kind.turn == Turn.LATER && dragging && !closed && !interrupted) {
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

    /** Releases all threads that wait for their turn. */
    synchronized void close() {
        closed = true;
        List.of(drawing, playing, aside).forEach(SpinPool::close);
        notifyAll();
    }
}
