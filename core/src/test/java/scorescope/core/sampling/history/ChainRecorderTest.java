package scorescope.core.sampling.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.sampling.Diagnostics;
import scorescope.core.sampling.State;

class ChainRecorderTest {
    private static final int STEPS = 40;

    private static ChainRecorder recorded(int until, IntToDoubleFunction sigma, boolean moving) {
        var recorder = new ChainRecorder(STEPS, 100);
        for (int step = 0; step <= until; step++) {
            var x = new double[100];
            int now = step;
            Arrays.setAll(x, i -> moving ? i + now : i);
            var level = NoiseLevel.plain(sigma.applyAsDouble(step));
            recorder.add(State.initial(level, x, x).at(step, level, Diagnostics.INITIAL));
        }
        return recorder;
    }

    @Test
    void theSecondHalfOfSomeChainsIsRecorded() {
        var chains = recorded(STEPS, _ -> 1, true).statistics().orElseThrow().chains();
        assertEquals(64, chains.length);
        assertEquals(STEPS / 2, chains[0].length);
        assertEquals(3 + 21, chains[3][0]);
        assertEquals(3 + STEPS, chains[3][STEPS / 2 - 1]);
    }

    @Test
    void particlesThatChangeTheirNoiseLevelAreNoChains() {
        assertTrue(recorded(STEPS, step -> 100 - step, true).statistics().isEmpty());
    }

    @Test
    void aRunThatEndedEarlyOrStandsStillHasNoStatistics() {
        assertTrue(recorded(STEPS - 1, _ -> 1, true).statistics().isEmpty());
        assertTrue(recorded(STEPS, _ -> 1, false).statistics().isEmpty());
        assertTrue(recorded(5, _ -> 1, true).statistics().isEmpty());
    }
}
