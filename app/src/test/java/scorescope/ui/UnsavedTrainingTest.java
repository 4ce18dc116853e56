package scorescope.ui;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.score.LearnedScore;
import scorescope.core.training.TrainingParameters;
import scorescope.core.training.TrainingSettings;
import scorescope.session.Session;
import scorescope.session.SessionDefaults;
import scorescope.ui.dialog.Dialogs;

/** Closing saves a training with the session, and it continues at its step. */
@Timeout(120)
class UnsavedTrainingTest {
    @TempDir
    private Path folder;

    private static Session small() {
        var opening = SessionDefaults.opening();
        var scalars = opening.training()
                .scalars()
                .with(TrainingParameters.BATCH, 40L)
                .with(TrainingParameters.SAMPLES, 400L)
                .with(TrainingParameters.STEPS, 100_000L);
        return opening.withTraining(new TrainingSettings(scalars, List.of(6), new TrainingSettings.Levels(4, 4, 0.5)));
    }

    /** A window without a stage. */
    private final class Window implements AutoCloseable {
        final AppContext context = AppContext.on(small());
        final SessionFiles files = new SessionFiles(
                context.model(),
                Dialogs.NOBODY,
                folder.resolve("home/recovery.scorescope.json"),
                UnsavedTraining.of(context.training()));

        void until(BooleanSupplier condition) {
            do {
                Thread.onSpinWait();
                context.training().pulse();
            } while (!condition.getAsBoolean());
        }

        void train(long steps) {
            context.training().start();
            until(() -> context.model().training().step() >= steps);
        }

        void pause() {
            context.training().pause();
            until(() -> !context.model().training().running());
        }

        float[] weights() {
            return ((LearnedScore) context.model().learnedScore().orElseThrow())
                    .weights()
                    .toArray();
        }

        @Override
        public void close() {
            context.close();
        }
    }

    private long storedFiles() throws IOException {
        try (var all = Files.list(folder.resolve("home"))) {
            return all.count();
        }
    }

    /** @param changed whether the session was changed too */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatWasLearnedIsKeptAndGoesOn(boolean changed) throws IOException {
        long step;
        float[] weights;
        try (var window = new Window()) {
            assertTrue(window.files.keepUnsaved());
            assertFalse(Files.exists(folder.resolve("home")), "nothing to keep");
            if (changed) {
                window.context.model().setSigma(1.25);
            }
            window.train(20);
            window.pause();
            step = window.context.training().learned().orElseThrow().step();
            weights = window.weights();
            assertTrue(window.files.keepUnsaved());
            assertTrue(window.files.keepUnsaved(), "the window asks twice");
            assertEquals(2, storedFiles());
        }
        try (var window = new Window()) {
            assertTrue(window.files.hasUnsavedWork());
            window.files.restoreUnsavedWork();
            window.until(() -> window.context.training().learned().isPresent());
            assertEquals(step, window.context.training().learned().orElseThrow().step());
            assertArrayEquals(weights, window.weights());
            assertEquals(0, storedFiles());
            assertEquals(changed ? 1.25 : 0.5, window.context.model().level().sigma());
            window.train(step + 5);
            assertTrue(window.context.training().unsaved());
        }
    }

    @Test
    void aTrainingIsKeptWhileItRuns() throws IOException {
        try (var window = new Window()) {
            window.train(3);
            assertTrue(window.files.keepUnsaved());
            assertEquals(2, storedFiles());
        }
    }

    @Test
    void whatWasSavedIsNotKept() throws IOException {
        try (var window = new Window()) {
            window.train(5);
            window.pause();
            window.context.training().save(folder.resolve("net.npz"));
            window.until(() -> window.context.model().messageProperty().get().isPresent());
            assertFalse(window.context.training().unsaved());
            assertTrue(window.files.keepUnsaved());
            assertFalse(Files.exists(folder.resolve("home")));
            window.train(window.context.training().learned().orElseThrow().step() + 1);
            assertTrue(window.context.training().unsaved(), "more was learned since");
        }
    }
}
