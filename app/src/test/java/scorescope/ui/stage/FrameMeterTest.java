package scorescope.ui.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FrameMeterTest {
    private static final long MS = 1_000_000L;
    private final FrameMeter meter = new FrameMeter(1000);

    @Test
    void percentilesAreThoseOfTheIntervals() {
        meter.start();
        long now = 1;
        for (int i = 0; i <= 100; i++) {
            meter.pulsed(now, true);
            meter.shown(now, now - 5 * MS);
            now += (i + 1) * MS;
        }
        var figures = meter.figures();
        assertEquals(100, figures.frames().count());
        assertEquals(50, figures.frames().p50());
        assertEquals(95, figures.frames().p95());
        assertEquals(99, figures.frames().p99());
        assertEquals(100, figures.frames().max());
        assertEquals(0.33, figures.frames().within33());
        assertEquals(5, figures.latencies().p95());
    }

    @Test
    void restBetweenTwoMovementsIsNotALongFrame() {
        meter.start();
        meter.shown(10 * MS, 9 * MS);
        for (int i = 1; i < 60; i++) {
            meter.pulsed((10 + 16 * i) * MS, false);
        }
        meter.shown(1000 * MS, 999 * MS);
        meter.shown(1016 * MS, 1015 * MS);
        assertEquals(1, meter.figures().frames().count());
        assertEquals(16, meter.figures().frames().max());
    }

    @Test
    void hangingWindowIsALongFrame() {
        meter.start();
        meter.pulsed(10 * MS, true);
        meter.shown(10 * MS, 9 * MS);
        meter.pulsed(900 * MS, true);
        meter.shown(900 * MS, 20 * MS);
        assertEquals(890, meter.figures().frames().max());
        assertEquals(880, meter.figures().latencies().max());
    }

    @Test
    void nothingIsCountedBeforeTheStartAndAfterTheStop() {
        meter.shown(1, 0);
        meter.start();
        meter.stop();
        meter.shown(2, 0);
        meter.shown(3, 0);
        assertEquals(0, meter.figures().frames().count());
        assertEquals(0, meter.figures().frames().p95());
    }
}
