package scorescope.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import scorescope.core.BadInputException;
import scorescope.core.io.Endings;
import scorescope.session.Session;
import scorescope.session.codec.SessionJson;

/**
 * Sessions that were not saved when a window closed, one file each, from the first, {@code recovery.scorescope.json}, on:
 * what is kept stays until it is restored, however often windows close.
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
    void keep(Session session) throws IOException {
        Files.createDirectories(folder());
        var file = reserved();
        try {
            SessionJson.write(session, file);
        } catch (BadInputException | UncheckedIOException notWritten) {
            Files.deleteIfExists(file);
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

    private Path file(int number) {
        String name = first.getFileName().toString();
        String stem = name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
        return number == 1 ? first : first.resolveSibling(stem + "-" + number + ENDING);
    }
}
