package scorescope.ui.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class LossScaleTest {
    static Stream<double[]> losses() {
        return Stream.of(
                new double[] {1, 0.5, 0.02},
                new double[] {0.3},
                new double[] {0.02, -0.4, -0.9, -0.95},
                new double[] {-0.9},
                new double[] {0.01, -0.02, 0.015, -0.003},
                new double[] {0},
                new double[] {4000, 3, -0.1, -2e-3},
                new double[] {-1e-9, -3e5});
    }

    private static LossScale scale(double... losses) {
        return LossScale.of(losses.length, i -> losses[i]);
    }

    @ParameterizedTest
    @MethodSource("losses")
    void everyLossHasItsPlaceInTheOrderOfSizeAndSoHaveTheMarks(double[] losses) {
        var scale = scale(losses);
        double[] sorted = losses.clone();
        Arrays.sort(sorted);
        double below = -1;
        for (double loss : sorted) {
            double place = scale.place(loss);
            assertTrue(place >= 0 && place <= 1 && place > below, loss + " stands at " + place + " over " + below);
            below = place;
        }
        var marks = scale.marks();
        assertTrue(!marks.isEmpty() && marks.size() <= 9, marks.toString());
        for (var mark : marks) {
            double place = scale.place(mark.loss());
            assertTrue(place >= 0 && place <= 1, mark.toString());
        }
        assertEquals(
                marks.size(),
                marks.stream()
                        .mapToDouble(m -> scale.place(m.loss()))
                        .distinct()
                        .count());
    }

    @Test
    void wholeDecadesOfLossesAboveZero() {
        var scale = scale(30, 2, 0.05);
        assertEquals("loss, log scale", scale.title());
        assertEquals(
                List.of("0.01", "0.1", "1", "10", "100"),
                scale.marks().stream().map(LossScale.Mark::text).toList());
        assertEquals(0, scale.place(0.01), 1e-12);
        assertEquals(0.5, scale.place(1), 1e-12);
        assertEquals(1, scale.place(100), 1e-12);
    }

    /** An implicit loss falls from about 0 to about −1: both sides of 0 are shown. */
    @Test
    void lossesBelowZeroAreSeenToFall() {
        var scale = scale(0.05, -0.3, -0.8, -0.85);
        assertTrue(scale.title().contains("both sides of 0"), scale.title());
        assertTrue(scale.place(-0.3) - scale.place(-0.8) > 0.1);
        assertTrue(
                scale.marks().stream().anyMatch(mark -> mark.text().equals("−0.1")),
                scale.marks().toString());
        assertTrue(scale.marks().stream().anyMatch(mark -> mark.text().equals("0")));
    }

    /** An outlier at the start must not determine the scale. */
    @Test
    void theScaleFollowsTheSmoothedLoss() {
        double[] losses = new double[400];
        Arrays.fill(losses, -0.8);
        losses[200] = 900;
        var scale = scale(losses);
        assertTrue(scale.place(0) - scale.place(-0.8) > 0.12, scale.toString());
    }
}
