package scorescope.core.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.network.Activation;
import scorescope.core.network.Architecture;
import scorescope.core.network.Weights;

class EvaluationCostTest {
    @Test
    void costOfAMixtureGrowsWithItsComponents() {
        var one = mixture(1).cost();
        var many = mixture(100).cost();
        assertTrue(many.score() > 20 * one.score(), many + " and " + one);
        assertTrue(many.jacobian() > 20 * one.jacobian(), many + " and " + one);
    }

    @Test
    void costOfANetworkGrowsWithItsWeights() {
        var narrow = network(List.of(32)).cost();
        var wide = network(List.of(512, 512, 512)).cost();
        assertTrue(wide.score() > 50 * narrow.score(), wide + " and " + narrow);
        assertTrue(wide.jacobian() > 50 * narrow.jacobian(), wide + " and " + narrow);
    }

    @Test
    void aFieldThatTellsNothingCountsAsTheReferenceNetwork() {
        ScoreField silent = (x, y, from, to, level, outX, outY) -> {};
        assertEquals(network(List.of(256, 256, 256)).cost(), silent.cost());
    }

    @Test
    void wrappingAScoreKeepsItsCostAndItsMixture() {
        var exact = mixture(3);
        var wrapped = DifferentiableScore.of(exact).orElseThrow();
        assertEquals(exact.cost(), wrapped.cost());
        assertEquals(exact.exactMixture(), wrapped.exactMixture());
        assertTrue(network(List.of(32)).exactMixture().isEmpty());
    }

    private static MixtureScore mixture(int components) {
        return new MixtureScore(new GaussianMixture(IntStream.range(0, components)
                .mapToObj(k -> Component.isotropic(1.0 / components, k, 0, 0.1))
                .toList()));
    }

    private static LearnedScore network(List<Integer> hidden) {
        var architecture = Architecture.plane(hidden, Activation.SILU, 32);
        return new LearnedScore(Weights.initial(architecture, 1), new Domain("edm", 0.01, 10, Prediction.SCORE));
    }
}
