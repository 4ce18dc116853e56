package scorescope.core.objective;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import scorescope.core.network.Activation;
import scorescope.core.network.Architecture;
import scorescope.core.network.Mlp;
import scorescope.core.network.WeightArray;
import scorescope.core.network.Weights;
import scorescope.core.network.Workspace;
import scorescope.core.score.Domain;
import scorescope.core.score.Prediction;

class NcsnTest {
    private static final int N = 24;

    static Stream<Arguments> variants() {
        return Stream.of(Prediction.values())
                .flatMap(prediction -> Stream.of(Weighting.values()).flatMap(weighting -> Stream.of(Activation.values())
                        .map(activation -> Arguments.of(prediction, weighting, activation))));
    }

    /** Along three random directions d: (L(w + hd) − L(w − hd))/2h = ⟨∇L, d⟩, as exactly as float allows. */
    @ParameterizedTest
    @MethodSource("variants")
    void theGradientIsTheSlopeOfTheLoss(Prediction prediction, Weighting weighting, Activation activation) {
        var architecture = Architecture.plane(List.of(12, 10), activation, 6);
        var objective = new Ncsn(weighting, domain(prediction));
        var start = Weights.initial(architecture, 11);
        var gradient = new WeightArray(architecture);
        loss(objective, start.thaw(), gradient);
        double norm = Math.sqrt(product(gradient.values(), gradient.values()));
        var random = new SplittableRandom(17);
        for (int trial = 0; trial < 3; trial++) {
            float[] direction = gradient.values().clone();
            for (int i = 0; i < direction.length; i++) {
                direction[i] = (float) (direction[i] / norm + 0.1 * random.nextGaussian());
            }
            double h = 3e-3;
            double slope = (at(objective, start, direction, h) - at(objective, start, direction, -h)) / (2 * h);
            double size = Math.sqrt(product(direction, direction));
            assertEquals(product(gradient.values(), direction), slope, 4e-3 * norm * size);
        }
    }

    @Test
    void aShardsLossIsItsPartOfTheMean() {
        var architecture = Architecture.plane(List.of(8), Activation.SILU, 4);
        var objective = new Ncsn(Weighting.SIGMA_SQUARED, domain(Prediction.SCORE));
        var weights = Weights.initial(architecture, 1).thaw();
        var space = new Workspace(architecture, N);
        var gradient = new WeightArray(architecture);
        var network = new Mlp(architecture);
        double whole = objective.lossAndGradient(network, weights, batch(N, N), space, gradient);
        double shard = objective.lossAndGradient(network, weights, batch(N, 3 * N), space, gradient);
        assertEquals(whole / 3, shard, 1e-12);
    }

    private static Domain domain(Prediction prediction) {
        return new Domain("variance-exploding", 0.3, 3, prediction);
    }

    private static double at(Ncsn objective, Weights start, float[] direction, double h) {
        var moved = start.thaw();
        for (int i = 0; i < direction.length; i++) {
            moved.values()[i] += (float) (h * direction[i]);
        }
        return loss(objective, moved, new WeightArray(moved.architecture()));
    }

    private static double loss(Ncsn objective, WeightArray weights, WeightArray gradient) {
        var architecture = weights.architecture();
        return objective.lossAndGradient(
                new Mlp(architecture), weights, batch(N, N), new Workspace(architecture, N), gradient);
    }

    private static Batch batch(int size, int total) {
        var batch = new Batch(size, total);
        var random = new SplittableRandom(23);
        for (int i = 0; i < size; i++) {
            batch.sigma()[i] = (float) (0.3 * Math.pow(10, random.nextDouble()));
            for (int c = 0; c < 2; c++) {
                batch.clean()[2 * i + c] = (float) random.nextGaussian();
                batch.noise()[2 * i + c] = (float) random.nextGaussian();
            }
        }
        return batch;
    }

    private static double product(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }
}
