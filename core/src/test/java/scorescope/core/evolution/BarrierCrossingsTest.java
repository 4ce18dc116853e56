package scorescope.core.evolution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.density.LineMixture;
import scorescope.core.field.CriticalPoint;
import scorescope.core.noise.NoiseLevel;

class BarrierCrossingsTest {
    private static GaussianMixture pair(double apart, double std) {
        double x = 0.5 * apart * Math.cos(0.6);
        double y = 0.5 * apart * Math.sin(0.6);
        return new GaussianMixture(List.of(Component.isotropic(0.4, -x, -y, std), Component.isotropic(0.6, x, y, std)));
    }

    /** Counted passages of chains against the integral over the line, at low and at higher barriers. */
    @ParameterizedTest
    @ValueSource(doubles = {2.6, 3.4, 4.2})
    void whatIsCountedIsTheIntegral(double apart) {
        var crossings = BarrierCrossings.of(pair(apart, 1));
        double exact = crossings.quadrature().orElseThrow();
        var counted = crossings.counted(0.01, 4000, 500, 3);
        assertTrue(counted.error() < 0.2 * counted.value(), counted.toString());
        // Four standard errors, and 5 % of passages that steps of √(2η) miss or take early.
        assertEquals(exact, counted.value(), 2 * counted.error() + 0.05 * exact);
    }

    /**
     * Between two distant Gaussians p is a multiple of cosh, and log p is not quadratic: ∫ sech = π instead of √(2π), so that the
     * formula tends to √(π/2) times the integral.
     */
    @Test
    void eyringAndKramersTendsToItsKnownMultipleBetweenTwoGaussians() {
        double before = Double.POSITIVE_INFINITY;
        for (double apart : new double[] {8, 12, 20, 30}) {
            var crossings = BarrierCrossings.of(pair(apart, 1));
            double off = Math.abs(
                    crossings.eyringKramers() / crossings.quadrature().orElseThrow() / Math.sqrt(0.5 * Math.PI) - 1);
            assertTrue(off < before, "off by " + off + " at " + apart);
            before = off;
        }
        assertTrue(before < 0.01, "off by " + before);
    }

    /** After rotation and scaling the line is still a principal axis of both components. */
    @Test
    void theIntegralIsForComponentsAlikeOnly() {
        var stretched =
                new GaussianMixture(List.of(new Component(0.5, -3, 0, 1, 0, 0.3), new Component(0.5, 3, 0, 1, 0, 0.3)));
        assertTrue(BarrierCrossings.of(stretched).quadrature().isPresent());
        var slanted = new GaussianMixture(
                List.of(new Component(0.5, -3, 0, 1, 0.2, 0.3), new Component(0.5, 3, 0, 1, 0.2, 0.3)));
        assertTrue(BarrierCrossings.of(slanted).quadrature().isEmpty());
        var three = new GaussianMixture(List.of(
                Component.isotropic(1, -3, 0, 1), Component.isotropic(1, 3, 0, 1), Component.isotropic(1, 0, 5, 1)));
        assertTrue(BarrierCrossings.of(three).quadrature().isEmpty());
    }

    /** For three wells in a row the passages are the sum over the gaps, each by its own integral. */
    @Test
    void severalBarriersAddUp() {
        var density = new GaussianMixture(List.of(
                Component.isotropic(1, -4, 0, 1), Component.isotropic(1, 0, 0, 1), Component.isotropic(1, 4, 0, 1)));
        var row = BarrierCrossings.of(density);
        assertEquals(2, row.saddles().size());
        var line = LineMixture.projection(density, 0);
        var modes = row.maxima().stream().mapToDouble(CriticalPoint::x).sorted().toArray();
        double exact = 0;
        for (int gap = 0; gap < 2; gap++) {
            double length = 0.7 * (modes[gap + 1] - modes[gap]);
            double sum = 0;
            for (int i = 0; i < 2000; i++) {
                double s = modes[gap] + 0.15 * length / 0.7 + length * (i + 0.5) / 2000;
                sum += length / 2000 * Math.exp(-line.logDensity(s, NoiseLevel.plain(0)));
            }
            exact += 2 / sum;
        }
        var counted = row.counted(0.01, 5000, 400, 5);
        assertTrue(counted.error() < 0.2 * counted.value(), counted.toString());
        assertEquals(exact, counted.value(), 2 * counted.error() + 0.05 * exact);
    }
}
