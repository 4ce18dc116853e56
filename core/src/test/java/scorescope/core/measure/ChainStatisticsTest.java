package scorescope.core.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChainStatisticsTest {
    /** x ← φ x + √(1 − φ²) z has ρ(k) = φ^k and τ = (1 + φ)/(1 − φ). */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 0.9})
    void ofAnAutoregressiveChainAreTheKnownOnes(double phi) {
        var random = new SplittableRandom(4);
        var chains = new double[200][1000];
        for (var chain : chains) {
            double x = random.nextGaussian();
            for (int t = 0; t < chain.length; t++) {
                chain[t] = x;
                x = phi * x + Math.sqrt(1 - phi * phi) * random.nextGaussian();
            }
        }
        var found = new ChainStatistics(chains);
        var rho = found.autocorrelation(10);
        for (int k = 0; k <= 10; k++) {
            assertEquals(Math.pow(phi, k), rho[k], 0.03, "lag " + k);
        }
        double tau = (1 + phi) / (1 - phi);
        assertEquals(tau, found.correlationTime(), 0.1 * tau);
        assertEquals(200_000 / tau, found.effectiveSampleSize(), 0.1 * 200_000 / tau);
    }
}
