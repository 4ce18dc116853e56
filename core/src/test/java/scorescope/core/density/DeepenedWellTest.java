package scorescope.core.density;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.score.MixtureScore;

class DeepenedWellTest {
    private static final GaussianMixture WELLS = new GaussianMixture(List.of(
            new Component(0.2, -2, 0, 0.5, 0.3, 0.4),
            new Component(0.5, 2, 1, 0.2, -0.1, 0.3),
            new Component(0.3, 0, -2, 0.3, 0, 0.09)));

    /** ∫ e^−E by quadrature is 1 + w(e^d − 1), and e^−E/Z is the mixture with other weights. */
    @ParameterizedTest
    @CsvSource({"0, 0", "0, 1.5", "1, 3", "2, -2", "2, 6"})
    void closedFormQuadratureAndMixtureAgree(int well, double depth) {
        var deepened = new DeepenedWell(WELLS, well, depth);
        var integral = deepened.partitionByQuadrature(160);
        double z = deepened.partition();
        assertEquals(1 + List.of(0.2, 0.5, 0.3).get(well) * (Math.exp(depth) - 1), z, 1e-12 * z);
        assertEquals(z, integral.value(), 1e-7 * z);
        assertTrue(integral.error() < 1e-6 * z, "error " + integral.error());
        var normalised = new MixtureScore(deepened.normalised());
        double[] x = {-2, 0.3, 1, 2, 3};
        double[] y = {0, -0.4, 2, 1, -3};
        var log = new double[x.length];
        normalised.logDensity(x, y, 0, x.length, NoiseLevel.plain(0), log);
        for (int i = 0; i < x.length; i++) {
            assertEquals(-log[i], deepened.energy(x[i], y[i]) + Math.log(z), 1e-10, x[i] + ", " + y[i]);
        }
    }

    /** The quadrature's stated error covers a spacing that is too wide for the narrowest component. */
    @ParameterizedTest
    @CsvSource({"12", "20", "32"})
    void aCoarseIntegralSaysSo(int intervals) {
        var deepened = new DeepenedWell(WELLS, 2, 3);
        var integral = deepened.partitionByQuadrature(intervals);
        assertTrue(
                Math.abs(integral.value() - deepened.partition()) <= integral.error(),
                intervals + ": " + integral + " for " + deepened.partition());
    }
}
