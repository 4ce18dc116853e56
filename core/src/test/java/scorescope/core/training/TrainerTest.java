package scorescope.core.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.network.Weights;
import scorescope.core.parameter.Parameters;
import scorescope.core.training.TrainingState.Status;

class TrainerTest {
    static TrainingSettings small(long seed, long steps) {
        return new TrainingSettings(
                Parameters.NONE
                        .with(TrainingParameters.SEED, seed)
                        .with(TrainingParameters.STEPS, steps)
                        .with(TrainingParameters.BATCH, 63)
                        .with(TrainingParameters.EMBEDDING, 8),
                List.of(24, 24),
                new TrainingSettings.Levels(5, 3, 0.1));
    }

    static TrainingData data() {
        double[] x = new double[500];
        double[] y = new double[500];
        new GaussianMixture(List.of(Component.isotropic(1, -1, 0, 0.3), Component.isotropic(1, 1, 1, 0.3)))
                .draw(5, x, y);
        return TrainingData.of(x, y);
    }

    @Test
    void oneWorkerAndTwoGiveTheSameBits() {
        assertEquals(trained(small(3, 60), 1), trained(small(3, 60), 2));
    }

    @Test
    void theSeedDecidesTheRun() {
        assertEquals(trained(small(3, 20), 1), trained(small(3, 20), 1));
        assertNotEquals(trained(small(3, 20), 1), trained(small(4, 20), 1));
    }

    @Test
    void theLossFallsTowardsWhatNoiseAllows() {
        try (var trainer = new Trainer(small(1, 600), data())) {
            trainer.step(2);
            double first = trainer.state().loss();
            while (trainer.step(2)) {
                assertTrue(trainer.steps() <= 600);
            }
            var state = trainer.state();
            assertEquals(Status.FINISHED, state.status());
            assertEquals(600, state.history().size());
            assertEquals(state.loss(), state.history().get(599));
            assertTrue(
                    state.smoothedLoss() < 0.7 * first,
                    () -> "the loss went only from " + first + " to " + state.smoothedLoss());
            assertFalse(trainer.step(2));
            assertEquals(600, trainer.steps());
        }
    }

    @Test
    void anExplosionStopsWithAdviceAndKeepsTheLastGoodWeights() {
        var settings = small(1, 5_000);
        var reckless = new TrainingSettings(
                settings.scalars()
                        .with(TrainingParameters.LEARNING_RATE, 1)
                        .with(TrainingParameters.SCHEDULE, "constant")
                        .with(TrainingParameters.CLIP_NORM, 1e9),
                settings.hidden(),
                settings.levels());
        try (var trainer = new Trainer(reckless, data())) {
            while (trainer.step(1)) {
                assertTrue(trainer.steps() < 5_000, "a learning rate of 1 did not diverge");
            }
            var state = trainer.state();
            assertEquals(Status.DIVERGED, state.status());
            assertTrue(state.advice().contains("learningRate"), state.advice());
            assertTrue(state.weights().finite());
            try (var again = new Trainer(reckless, data(), state.weights())) {
                again.step(1);
                double limit = 1e4 * Math.max(1, state.history().get(0));
                assertTrue(
                        again.state().loss() < limit,
                        () -> "the weights kept give a loss of " + again.state().loss());
            }
        }
    }

    @Test
    void aLossThatIsNotANumberStopsTheRun() {
        var settings = small(1, 10);
        var data = TrainingData.of(new double[] {Double.NaN}, new double[] {0});
        try (var trainer = new Trainer(settings, data)) {
            assertFalse(trainer.step(2));
            var state = trainer.state();
            assertEquals(Status.DIVERGED, state.status());
            assertEquals(Weights.initial(settings.architecture(), settings.seed()), state.weights());
        }
    }

    private static Weights trained(TrainingSettings settings, int workers) {
        try (var trainer = new Trainer(settings, data())) {
            while (trainer.step(workers)) {
                assertTrue(trainer.steps() <= settings.steps());
            }
            return trainer.state().weights();
        }
    }
}
