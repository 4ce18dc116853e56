package scorescope.core.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.density.NoisedMixture;
import scorescope.core.noise.NoiseLevel;

/** A component much narrower than the cells of another's tail, through which it passes, is integrated correctly. */
class NeedleDivergenceTest {
    private static final double REACH = 9;
    private static final double STEP = 0.02;

    private static NoisedMixture mixture(Component... components) {
        return new NoisedMixture(new GaussianMixture(List.of(components)), NoiseLevel.plain(0));
    }

    /** KL(p‖q) by the trapezoid rule in the coordinates of each component of p, in steps narrower than the needle. */
    private static double fine(NoisedMixture p, NoisedMixture q) {
        double sum = 0;
        for (int j = 0; j < p.size(); j++) {
            double l11 = Math.sqrt(p.covarianceXX(j));
            double l21 = p.covarianceXY(j) / l11;
            double l22 = 1 / Math.sqrt(p.precisionYY(j));
            double weight = Math.exp(p.logFactor(j)) * l11 * l22 * STEP * STEP;
            for (double u = -REACH; u <= REACH; u += STEP) {
                for (double v = -REACH; v <= REACH; v += STEP) {
                    double x = p.meanX(j) + l11 * u;
                    double y = p.meanY(j) + l21 * u + l22 * v;
                    sum += weight * Math.exp(-0.5 * (u * u + v * v)) * (log(p, x, y) - log(q, x, y));
                }
            }
        }
        return sum;
    }

    private static double log(NoisedMixture mixture, double x, double y) {
        double a = mixture.logTerm(0, x, y);
        double b = mixture.logTerm(1, x, y);
        return Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b)));
    }

    @ParameterizedTest
    @CsvSource({"4, -2, 0.04, 4, 0.0015", "4, -2, 0.04, 4, 0", "-3, 5, 6, 0.05, 0.002", "0, 3, 3, 1, 0.001"})
    void theStatedErrorHolds(double x, double y, double xx, double yy, double change) {
        var p = mixture(new Component(0.7, 0, 0, 1, 0.999, 1), new Component(0.3, x, y, xx, 0, yy));
        var q = mixture(
                new Component(0.7 + change, change, change, 1 + change, 0.999 + change, 1 + change),
                new Component(0.3 - change, x, y - change, xx, change * xx, yy));
        double right = fine(p, q);
        var found = MixtureDivergence.of(p, q, 1e-8, 200_000_000L);
        assertTrue(found.error() < 1e-7, found::toString);
        assertEquals(right, found.value(), found.error() + 1e-12);
    }
}
