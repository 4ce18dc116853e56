package scorescope.ui.background;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;

/**
 * The window's one clock: pulses of the screen, passed on to listeners in the order in which they were added. A
 * listener that has moved nothing for half a second is not called until it is woken; while none is awake no pulses are
 * requested, so that an idle window costs nothing. Confined to the JavaFX thread.
 */
public final class Pulses implements AutoCloseable {
    private static final int IDLE_PULSES = 30;

    private final List<Listener> listeners = new ArrayList<>();
    private Optional<AnimationTimer> timer = Optional.empty();
    private boolean ticking;
    private boolean closed;

    /** A listener to pulses, asleep at first. */
    public final class Listener implements AutoCloseable {
        private final BooleanSupplier onPulse;
        private int idle = IDLE_PULSES + 1;

        private Listener(BooleanSupplier onPulse) {
            this.onPulse = onPulse;
        }

        /** There is, or will soon be, something to show: called at every pulse from now on. */
        public void wake() {
            idle = 0;
            start();
        }

        boolean awake() {
            return idle <= IDLE_PULSES;
        }

        private void pulse() {
            if (awake()) {
                idle = onPulse.getAsBoolean() ? 0 : idle + 1;
            }
        }

        /** Removes the listener. */
        @Override
        public void close() {
            idle = IDLE_PULSES + 1;
            listeners.remove(this);
        }
    }

    /** Work that is done once, some time after it was requested; a further request before then changes nothing. */
    public final class Delay implements AutoCloseable {
        private final long nanos;
        private final Runnable work;
        private final Listener listener;
        private Optional<Long> since = Optional.empty();

        private Delay(long nanos, Runnable work) {
            this.nanos = nanos;
            this.work = work;
            listener = listen(this::pulse);
        }

        /** The work is done at the first pulse after the delay, counted from the first call since it was done last. */
        public void start() {
            if (since.isEmpty()) {
                since = Optional.of(System.nanoTime());
                listener.wake();
            }
        }

        /** The work is not done, if it waits. */
        public void cancel() {
            since = Optional.empty();
        }

        private boolean pulse() {
            if (since.filter(startNanos -> System.nanoTime() - startNanos >= nanos)
                    .isPresent()) {
                since = Optional.empty();
                work.run();
            }
            return since.isPresent();
        }

        @Override
        public void close() {
            cancel();
            listener.close();
        }
    }

    /** @param onPulse called once a pulse while awake; whether anything moves */
    public Listener listen(BooleanSupplier onPulse) {
        var listener = new Listener(onPulse);
        listeners.add(listener);
        return listener;
    }

    /** @param nanos how long {@code work} waits after it was asked for */
    public Delay delay(long nanos, Runnable work) {
        return new Delay(nanos, work);
    }

    boolean ticking() {
        return ticking;
    }

    private void start() {
        if (ticking || closed) {
            return;
        }
        // Made late: an AnimationTimer cannot be made before the toolkit runs.
        var started = timer.orElseGet(() -> new AnimationTimer() {
            @Override
            public void handle(long now) {
                pulse();
            }
        });
        timer = Optional.of(started);
        ticking = true;
        started.start();
    }

    private void pulse() {
        boolean awake = false;
        // A listener may add or close others while it is called.
        for (int i = 0; i < listeners.size(); i++) {
            var listener = listeners.get(i);
            listener.pulse();
            awake |= listener.awake();
        }
        if (!awake) {
            stop();
        }
    }

    private void stop() {
        ticking = false;
        timer.ifPresent(AnimationTimer::stop);
    }

    /** Stops calling listeners. */
    @Override
    public void close() {
        closed = true;
        stop();
    }
}
