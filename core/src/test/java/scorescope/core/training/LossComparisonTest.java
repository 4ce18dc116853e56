package scorescope.core.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.BadInputException;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.network.Weights;
import scorescope.core.training.LossComparison.Gap;

class LossComparisonTest {
    private static final GaussianMixture MIXTURE = new GaussianMixture(
            List.of(new Component(0.6, -1, 0, 0.3, 0.1, 0.2), new Component(0.4, 1, 1, 0.1, 0, 0.3)));

    /**
     * Before, during and after training by each of the three losses, both differences are the theoretical constants. Each of 18
     * is more than five standard errors off with probability 6e-7.
     */
    @ParameterizedTest
    @ValueSource(strings = {"explicit", "implicit", "ncsn"})
    void theGapsStayWhatTheyAreWhileAllThreeFall(String objective) {
        var small = TrainerTest.small(3, 200);
        var settings = new TrainingSettings(
                small.scalars().with(TrainingParameters.OBJECTIVE, objective), small.hidden(), small.levels());
        var task = new TrainingTask(settings);
        var data = TrainingData.of(MIXTURE, settings);
        var comparison = new LossComparison(task, data, 4000, 71);
        try (var trainer = new Trainer(task, data)) {
            var first = comparison.at(trainer.state().weights());
            check(first);
            while (trainer.step(2)) {
                if (trainer.steps() == 30) {
                    check(comparison.at(trainer.state().weights()));
                }
            }
            var last = comparison.at(trainer.state().weights());
            check(last);
            for (int k = 0; k < 3; k++) {
                double fallen = first.losses()[k] - last.losses()[k];
                assertTrue(fallen > 0.2, LossComparison.LOSSES.get(k).id() + " fell by " + fallen);
            }
        }
    }

    private static void check(LossComparison.Measured measured) {
        check(measured.explicitOverImplicit());
        check(measured.denoisingOverExplicit());
        assertEquals(
                measured.losses()[0] - measured.losses()[1],
                measured.explicitOverImplicit().mean(),
                1e-9);
        assertEquals(5, measured.byLevel().getFirst().size());
    }

    private static void check(Gap gap) {
        assertEquals(gap.expected(), gap.mean(), 5 * gap.standardError());
        // Otherwise the check above has no power.
        assertTrue(gap.standardError() < 0.08, "standard error " + gap.standardError());
    }

    /** Means over 200 draws scatter as their standard errors state; within five standard errors of that variance. */
    @Test
    void standardErrorsTellHowMeansScatter() {
        var settings = TrainerTest.small(3, 5);
        var task = new TrainingTask(settings);
        var data = TrainingData.of(MIXTURE, settings);
        var weights = Weights.initial(settings.architecture(), 3);
        int drawings = 200;
        for (int k = 0; k < 3; k++) {
            double sum = 0;
            double squares = 0;
            double predicted = 0;
            for (int seed = 0; seed < drawings; seed++) {
                var measured = new LossComparison(task, data, 200, seed).at(weights);
                sum += measured.losses()[k];
                squares += measured.losses()[k] * measured.losses()[k];
                predicted += measured.standardErrors()[k] * measured.standardErrors()[k] / drawings;
            }
            double variance = (squares - sum * sum / drawings) / (drawings - 1);
            assertEquals(1, variance / predicted, 5 * Math.sqrt(2.0 / (drawings - 1)), "loss " + k);
        }
    }

    @Test
    void pointsAloneHaveNoExplicitLoss() {
        var task = new TrainingTask(TrainerTest.small(3, 5));
        assertThrows(BadInputException.class, () -> new LossComparison(task, TrainerTest.data(), 10, 1));
    }
}
