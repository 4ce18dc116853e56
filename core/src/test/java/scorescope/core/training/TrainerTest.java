package scorescope.core.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.network.Weights;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.noise.ProcessCatalog;
import scorescope.core.objective.ObjectiveCatalog;
import scorescope.core.parameter.Choice;
import scorescope.core.parameter.Parameters;
import scorescope.core.score.Prediction;
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

    @ParameterizedTest
    @CsvSource({
        "ncsn, score, vector, levels, adam, cosine, 0",
        "epsilon, epsilon, vector, continuous, adamw, cosine, 0.99",
        "implicit, score, energy, levels, sgd, constant, 0",
        "sliced, v_prediction, vector, levels, adam, constant, 0.9",
        "sure, sample, vector, levels, adamw, constant, 0",
        "second-order, score, vector, levels, adam, cosine, 0",
        "contrastive-divergence, score, energy, levels, adam, cosine, 0.9",
        "mean, mean, vector, levels, adam, cosine, 0",
        "flow-matching, velocity, energy, continuous, sgd, cosine, 0.9"
    })
    void oneWorkerAndTwoGiveTheSameBits(
            String objective,
            String prediction,
            String output,
            String noise,
            String optimizer,
            String schedule,
            double ema) {
        var small = small(3, 60);
        var settings = new TrainingSettings(
                small.scalars()
                        .with(TrainingParameters.OBJECTIVE, objective)
                        .with(TrainingParameters.PREDICTION, prediction)
                        .with(TrainingParameters.OUTPUT, output)
                        .with(TrainingParameters.NOISE, noise)
                        .with(TrainingParameters.OPTIMIZER, optimizer)
                        .with(TrainingParameters.SCHEDULE, schedule)
                        .with(TrainingParameters.WARMUP, 7)
                        .with(TrainingParameters.EMA, ema),
                small.hidden(),
                small.levels());
        var one = stateAfter(settings, 1);
        var two = stateAfter(settings, 2);
        assertEquals(Status.FINISHED, one.status(), one.advice());
        assertNotEquals(Weights.initial(settings.architecture(), settings.seed()), one.weights());
        assertEquals(one.weights(), two.weights());
        assertEquals(one.average(), two.average());
        assertEquals(ema > 0, one.average().isPresent());
        assertArrayEquals(one.history().toArray(), two.history().toArray());
    }

    static List<String> processes() {
        return ProcessCatalog.CATALOG.ids();
    }

    /** At levels and in continuous time; an objective that a process does not support uses the nearest process that does. */
    @ParameterizedTest
    @MethodSource("processes")
    void everyObjectiveAndPredictionIsTrainedOverEveryProcess(String process) {
        var mixture = new GaussianMixture(List.of(Component.isotropic(1, 1, -2, 0.4)));
        for (String objective : ObjectiveCatalog.CATALOG.ids()) {
            for (var prediction : Prediction.values()) {
                for (var noise : List.of(TrainingParameters.AT_LEVELS, TrainingParameters.CONTINUOUS)) {
                    var small = small(3, 3);
                    var settings = new TrainingSettings(
                            small.scalars()
                                    .with(TrainingParameters.OBJECTIVE, objective)
                                    .with(TrainingParameters.PREDICTION, prediction)
                                    .with(TrainingParameters.NOISE, noise)
                                    .with(TrainingParameters.SAMPLES, 50),
                            List.of(6),
                            small.levels());
                    String what = objective + ", " + prediction + ", " + noise;
                    var task = new TrainingTask(settings, Choice.of(process));
                    var state = stateAfter(new Trainer(task, TrainingData.of(mixture, settings)), 1);
                    assertEquals(Status.FINISHED, state.status(), () -> what + ": " + state.advice());
                    double[] x = {1};
                    double[] y = {-1};
                    double level = state.domain().maxLevel();
                    double[] sx = new double[1];
                    double[] sy = new double[1];
                    state.score().score(x, y, 0, 1, NoiseLevel.plain(level), sx, sy);
                    assertTrue(Double.isFinite(sx[0] + sy[0]), what);
                }
            }
        }
    }

    /** One sample leaves the second half of the batch empty. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aBatchOfHardlyAnySampleIsABatch(int batch) {
        var small = small(3, 20);
        var settings = new TrainingSettings(
                small.scalars().with(TrainingParameters.BATCH, batch), small.hidden(), small.levels());
        var one = stateAfter(settings, 1);
        assertEquals(Status.FINISHED, one.status(), one.advice());
        assertEquals(one.weights(), stateAfter(settings, 2).weights());
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
        return stateAfter(settings, workers).weights();
    }

    private static TrainingState stateAfter(TrainingSettings settings, int workers) {
        return stateAfter(new Trainer(settings, data()), workers);
    }

    /** Closes the trainer. */
    private static TrainingState stateAfter(Trainer trainer, int workers) {
        try (trainer) {
            while (trainer.step(workers)) {
                assertTrue(trainer.steps() <= trainer.state().steps());
            }
            return trainer.state();
        }
    }
}
