package scorescope.ui.background;

import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;

/**
 * The pulses of the screen, listened to only while there is something to show: after half a second in which nothing moved
 * the clock stands until somebody wakes it, so that a window at rest costs nothing. Belongs to the JavaFX thread.
 */
public final class IdleAnimationTimer implements AutoCloseable {
    private static final int IDLE_PULSES = 30;

    private final AnimationTimer timer;
    private boolean ticking;
    private int idlePulses;

    /** @param pulse called once a pulse; whether anything moves */
    public IdleAnimationTimer(BooleanSupplier pulse) {
        timer = new AnimationTimer() {
            @Override
            public void handle(long now) {
                idlePulses = pulse.getAsBoolean() ? 0 : idlePulses + 1;
                if (idlePulses > IDLE_PULSES) {
                    close();
                }
            }
        };
    }

    /** There is, or will soon be, something to show. */
    public void wake() {
        idlePulses = 0;
        if (!ticking) {
            ticking = true;
            timer.start();
        }
    }

    boolean ticking() {
        return ticking;
    }

    /** Stands until it is woken. */
    @Override
    public void close() {
        ticking = false;
        timer.stop();
    }
}
