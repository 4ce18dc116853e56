package scorescope.core.sampling.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import scorescope.core.BadInputException;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.noise.VarianceExploding;
import scorescope.core.noise.VariancePreserving;

class TimeGridTest {
    private static final NoiseProcess EXPLODING = new VarianceExploding(0.01, 10);
    private static final NoiseProcess PRESERVING = new VariancePreserving(0.1, 20);

    @ParameterizedTest
    @EnumSource(TimeGrid.class)
    void runsFromEndToEndAndBackAgain(TimeGrid grid) {
        for (var process : new NoiseProcess[] {EXPLODING, PRESERVING}) {
            var down = grid.times(process, 1, 0.001, 40);
            var up = grid.times(process, 0.001, 1, 40);
            assertEquals(41, down.length);
            assertEquals(1, down[0]);
            assertEquals(0.001, down[40]);
            for (int i = 0; i < 40; i++) {
                assertTrue(down[i + 1] < down[i], grid + " falls at " + i);
                assertEquals(down[i], up[40 - i], 1e-9);
            }
        }
    }

    @Test
    void logSnrStepsAreEqual() {
        var times = TimeGrid.LOG_SNR.times(PRESERVING, 1, 0.001, 20);
        double step = PRESERVING.at(times[1]).logSnr() - PRESERVING.at(times[0]).logSnr();
        for (int i = 1; i < 20; i++) {
            assertEquals(
                    step,
                    PRESERVING.at(times[i + 1]).logSnr()
                            - PRESERVING.at(times[i]).logSnr(),
                    1e-9);
        }
    }

    @Test
    void karrasStepsAreEqualInTheSeventhRoot() {
        var times = TimeGrid.KARRAS.times(EXPLODING, 1, 0.001, 20);
        double first = Math.pow(EXPLODING.sigma(1), 1 / 7.0);
        double last = Math.pow(EXPLODING.sigma(0.001), 1 / 7.0);
        for (int i = 0; i <= 20; i++) {
            double expected = Math.pow(first + i / 20.0 * (last - first), 7);
            assertEquals(1, EXPLODING.sigma(times[i]) / expected, 1e-9);
        }
    }

    @Test
    void logStepsShareOneFactor() {
        var times = TimeGrid.LOG.times(EXPLODING, 1, 0.001, 3);
        assertEquals(0.1, times[1], 1e-12);
        assertEquals(0.01, times[2], 1e-12);
    }

    @Test
    void timeZeroIsOutOfReachOfALogarithm() {
        assertThrows(BadInputException.class, () -> TimeGrid.LOG.times(EXPLODING, 1, 0, 3));
        assertThrows(BadInputException.class, () -> TimeGrid.LOG_SNR.times(PRESERVING, 1, 0, 3));
        assertEquals(0, TimeGrid.UNIFORM.times(PRESERVING, 1, 0, 3)[3]);
    }
}
