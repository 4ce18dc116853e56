package scorescope.ui.background;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;
import scorescope.ui.stage.OnToolkit;

@OnToolkit
class PulsesTest {
    private static final int UNTIL_REST = 31;

    private final AtomicInteger pulses = new AtomicInteger();
    private final AtomicInteger movements = new AtomicInteger();
    private final Pulses clock = new Pulses();
    private final Pulses.Listener listener = clock.listen(() -> {
        pulses.incrementAndGet();
        return movements.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    });

    private void wakeAndAwaitRest() throws Exception {
        var woken = new FutureTask<>(listener::wake, null);
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
        assertFalse(clock.ticking(), "nothing to show yet");
        movements.set(5);
        wakeAndAwaitRest();
        assertEquals(5 + UNTIL_REST, pulses.get());
        wakeAndAwaitRest();
        assertEquals(5 + 2 * UNTIL_REST, pulses.get());
    }

    /** An idle listener is not called while another is active. */
    @Test
    void whoMovesNothingIsNotCalledWhileAnotherMoves() throws Exception {
        var other = new AtomicInteger();
        var busy = clock.listen(() -> other.incrementAndGet() < 200);
        var woken = new FutureTask<>(
                () -> {
                    listener.wake();
                    busy.wake();
                },
                null);
        Platform.runLater(woken);
        woken.get(20, TimeUnit.SECONDS);
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> other.get() >= 200);
        assertEquals(UNTIL_REST, pulses.get());
    }

    @Test
    void delayedWorkIsDoneOnceHoweverOftenItIsAskedFor() throws Exception {
        var done = new AtomicInteger();
        var delay = clock.delay(40_000_000L, done::incrementAndGet);
        long startNanos = System.nanoTime();
        var waiting = new FutureTask<>(
                () -> {
                    delay.start();
                    delay.start();
                },
                null);
        Platform.runLater(waiting);
        waiting.get(20, TimeUnit.SECONDS);
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> done.get() > 0);
        assertTrue(System.nanoTime() - startNanos >= 40_000_000L);
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> {
            var ticking = new FutureTask<>(clock::ticking);
            Platform.runLater(ticking);
            return !ticking.get(20, TimeUnit.SECONDS);
        });
        assertEquals(1, done.get());
    }
}
