package scorescope.ui.presenter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** With reduced motion the presenter's means jump; without, they glide. */
class ReducedMotionTest {
    @Test
    void breathingJumpsBetweenFiveLevels() {
        var jumped = new TreeSet<Double>();
        double largest = 0;
        for (int i = 0; i < 2000; i++) {
            jumped.add(Breathing.position(i / 1000.0, true));
            double move = Breathing.position((i + 1) / 1000.0, false) - Breathing.position(i / 1000.0, false);
            largest = Math.max(largest, Math.abs(move));
        }
        assertEquals(new TreeSet<>(java.util.List.of(0.0, 0.25, 0.5, 0.75, 1.0)), jumped);
        assertEquals(0.001, largest, 1e-9);
    }

    @Test
    void chalkVanishesAtOnce() {
        assertEquals(0.5, Chalk.strength(5, false), 1e-9);
        assertEquals(1, Chalk.strength(5.999, true));
        assertEquals(0, Chalk.strength(6, true));
    }
}
