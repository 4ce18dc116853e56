package scorescope.core.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scorescope.core.BadInputException;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.io.NpyArray;
import scorescope.core.io.Npz;

class CheckpointTest {
    private static final String SESSION = "{\"scorescope\": 1}";
    private static final GaussianMixture MIXTURE =
            new GaussianMixture(List.of(Component.isotropic(1, -1, 0, 0.3), Component.isotropic(1, 1, 1, 0.3)));

    @ParameterizedTest
    @CsvSource({
        "ncsn, adam, 0, vector",
        "epsilon, adamw, 0.9, vector",
        "sliced, sgd, 0.99, vector",
        "contrastive-divergence, adam, 0.9, energy",
        "flow-matching, adam, 0, energy",
        "sure, adamw, 0, vector",
        "implicit, sgd, 0.9, energy",
        "mean, adam, 0.99, vector"
    })
    void goingOnFromAFileIsGoingOn(String objective, String optimizer, double ema, String output) {
        var task = task(objective, optimizer, ema, output, 40);
        var data = TrainingData.of(MIXTURE, task.settings());
        byte[] whole;
        byte[] half;
        try (var trainer = new Trainer(task, data)) {
            steps(trainer, 17);
            half = Checkpoint.bytes(trainer, SESSION);
            steps(trainer, 100);
            whole = Checkpoint.bytes(trainer, SESSION);
        }
        try (var resumed = Checkpoint.resume(task, data, half, "half")) {
            assertEquals(17, resumed.steps());
            steps(resumed, 100);
            assertArrayEquals(whole, Checkpoint.bytes(resumed, SESSION));
        }
    }

    @Test
    void theFileIsALearnedScoreAndKeepsTheSession() {
        var task = task("ncsn", "adam", 0.9, "vector", 20);
        try (var trainer = new Trainer(task, TrainingData.of(MIXTURE, task.settings()))) {
            steps(trainer, 20);
            byte[] bytes = Checkpoint.bytes(trainer, SESSION);
            assertEquals(SESSION, Checkpoint.session(bytes, "net"));
            var state = trainer.state();
            assertEquals(
                    state.average().orElseThrow(),
                    WeightsFile.read(bytes, "net").weights());
            var file = Npz.read(bytes, "net");
            assertArrayEquals(state.weights().toArray(), file.floats("newest_weights"));
            assertEquals(20, file.doubles("losses").length);
        }
    }

    @Test
    void aFileOfAnotherTrainingIsRefused() {
        var task = task("ncsn", "adam", 0, "vector", 20);
        var data = TrainingData.of(MIXTURE, task.settings());
        byte[] bytes;
        try (var trainer = new Trainer(task, data)) {
            steps(trainer, 3);
            bytes = Checkpoint.bytes(trainer, SESSION);
        }
        assertTrue(refusal(task("ncsn", "adam", 0, "energy", 20), data, bytes).contains("another network"));
        var otherRule = refusal(task("ncsn", "sgd", 0, "vector", 20), data, bytes);
        assertTrue(otherRule.contains("Adam") && otherRule.contains("SGD"), otherRule);
        // The states of AdamW and Adam have equal keys: only the name distinguishes them.
        var likeAdam = refusal(task("ncsn", "adamw", 0, "vector", 20), data, bytes);
        assertTrue(likeAdam.contains("set training.optimizer to \"adam\""), likeAdam);
        byte[] weights = WeightsFile.bytes(WeightsFile.read(bytes, "net"));
        assertTrue(refusal(task, data, weights).contains("no training"));
    }

    @ParameterizedTest
    @CsvSource({"adam", "adamw", "sgd"})
    void aFileThatDoesNotNameItsOptimizerStillOpens(String optimizer) {
        var task = task("ncsn", optimizer, 0, "vector", 20);
        var data = TrainingData.of(MIXTURE, task.settings());
        try (var trainer = new Trainer(task, data)) {
            steps(trainer, 3);
            byte[] bytes = Checkpoint.bytes(trainer, SESSION);
            var arrays = new LinkedHashMap<>(Npz.read(bytes, "net").arrays());
            assertEquals(optimizer, Npz.read(bytes, "net").text("optimizer"));
            arrays.remove("optimizer");
            try (var resumed = Checkpoint.resume(task, data, new Npz(arrays).bytes(), "net")) {
                assertArrayEquals(bytes, Checkpoint.bytes(resumed, SESSION));
            }
        }
    }

    @Test
    void aFileOfAnOptimizerThatIsNotKnownIsRefused() {
        var task = task("ncsn", "adam", 0, "vector", 20);
        var data = TrainingData.of(MIXTURE, task.settings());
        try (var trainer = new Trainer(task, data)) {
            steps(trainer, 3);
            var arrays = new LinkedHashMap<>(
                    Npz.read(Checkpoint.bytes(trainer, SESSION), "net").arrays());
            arrays.put("optimizer", NpyArray.of("adagrad"));
            assertTrue(refusal(task, data, new Npz(arrays).bytes()).contains("there is no optimizer"));
        }
    }

    @Test
    void aFileWhoseLossesAreNotThoseOfItsStepsIsRefused() {
        var task = task("ncsn", "adam", 0, "vector", 20);
        var data = TrainingData.of(MIXTURE, task.settings());
        try (var trainer = new Trainer(task, data)) {
            steps(trainer, 3);
            var arrays = new LinkedHashMap<>(
                    Npz.read(Checkpoint.bytes(trainer, SESSION), "net").arrays());
            arrays.put("losses", NpyArray.of(1.0, 2.0));
            assertTrue(refusal(task, data, new Npz(arrays).bytes()).contains("does not fit its losses"));
        }
    }

    private static String refusal(TrainingTask task, TrainingData data, byte[] bytes) {
        return assertThrows(BadInputException.class, () -> Checkpoint.resume(task, data, bytes, "net"))
                .getMessage();
    }

    private static void steps(Trainer trainer, int most) {
        for (int i = 0; i < most && trainer.step(2); i++) {
            assertTrue(trainer.steps() <= 40);
        }
    }

    private static TrainingTask task(String objective, String optimizer, double ema, String output, long steps) {
        var small = TrainerTest.small(3, steps);
        return new TrainingTask(new TrainingSettings(
                small.scalars()
                        .with(TrainingParameters.OBJECTIVE, objective)
                        .with(TrainingParameters.OPTIMIZER, optimizer)
                        .with(TrainingParameters.EMA, ema)
                        .with(TrainingParameters.OUTPUT, output)
                        .with(TrainingParameters.SAMPLES, 500)
                        .with(TrainingParameters.WARMUP, 5),
                small.hidden(),
                small.levels()));
    }
}
