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
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.io.NpyArray;
import scorescope.core.io.Npz;
import scorescope.core.score.LearnedScore;
import scorescope.core.training.TrainingParameters;
import scorescope.core.training.TrainingSettings;
import scorescope.core.training.WeightsFile;
import scorescope.session.DensitySpec;
import scorescope.session.Session;
import scorescope.session.SessionDefaults;
import scorescope.session.codec.SessionJson;
import scorescope.ui.background.Background;
import scorescope.ui.model.TrainingStatus.Phase;

/** A training saved and gone on with, as the window does it but without one. */
@Timeout(120)
final class TrainingControllerTest {
    private static final long STEPS = 1500;

    @TempDir
    private Path folder;

    /** A model with its training, and a clock that ticks while somebody waits. */
    private static final class Window implements AutoCloseable {
        final Background background = new Background();
        final WorkbenchModel model;
        final TrainingController training;

        Window(Session session) {
            model = new WorkbenchModel(session, new SessionReading() {});
            training = new TrainingController(model, background);
        }

        void until(BooleanSupplier condition) {
            training.pulse();
            while (!condition.getAsBoolean()) {
                Thread.onSpinWait();
                training.pulse();
            }
        }

        void finish() {
            training.start();
            until(() -> model.training().phase() == Phase.FINISHED);
        }

        void say(BooleanSupplier said) {
            until(() -> model.messageProperty().get().isPresent() && said.getAsBoolean());
        }

        String message() {
            return model.messageProperty().get().map(Message::text).orElse("");
        }

        float[] weights() {
            return ((LearnedScore) model.learnedScore().orElseThrow()).weights().toArray();
        }

        double[] losses() {
            return training.lossesProperty().get().toArray();
        }

        @Override
        public void close() {
            training.close();
            background.close();
        }
    }

    private static Session small(double ema) {
        var opening = SessionDefaults.opening();
        var scalars = opening.training()
                .scalars()
                .with(TrainingParameters.BATCH, 40L)
                .with(TrainingParameters.SAMPLES, 400L)
                .with(TrainingParameters.EMA, ema)
                .with(TrainingParameters.STEPS, STEPS);
        return opening.withDensity(new DensitySpec.Preset("two-rings"))
                .withTraining(new TrainingSettings(scalars, List.of(12, 12), new TrainingSettings.Levels(4, 4, 0.5)));
    }

    /** Saved in full run, opened in a window that studies something else, and gone on with to the end. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.99})
    void goingOnFromAFileGivesTheBitsOfTheUninterruptedRun(double ema) {
        var session = small(ema);
        var file = folder.resolve("net.npz");
        float[] weights;
        double[] losses;
        try (var whole = new Window(session)) {
            whole.finish();
            weights = whole.weights();
            losses = whole.losses();
        }
        try (var first = new Window(session)) {
            first.training.start();
            first.until(() -> first.model.training().step() > 3);
            first.training.save(file);
            first.say(() -> first.message().contains("Saved"));
        }
        try (var second = new Window(SessionDefaults.opening())) {
            second.training.open(file);
            second.until(() -> second.model.training().step() > 0);
            int step = Math.toIntExact(second.model.training().step());
            assertTrue(step > 3 && step < STEPS, "saved at step " + step);
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
        try (var window = new Window(small(0))) {
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
            case "another network" -> withSession(small(0).withTraining(TrainingSettings.defaults()), bytes, bad);
            default -> withSession(small(0).withDensity(new DensitySpec.Preset("nowhere")), bytes, bad);
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
        try (var window = new Window(small(0))) {
            window.training.save(file);
            assertTrue(window.message().contains("train first"));
            window.training.step();
            window.until(() -> window.model.training().step() == 1);
            window.training.save(file);
            window.say(() -> window.message().contains("net.npz"));
        }
        try (var window = new Window(SessionDefaults.opening())) {
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

    /** A stale training is kept with the session it belongs to, and closing waits for the file. */
    @Test
    void aStaleTrainingIsSavedWithItsOwnDistribution() {
        var file = folder.resolve("stale.npz");
        try (var window = new Window(small(0))) {
            window.training.step();
            window.until(() -> window.model.training().step() == 1);
            window.model.edit(session -> session.withDensity(new DensitySpec.Preset("swiss-roll")));
            window.training.save(file);
        }
        assertTrue(Files.exists(file));
        assertFalse(Files.exists(folder.resolve("stale.npz.npz")));
        try (var window = new Window(SessionDefaults.opening())) {
            window.training.open(file);
            window.until(() -> window.model.learnedScore().isPresent());
            assertEquals(
                    new DensitySpec.Preset("two-rings"), window.model.session().density());
        }
    }

    private static void train(Window window, int steps) {
        for (int i = 0; i < steps; i++) {
            window.training.step();
        }
        window.until(() -> window.model.training().step() == steps);
    }

    private static Session elsewhere(Session session) {
        return session.withDensity(new DensitySpec.Preset("swiss-roll"));
    }

    /** A nudge of the distribution loses nothing: the network stays, says so, and can go on. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.99})
    void aNetworkStaysWhenTheDistributionChangesAndGoesOnWithIt(double ema) {
        try (var window = new Window(small(ema))) {
            train(window, 3);
            float[] before = window.weights();
            double[] losses = window.losses();
            window.model.edit(TrainingControllerTest::elsewhere);
            assertEquals(Phase.ELSEWHERE, window.model.training().phase());
            assertArrayEquals(before, window.weights());
            window.until(() -> window.model.messageProperty().get().isPresent());

            window.model
                    .messageProperty()
                    .get()
                    .orElseThrow()
                    .remedy()
                    .orElseThrow()
                    .action()
                    .run();
            window.until(() -> window.model.training().step() > 5);
            window.training.pause();
            assertArrayEquals(losses, Arrays.copyOf(window.losses(), 3), "the losses go on");
            assertFalse(Arrays.equals(before, window.weights()));
            assertEquals(elsewhere(small(ema)), window.model.session());
            assertTrue(window.model.messageProperty().get().isEmpty(), window.message());

            window.model.undo();
            assertEquals(Phase.ELSEWHERE, window.model.training().phase());
            assertArrayEquals(before, window.weights());
            window.model.undo();
            window.until(() -> window.model.training().phase() == Phase.PAUSED);
            assertEquals(small(ema), window.model.session());
            assertEquals(3, window.model.training().step());
            assertArrayEquals(before, window.weights());
            window.model.redo();
            window.model.redo();
            window.until(() -> window.model.training().step() > 5);
        }
    }

    /** The error said is that against the present distribution. */
    @Test
    void theErrorOfANetworkOfAnotherDistributionIsMeasuredAgainstThePresentOne() {
        try (var window = new Window(small(0))) {
            train(window, 3);
            window.until(() -> Double.isFinite(window.model.training().error().value()));
            double own = window.model.training().error().value();
            window.model.edit(TrainingControllerTest::elsewhere);
            assertFalse(Double.isFinite(window.model.training().error().value()), "not that of the one before");
            window.until(() -> Double.isFinite(window.model.training().error().value()));
            assertTrue(Math.abs(own - window.model.training().error().value()) > 1e-6);
        }
    }

    @Test
    void aFinishedNetworkGoesOnForAsManyStepsMore() {
        var settings = small(0).training();
        var brief = small(0).withTraining(new TrainingSettings(
                settings.scalars().with(TrainingParameters.STEPS, 4L), settings.hidden(), settings.levels()));
        try (var window = new Window(brief)) {
            window.finish();
            window.model.edit(TrainingControllerTest::elsewhere);
            window.training.start();
            window.until(() -> window.model.training().step() == 8);
            assertEquals(8, window.model.training().steps());
        }
    }

    @Test
    void aResetIsUndoneAndRedone() {
        try (var window = new Window(small(0))) {
            train(window, 3);
            float[] weights = window.weights();
            window.training.reset();
            window.until(() -> window.model.training().phase() == Phase.IDLE);
            assertTrue(window.model.learnedScore().isEmpty());
            assertEquals(0, window.losses().length);
            assertEquals(List.of("network forgotten"), window.model.edits().done());
            window.model.undo();
            window.until(() -> window.model.learnedScore().isPresent());
            assertArrayEquals(weights, window.weights());
            assertEquals(3, window.losses().length);
            window.model.redo();
            assertTrue(window.model.learnedScore().isEmpty());
        }
    }

    /** What was changed before a training began is undone without the network. */
    @Test
    void undoOfWhatWasDoneBeforeTheTrainingKeepsTheNetwork() {
        try (var window = new Window(small(0))) {
            window.model.lookAt(1.5);
            train(window, 2);
            window.model.undo();
            window.until(() -> window.model.training().step() == 2);
            assertTrue(window.model.learnedScore().isPresent());
            assertFalse(window.model.undoableProperty().get());
        }
    }

    @Test
    void withOtherSettingsNothingLearnedIsShownUntilUndo() {
        try (var window = new Window(small(0))) {
            train(window, 2);
            window.model.edit(session -> session.withTraining(small(0.5).training()));
            assertEquals(Phase.STALE, window.model.training().phase());
            assertTrue(window.model.learnedScore().isEmpty());
            window.training.step();
            window.until(() -> window.model.training().step() == 1);
            window.model.undo();
            window.model.undo();
            window.until(() -> window.model.training().step() == 2);
            assertTrue(window.model.learnedScore().isPresent());
        }
    }
}
