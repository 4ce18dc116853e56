package scorescope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scorescope.session.NoiseSpec;
import scorescope.session.SessionDefaults;
import scorescope.session.codec.SessionJson;
import scorescope.ui.dialog.Dialogs;
import scorescope.ui.model.Message;
import scorescope.ui.model.SessionReading;
import scorescope.ui.model.WindowModel;

/** Closing saves unsaved work, or says that it cannot. */
class UnsavedWorkTest {
    @TempDir
    private Path folder;

    private Path saveAs = Path.of("nowhere");

    private final class Answers implements Dialogs {
        @Override
        public Optional<Path> openSession() {
            return Optional.empty();
        }

        @Override
        public Optional<Path> saveSession(String suggestedName) {
            return Optional.of(saveAs);
        }

        @Override
        public Optional<Path> exportFigure(String suggestedName) {
            return Optional.empty();
        }
    }

    private static WindowModel model() {
        return new WindowModel(SessionDefaults.opening(), new SessionReading() {});
    }

    /** Folders that cannot be written: below a file, below a folder of the system, a file instead of the folder. */
    private List<Path> unwritable() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "no folder");
        var homes = new ArrayList<>(List.of(file.resolve("home"), file, file.resolve("a/b/c")));
        Stream.of(Path.of("/proc/nowhere"), Path.of("/sys/nowhere"))
                .filter(home -> Files.isDirectory(home.getParent()))
                .forEach(homes::add);
        return homes;
    }

    /** The case close-when-home-cannot-be-written. */
    @Test
    void whereNothingCanBeKeptTheWindowStaysAndSaysWhereAndOffersToSave() throws IOException {
        for (var home : unwritable()) {
            var model = model();
            var files = new SessionFiles(model, new Answers(), home.resolve("recovery.scorescope.json"));
            assertTrue(files.keepUnsaved(), "nothing to keep");
            model.setSigma(1.25);
            assertFalse(files.keepUnsaved());
            var message = model.messageProperty().get().orElseThrow();
            assertEquals(Message.Tone.PROBLEM, message.tone());
            assertTrue(message.text().contains(home.toString()), message.text());
            saveAs = folder.resolve("elsewhere.scorescope.json");
            message.remedy().orElseThrow().action().run();
            assertEquals(1.25, sigma(saveAs));
            assertTrue(files.keepUnsaved(), "it is saved");
            Files.delete(saveAs);
        }
    }

    /** Closing a second time discards the work; after further changes the question is repeated. */
    @Test
    void askedOnceMoreItLetsTheWorkGo() throws IOException {
        for (var home : unwritable()) {
            var model = model();
            var files = new SessionFiles(model, new Answers(), home.resolve("recovery.scorescope.json"));
            model.setSigma(1.25);
            assertFalse(files.keepUnsaved());
            model.setSigma(1.5);
            assertFalse(files.keepUnsaved());
            assertTrue(files.keepUnsaved());
        }
    }

    @Test
    void workThatWasNeverRestoredIsNotOverwritten() {
        var recovery = folder.resolve("home/recovery.scorescope.json");
        for (double sigma : new double[] {1, 2, 3}) {
            var model = model();
            var files = new SessionFiles(model, Dialogs.NOBODY, recovery);
            model.setSigma(sigma);
            assertTrue(files.keepUnsaved());
        }
        var model = model();
        var files = new SessionFiles(model, Dialogs.NOBODY, recovery);
        var restored = new ArrayList<Double>();
        while (files.hasUnsavedWork()) {
            files.restoreUnsavedWork();
            restored.add(model.level().sigma());
        }
        assertEquals(Set.of(1.0, 2.0, 3.0), Set.copyOf(restored));
        assertEquals(3.0, restored.getFirst(), "the newest first");
    }

    /** Of unsaved sessions only the latest ten of the last month stay. */
    @Test
    void whatIsOldIsLetGoWhenMoreIsKept() throws IOException {
        var home = folder.resolve("home");
        var recovery = home.resolve("recovery.scorescope.json");
        for (int i = 1; i <= 15; i++) {
            keep(i, recovery);
        }
        Files.writeString(home.resolve("recovery-notes.scorescope.json"), "of another program");
        assertEquals(11, count(home));
        Files.setLastModifiedTime(
                home.resolve("recovery-9.scorescope.json"),
                FileTime.from(Instant.now().minus(Duration.ofDays(40))));
        Files.writeString(home.resolve("recovery-9.scorescope.json.npz"), "weights");
        keep(16, recovery);
        assertFalse(Files.exists(home.resolve("recovery-9.scorescope.json")));
        assertFalse(Files.exists(home.resolve("recovery-9.scorescope.json.npz")));
        assertEquals(16.0, sigma(home.resolve("recovery-16.scorescope.json")));
    }

    private static void keep(double sigma, Path recovery) {
        var model = model();
        var files = new SessionFiles(model, Dialogs.NOBODY, recovery);
        model.setSigma(sigma);
        assertTrue(files.keepUnsaved());
    }

    private static long count(Path home) throws IOException {
        try (var files = Files.list(home)) {
            return files.count();
        }
    }

    /** The request to close and the closing itself together write one file. */
    @Test
    void theSameWorkIsKeptOnce() throws IOException {
        var model = model();
        var files = new SessionFiles(model, Dialogs.NOBODY, folder.resolve("home/recovery.scorescope.json"));
        model.setSigma(2);
        assertTrue(files.keepUnsaved());
        assertTrue(files.keepUnsaved());
        assertEquals(1, count(folder.resolve("home")));
    }

    private static double sigma(Path file) {
        return SessionJson.read(file).noise() instanceof NoiseSpec.Sigma(double sigma) ? sigma : Double.NaN;
    }
}
