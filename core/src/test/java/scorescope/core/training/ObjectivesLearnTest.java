package scorescope.core.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scorescope.core.density.DensityCatalog;
import scorescope.core.measure.ScoreError;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.parameter.Choice;
import scorescope.core.parameter.Parameters;
import scorescope.core.score.MixtureScore;

/** The cheapest objectives learn the score of three Gaussians; src-test/bench/run objectives measures all. */
class ObjectivesLearnTest {
    @ParameterizedTest
    @CsvSource({
        "explicit, score, variance-exploding, vector",
        "ncsn, score, variance-exploding, energy",
        "epsilon, epsilon, variance-exploding, vector",
        "ddpm-variational, epsilon, ddpm, vector",
        "flow-matching, velocity, rectified-flow, vector"
    })
    void theScoreIsLearned(String objective, String prediction, String process, String output) {
        var settings = new TrainingSettings(
                new Parameters(Map.of(
                        "objective",
                        objective,
                        "prediction",
                        prediction,
                        "output",
                        output,
                        "steps",
                        600L,
                        "batch",
                        256L,
                        "learningRate",
                        3e-3)),
                List.of(48, 48),
                new TrainingSettings.Levels(8, 4, 0.3));
        var mixture = DensityCatalog.CATALOG.create(Choice.of("three-gaussians"), "");
        try (var trainer =
                new Trainer(new TrainingTask(settings, Choice.of(process)), TrainingData.of(mixture, settings))) {
            while (trainer.step(2)) {
                assertTrue(trainer.steps() <= 600);
            }
            var state = trainer.state();
            assertEquals(TrainingState.Status.FINISHED, state.status(), state.advice());
            var levels = List.of(NoiseLevel.plain(1), NoiseLevel.plain(2));
            for (var error : new ScoreError(new MixtureScore(mixture), 4000, 5).measure(state.score(), levels)) {
                assertTrue(error.relative() < 0.35, objective + " at " + error);
            }
        }
    }
}
