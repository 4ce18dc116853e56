package scorescope.ui.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import scorescope.core.quadrature.Estimate;

/** The distance of a loss above the least one is what a log axis shows of learning. */
class LossCurvesTest {
    private static LossCurves curves(Optional<Estimate> floor, double... losses) {
        return LossCurves.of(losses.length, i -> losses[i], floor);
    }

    @Test
    void theDistanceIsTheMeanMinusTheLeastLoss() {
        var curves = curves(Optional.of(Estimate.exact(0.3)), 0.5, 0.5, 0.5);
        for (int i = 0; i < 3; i++) {
            assertEquals(0.5, curves.mean()[i], 1e-15);
            assertEquals(0.2, curves.distance()[i], 1e-15);
        }
        assertEquals(0.2, curves.nearest(), 1e-15);
    }

    /** The mean of 1 and 0 is (0.98 · 0.02 · 1 + 0.02 · 0)/(0.98 · 0.02 + 0.02) = 49/99. */
    @Test
    void theMeanForgetsOldLosses() {
        assertEquals(49 / 99.0, curves(Optional.empty(), 1, 0).mean()[1], 1e-15);
    }

    @Test
    void aDistanceWithinTheErrorOfTheLeastLossIsNotShown() {
        var curves = curves(Optional.of(new Estimate(0.45, 0.06)), 0.5, 0.5);
        assertTrue(Double.isNaN(curves.distance()[0]));
        assertTrue(Double.isNaN(curves.nearest()));
        assertTrue(Double.isNaN(curves(Optional.of(Estimate.exact(0.3)), 0.2).distance()[0]));
        assertTrue(Double.isNaN(curves(Optional.empty(), 0.2).distance()[0]));
    }

    @Test
    void theAxisReachesDownToTheDistance() {
        var scale = LossScale.of(2, i -> 0.5);
        assertEquals(0, scale.place(0.002), 1e-12);
        assertTrue(scale.reaching(0.002).place(0.002) > 0.05);
        assertEquals(scale, scale.reaching(Double.NaN));
    }
}
