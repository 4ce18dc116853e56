package scorescope.ui.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.io.NpyArray;
import scorescope.core.io.Npz;
import scorescope.core.training.TrainingSettings;
import scorescope.core.training.WeightsFile;
import scorescope.session.DensitySpec;
import scorescope.session.Session;
import scorescope.session.SessionDefaults;
import scorescope.session.codec.SessionJson;
import scorescope.ui.model.TrainingStatus.Phase;

/** Saving and continuing a training by the controller, without a window. */
@Timeout(120)
final class TrainingControllerTest {
    @TempDir
    private Path folder;

    /** Saved while running, opened in a window with another session, and continued to the end. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.99})
    void goingOnFromAFileGivesTheBitsOfTheUninterruptedRun(double ema) {
        var session = TrainingFixture.small(ema);
        var file = folder.resolve("net.npz");
        float[] weights;
        double[] losses;
        try (var whole = new TrainingFixture(session)) {
            whole.finish();
            weights = whole.weights();
            losses = whole.losses();
        }
        try (var first = new TrainingFixture(session)) {
            first.training.start();
            first.until(() -> first.model.training().step() > 3);
            first.training.save(file);
            first.say(() -> first.message().contains("Saved"));
        }
        try (var second = new TrainingFixture(SessionDefaults.opening())) {
            second.training.open(file);
            second.until(() -> second.model.training().step() > 0);
            int step = Math.toIntExact(second.model.training().step());
            assertTrue(step > 3 && step < TrainingFixture.STEPS, "saved at step " + step);
            assertEquals(session.training(), second.model.session().training());
            assertEquals(session.density(), second.model.session().density());
            assertArrayEquals(Arrays.copyOf(losses, step), second.losses());
            assertEquals(Phase.PAUSED, second.model.training().phase());
            second.finish();
            assertArrayEquals(weights, second.weights());
            assertArrayEquals(losses, second.losses());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing", "text", "cut", "weights alone", "another network", "unknown density"})
    void aFileThatCannotBeUsedIsSaidAndLosesNothing(String fault) throws IOException {
        var good = folder.resolve("good.npz");
        try (var window = new TrainingFixture(TrainingFixture.small(0))) {
            for (int i = 0; i < 3; i++) {
                window.training.step();
            }
            window.until(() -> window.model.training().step() == 3);
            window.training.save(good);
            window.say(() -> window.message().contains("Saved"));
            var bad = folder.resolve("bad.npz");
            spoil(fault, good, bad);
            var session = window.model.session();
            float[] weights = window.weights();
            window.training.open(bad);
            window.say(() -> window.model.messageProperty().get().orElseThrow().tone() == Message.Tone.PROBLEM);
            assertTrue(window.message().contains("bad.npz"), window.message());
            assertTrue(window.message().contains("; "), "a remedy: " + window.message());
            assertSame(session, window.model.session());
            assertArrayEquals(weights, window.weights());
            window.training.step();
            window.until(() -> window.losses().length == 4);
        }
    }

    private static void spoil(String fault, Path good, Path bad) throws IOException {
        byte[] bytes = Files.readAllBytes(good);
        switch (fault) {
            case "missing" -> {}
            case "text" -> Files.writeString(bad, "no weights");
            case "cut" -> Files.write(bad, Arrays.copyOf(bytes, bytes.length / 2));
            case "weights alone" -> Files.write(bad, WeightsFile.bytes(WeightsFile.read(bytes, "good")));
            case "another network" ->
                withSession(TrainingFixture.small(0).withTraining(TrainingSettings.defaults()), bytes, bad);
            default -> withSession(TrainingFixture.small(0).withDensity(new DensitySpec.Preset("nowhere")), bytes, bad);
        }
    }

    private static void withSession(Session session, byte[] bytes, Path bad) throws IOException {
        var arrays = new LinkedHashMap<>(Npz.read(bytes, "good").arrays());
        arrays.put("session", NpyArray.of(SessionJson.toText(session, bad.getParent())));
        new Npz(arrays).write(bad);
    }

    @Test
    void undoGoesBackFromAnOpenedTrainingAndRedoFindsItAgain() {
        var file = folder.resolve("net");
        try (var window = new TrainingFixture(TrainingFixture.small(0))) {
            window.training.save(file);
            assertTrue(window.message().contains("train first"));
            window.training.step();
            window.until(() -> window.model.training().step() == 1);
            window.training.save(file);
            window.say(() -> window.message().contains("net.npz"));
        }
        try (var window = new TrainingFixture(SessionDefaults.opening())) {
            window.training.open(folder.resolve("net.npz"));
            window.until(() -> window.model.learnedScore().isPresent());
            window.model.undo();
            assertTrue(window.model.learnedScore().isEmpty());
            assertEquals(SessionDefaults.opening(), window.model.session());
            window.model.redo();
            window.until(() -> window.model.learnedScore().isPresent());
            assertEquals(1, window.model.training().step());
        }
    }

    /** A training of a former distribution is saved with its own session, and closing waits for the file. */
    @Test
    void aStaleTrainingIsSavedWithItsOwnDistribution() {
        var file = folder.resolve("stale.npz");
        try (var window = new TrainingFixture(TrainingFixture.small(0))) {
            window.training.step();
            window.until(() -> window.model.training().step() == 1);
            window.model.edit(session -> session.withDensity(new DensitySpec.Preset("swiss-roll")));
            window.training.save(file);
        }
        assertTrue(Files.exists(file));
        assertFalse(Files.exists(folder.resolve("stale.npz.npz")));
        try (var window = new TrainingFixture(SessionDefaults.opening())) {
            window.training.open(file);
            window.until(() -> window.model.learnedScore().isPresent());
            assertEquals(
                    new DensitySpec.Preset("two-rings"), window.model.session().density());
        }
    }
}
