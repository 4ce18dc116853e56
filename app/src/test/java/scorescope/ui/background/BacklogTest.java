package scorescope.ui.background;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BacklogTest {
    private final Backlog backlog = new Backlog();

    /** Pulses, with w where a picture waits; and whether drawing is behind at each. */
    @ParameterizedTest
    @CsvSource({"......, ......", "w.w.w., ......", "ww.www, .b..bb", "wwww.w, .bbb.."})
    void twoPulsesInARowAreBehindAndOneIsLate(String waiting, String behind) {
        var found = new StringBuilder();
        for (int i = 0; i < waiting.length(); i++) {
            backlog.pulse(waiting.charAt(i) == 'w');
            found.append(backlog.behind() ? 'b' : '.');
        }
        assertEquals(behind, found.toString());
    }

    /** The picture being drawn does not count as waiting; the next one does. */
    @Test
    void aPictureWaitsWhileAnotherIsDrawn() throws InterruptedException {
        var drawing = new Semaphore(0);
        var drawn = new Semaphore(0);
        var started = new Semaphore(0);
        try (var renderer = new ConflatingWorker<String, StringBuilder>(
                "test",
                StringBuilder::new,
                (request, picture) -> {
                    started.release();
                    drawing.acquireUninterruptibly();
                },
                drawn::release,
                problem -> {})) {
            renderer.request("one");
            started.acquire();
            pulse(renderer);
            pulse(renderer);
            assertFalse(backlog.behind());
            renderer.request("another");
            pulse(renderer);
            pulse(renderer);
            assertTrue(backlog.behind());
            drawing.release();
            drawn.acquire();
            started.acquire();
            pulse(renderer);
            assertFalse(backlog.behind(), "it is being drawn now");
            drawing.release();
        }
    }

    private void pulse(ConflatingWorker<?, ?> renderer) {
        backlog.pulse(renderer.waiting());
    }
}
