package scorescope.core.objective;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import scorescope.core.network.Activation;
import scorescope.core.network.Architecture;
import scorescope.core.network.WeightArray;
import scorescope.core.network.Weights;
import scorescope.core.score.Domain;
import scorescope.core.score.Prediction;

class PartsOfALossTest {
    private static final int N = 24;

    @Test
    void aPartsLossIsItsPartOfTheMean() {
        double whole = loss(N);
        assertEquals(whole / 3, loss(3 * N), 1e-12);
    }

    private static double loss(int total) {
        var architecture = Architecture.plane(List.of(8), Activation.SILU, 4);
        var domain = new Domain("variance-exploding", 0.3, 3, Prediction.SCORE);
        var objective = new Ncsn(Weighting.SIGMA_SQUARED, domain.noiseProcess());
        var samples = new Samples(architecture, domain, objective.requirements(), N, total);
        for (int j = 0; j < N; j++) {
            samples.batch().sigma()[j] = 0.3 + 0.1 * j;
            samples.batch().clean()[2 * j] = 0.1f * j;
            samples.batch().noise()[2 * j + 1] = 1 - 0.1f * j;
        }
        samples.batch().mix();
        var weights = Weights.initial(architecture, 1).thaw();
        return objective.lossAndGradient(samples, weights, new WeightArray(architecture));
    }
}
