package scorescope.ui.background;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;
import scorescope.ui.stage.JavaFx;

class IdleAnimationTimerTest {
    private static final int UNTIL_REST = 31;

    private final AtomicInteger pulses = new AtomicInteger();
    private final AtomicInteger movements = new AtomicInteger();
    private final IdleAnimationTimer clock = new IdleAnimationTimer(() -> {
        pulses.incrementAndGet();
        return movements.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    });

    private void wakeAndAwaitRest() throws Exception {
        var woken = new FutureTask<>(clock::wake, null);
        Platform.runLater(woken);
        woken.get(20, TimeUnit.SECONDS);
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> {
            var ticking = new FutureTask<>(clock::ticking);
            Platform.runLater(ticking);
            return !ticking.get(20, TimeUnit.SECONDS);
        });
    }

    @Test
    void itTicksWhileSomethingMovesThenStandsUntilItIsWoken() throws Exception {
        JavaFx.start();
        assertFalse(clock.ticking(), "nothing to show yet");
        movements.set(5);
        wakeAndAwaitRest();
        assertEquals(5 + UNTIL_REST, pulses.get());
        wakeAndAwaitRest();
        assertEquals(5 + 2 * UNTIL_REST, pulses.get());
    }
}
