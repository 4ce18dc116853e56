package scorescope.core.sampling.history;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.sampling.Diagnostics;
import scorescope.core.sampling.State;

class ParticleHistoryTest {
    /** All particles at x = step. */
    private static State state(int step, int particles) {
        var x = new double[particles];
        java.util.Arrays.fill(x, step);
        return State.initial(NoiseLevel.plain(1), x, new double[particles])
                .at(step, NoiseLevel.plain(1), Diagnostics.INITIAL);
    }

    private static ParticleHistory through(int particles, int steps) {
        var history = ParticleHistory.from(state(0, particles));
        for (int step = 0; step <= steps; step++) {
            history.pass(state(step, particles));
        }
        return history;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 64, 65, 200, 500, 1000})
    void isToldInFewEvenMarksFromTheStartToJustBefore(int step) {
        var marks = through(3, 1000).past(step, 1000).marks();
        assertEquals(0, marks.getFirst().step());
        assertTrue(marks.size() <= 64 && marks.size() >= Math.min(step, 32), marks.size() + " marks");
        int distance = marks.size() > 1 ? marks.get(1).step() : 1;
        for (int i = 0; i < marks.size(); i++) {
            assertEquals(i * distance, marks.get(i).step());
            assertEquals(marks.get(i).step(), marks.get(i).x()[2]);
        }
        assertTrue(marks.getLast().step() < step && marks.getLast().step() >= step - distance);
    }

    /** The history at a step does not depend on whether later steps were computed before. */
    @Test
    void doesNotDependOnHowFarTheRunHasBeen() {
        var farther = through(3, 1000).past(150, 1000).marks();
        var first = through(3, 149).past(150, 1000).marks();
        assertEquals(
                first.stream().map(ParticleHistory.Mark::step).toList(),
                farther.stream().map(ParticleHistory.Mark::step).toList());
    }

    @Test
    void ofManyParticlesOnlyTheStartIsRemembered() {
        var history = through(ParticleHistory.MOST_FOLLOWED + 1, 20);
        assertEquals(List.of(), history.past(20, 20).marks());
        assertEquals(ParticleHistory.MOST_FOLLOWED + 1, history.past(20, 20).startX().length);
    }

    @Test
    void goesOnFromTheSameStartWithoutOldMarks() {
        var on = through(3, 20).goingOn();
        assertEquals(List.of(), on.past(20, 20).marks());
        assertArrayEquals(new double[3], on.past(20, 20).startX());
    }
}
