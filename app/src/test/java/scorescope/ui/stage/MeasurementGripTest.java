package scorescope.ui.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import scorescope.core.guidance.Measurement;
import scorescope.session.View;

class MeasurementGripTest {
    private static final View VIEW = new View(-5, 5, -5, 5, List.of(), "quiet");
    private static final double ALPHA = 0.8;

    /** 2x₁ + x₂ = 1 ± 0.5, drawn at α = 0.8: 2x + y = 0.8. */
    private final Measurement measurement = new Measurement(List.of(List.of(2.0, 1.0)), List.of(1.0), 0.5);

    private MeasurementGrip at(double x, double y) {
        return MeasurementGrip.at(measurement, VIEW, ALPHA, x, y, 0.1).orElseThrow();
    }

    private static double[] only(Measurement found) {
        return new double[] {
            found.matrix().getFirst().get(0),
            found.matrix().getFirst().get(1),
            found.value().getFirst()
        };
    }

    @Test
    void nearTheMiddleTheLineIsMovedThroughThePointer() {
        double[] moved = only(at(0.4, 0).dragged(ALPHA, 1.2, 0.5, false));
        assertEquals(2, moved[0]);
        assertEquals(1, moved[1]);
        assertEquals(2.9 / ALPHA, moved[2], 1e-12);
    }

    @Test
    void fartherOutItIsTurnedThroughThePointerAboutThePointNearestToTheMiddle() {
        var grip = at(-1.6, 4);
        assertEquals(MeasurementGrip.Part.DIRECTION, grip.part());
        double[] turned = only(grip.dragged(ALPHA, 1, 4, false));
        assertEquals(Math.sqrt(5), Math.hypot(turned[0], turned[1]), 1e-12);
        assertEquals(ALPHA * turned[2], turned[0] * 1 + turned[1] * 4, 1e-12);
        assertEquals(ALPHA * turned[2], turned[0] * 0.32 + turned[1] * 0.16, 1e-12);
        assertTrue(turned[0] * 2 + turned[1] > 0, "it still counts in the same direction");
    }

    @Test
    void itsDashesAreMovedApart() {
        double off = ALPHA * 0.5;
        var grip = at(0.4 + off / 2, 0);
        assertEquals(MeasurementGrip.Part.NOISE, grip.part());
        assertEquals(1.2 / ALPHA, grip.dragged(ALPHA, 1, 0, false).std(), 1e-12);
        assertEquals(measurement.value(), grip.dragged(ALPHA, 1, 0, false).value());
    }

    @Test
    void nothingElseIsTakenHoldOf() {
        assertTrue(MeasurementGrip.at(measurement, VIEW, ALPHA, 3, 3, 0.1).isEmpty());
    }
}
