package scorescope.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import scorescope.core.BadInputException;
import scorescope.core.io.AtomicFile;
import scorescope.core.io.Endings;
import scorescope.session.Session;
import scorescope.session.codec.SessionJson;
import scorescope.ui.model.TrainingController;

/**
 * Sessions that were not saved when a window closed, one file each, from the first, {@code recovery.scorescope.json}, on, and
 * beside each the training, if there was one: what is kept stays until it is restored, however often windows close.
 */
final class KeptWork {
    private static final String ENDING = Endings.SESSION;

    private final Path first;

    /** @param first the file of the first session that is kept; others stand beside it */
    KeptWork(Path first) {
        this.first = first.toAbsolutePath();
    }

    /** The folder in which sessions are kept. */
    Path folder() {
        return first.getParent();
    }

    /**
     * Keeps a session beside those that are kept already.
     *
     * @throws IOException if it cannot be written; an {@link UncheckedIOException} or a
     *     {@link BadInputException} says the same
     */
    void keep(Session session, UnsavedTraining training) throws IOException {
        Files.createDirectories(folder());
        var file = reserved();
        try {
            if (training.exists()) {
                AtomicFile.write(training(file), training.checkpoint(folder()));
            }
            SessionJson.write(session, file);
        } catch (BadInputException | IOException | UncheckedIOException notWritten) {
            remove(file);
            throw notWritten;
        }
    }

    /** A file that no other window has taken, empty. */
    private Path reserved() throws IOException {
        for (int number = 1; ; number++) {
            try {
                return Files.createFile(file(number));
            } catch (FileAlreadyExistsException ofAnother) {
                // The next number is tried.
            }
        }
    }

    /** The session that was kept last; empty if there is none. */
    Optional<Path> newest() {
        int number = 1;
        while (Files.exists(file(number))) {
            number++;
        }
        return number == 1 ? Optional.empty() : Optional.of(file(number - 1));
    }

    /** What was learned with a session that is kept; empty if nothing was. */
    Optional<byte[]> trained(Path file) throws IOException {
        return Files.exists(training(file)) ? Optional.of(Files.readAllBytes(training(file))) : Optional.empty();
    }

    /** Lets a session that is kept go, with its training. */
    void remove(Path file) throws IOException {
        Files.deleteIfExists(file);
        Files.deleteIfExists(training(file));
    }

    private static Path training(Path file) {
        return file.resolveSibling(file.getFileName() + TrainingController.ENDING);
    }

    private Path file(int number) {
        String name = first.getFileName().toString();
        String stem = name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
        return number == 1 ? first : first.resolveSibling(stem + "-" + number + ENDING);
    }
}
