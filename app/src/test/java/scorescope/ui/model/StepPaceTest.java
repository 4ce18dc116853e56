package scorescope.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StepPaceTest {
    private static final long SECOND = 1_000_000_000L;

    private static int[] steps(int pulses, double hertz, double jitter, double perSecond) {
        var pace = new StepPace();
        var random = new SplittableRandom(3);
        return IntStream.range(0, pulses)
                .map(i -> pace.pulse(
                        SECOND + (long) ((i + random.nextDouble(-jitter, jitter)) * SECOND / hertz), perSecond))
                .toArray();
    }

    /** With equal rates of screen and sampler every pulse has one step, even if some pulses are late. */
    @Test
    void sixtyStepsOnASixtyHertzScreenAreOneAPulse() {
        int[] steps = steps(3600, 60, 0.35, 60);
        long others = IntStream.of(steps).filter(n -> n != 1).count();
        assertEquals(0, others, others + " pulses of 3600 without a step or with two");
    }

    @Test
    void slowFastAndOtherScreensKeepThePace() {
        for (double hertz : new double[] {48, 60, 75, 144}) {
            for (double perSecond : new double[] {6, 30, 60, 240, 960}) {
                int[] steps = steps((int) (100 * hertz), hertz, 0.1, perSecond);
                assertEquals(100 * perSecond, IntStream.of(steps).sum(), 2 + 12 * perSecond, hertz + " Hz");
            }
        }
    }

    /** Otherwise an overload would grow. */
    @Test
    void lateAndLostPulsesBringNoMoreSteps() {
        int[] steps = steps(200, 20, 0.2, 60);
        assertTrue(IntStream.of(steps).allMatch(n -> n <= 2), "more than two steps at a pulse");
        assertEquals(200, IntStream.of(steps).sum(), 5);
    }
}
