package scorescope.core.sampling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scorescope.core.parameter.Parameters;
import scorescope.core.random.PhiloxNoise;
import scorescope.core.sampling.Diagnostics.Status;
import scorescope.core.sampling.method.Langevin;
import scorescope.core.sampling.method.Mala;
import scorescope.core.sampling.method.UnderdampedLangevin;

class StateTest {
    private static final int PARTICLES = 12;

    /** A copy of positions and carried state, in new arrays, continues bit for bit like the original. */
    @ParameterizedTest
    @MethodSource("scorescope.core.sampling.SamplingRunTest#methods")
    void stepDependsOnPositionsAndCarriedStateAlone(SamplingMethod method) {
        var sampler = SamplingRunTest.sampler(method);
        var noise = new PhiloxNoise(7);
        var state = sampler.init(PARTICLES, method.naturalStart(), noise);
        while (state.diagnostics().status() == Status.RUNNING) {
            var copy = copyOf(state, sampler);
            var continued = sampler.step(copy, noise, unrelated(sampler));
            state = sampler.step(state, noise, unrelated(sampler));
            assertArrayEquals(state.x(), continued.x());
            assertArrayEquals(state.y(), continued.y());
            assertEquals(state.diagnostics(), continued.diagnostics());
            assertEquals(state.level(), continued.level());
        }
    }

    private static State copyOf(State state, Sampler sampler) {
        var blank = unrelated(sampler);
        System.arraycopy(state.x(), 0, blank.x(), 0, PARTICLES);
        System.arraycopy(state.y(), 0, blank.y(), 0, PARTICLES);
        var from = state.carried().arrays();
        var to = blank.carried().arrays();
        assertEquals(from.size(), to.size());
        for (int i = 0; i < from.size(); i++) {
            System.arraycopy(from.get(i), 0, to.get(i), 0, PARTICLES);
        }
        return blank.at(state.step(), state.level(), state.carried().in(blank.carried()), state.diagnostics());
    }

    /** A state with other arrays, filled with NaN. */
    private static State unrelated(Sampler sampler) {
        var state = sampler.begin(new double[PARTICLES], new double[PARTICLES], new PhiloxNoise(99));
        Arrays.fill(state.x(), Double.NaN);
        Arrays.fill(state.y(), Double.NaN);
        state.carried().arrays().forEach(array -> Arrays.fill(array, Double.NaN));
        return state;
    }

    @Test
    void stateOfAnotherMethodIsRefused() {
        var noise = new PhiloxNoise(7);
        var langevin = SamplingRunTest.sampler(Langevin.KIND.create().apply(Parameters.NONE));
        var start = new GaussianStart(0, 0, 1);
        var state = langevin.init(PARTICLES, start, noise);
        var spare = langevin.init(PARTICLES, start, noise);
        for (var kind : List.of(UnderdampedLangevin.KIND, Mala.KIND)) {
            var other = SamplingRunTest.sampler(kind.create().apply(Parameters.NONE));
            var refused = assertThrows(IllegalArgumentException.class, () -> other.step(state, noise, spare));
            assertTrue(refused.getMessage().startsWith("a state with "), refused.getMessage());
        }
    }
}
