package scorescope.core.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class StepRateTest {
    private static final long SECOND = 1_000_000_000;

    private final StepRate rate = new StepRate();

    @Test
    void firstMeasurementHoldsForASecond() {
        rate.begin(100, 7);
        assertEquals(0, rate.perSecond());
        rate.measure(110, 7 + SECOND / 10);
        assertEquals(100, rate.perSecond(), 1e-9);
        rate.measure(190, 7 + SECOND / 2);
        assertEquals(100, rate.perSecond(), 1e-9);
        rate.measure(700, 7 + 2 * SECOND);
        assertEquals(300, rate.perSecond(), 1e-9);
    }

    /** Each second is measured on its own. */
    @Test
    void eachSecondIsMeasuredByItself() {
        rate.begin(0, 0);
        rate.measure(10, 2 * SECOND);
        rate.measure(10 + 400, 4 * SECOND);
        assertEquals(200, rate.perSecond(), 1e-9);
    }

    /** A clock may show the same time twice. */
    @Test
    void noRateIsMeasuredInNoTime() {
        rate.begin(0, 5);
        rate.measure(3, 5);
        assertEquals(0, rate.perSecond());
    }

    @Test
    void beginningForgets() {
        rate.begin(0, 0);
        rate.measure(10, 2 * SECOND);
        rate.begin(10, 5 * SECOND);
        assertEquals(0, rate.perSecond());
    }
}
