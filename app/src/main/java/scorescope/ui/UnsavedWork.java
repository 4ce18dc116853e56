package scorescope.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import scorescope.core.BadInputException;
import scorescope.core.io.AtomicFile;
import scorescope.core.io.Endings;
import scorescope.session.Session;
import scorescope.session.codec.SessionJson;
import scorescope.ui.model.TrainingController;
import scorescope.ui.recovery.FirstFree;

/**
 * Sessions that were not saved when a window closed. Each has a file of its own, the first {@code
 * recovery.scorescope.json} and further ones with a number, and a file beside it for the training, if there was one.
 * Files stay until they are restored, however many windows close, except files older than 30 days and all but the
 * newest ten.
 */
final class UnsavedWork {
    private static final String ENDING = Endings.SESSION;
    private static final int MOST = 10;
    private static final Duration LONGEST = Duration.ofDays(30);

    private final Path first;

    /** Common beginning of all file names. */
    private final String stem;

    /**
     * @param first the file of the first session stored; others are placed beside it
     */
    UnsavedWork(Path first) {
        this.first = first.toAbsolutePath();
        String name = first.getFileName().toString();
        stem = name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
    }

    /** The folder in which sessions are stored. */
    Path folder() {
        return first.getParent();
    }

    /**
     * Stores a session beside those already stored.
     *
     * @throws IOException if it cannot be written; also signalled by an {@link UncheckedIOException} or a {@link
     * BadInputException}
     */
    void keep(Session session, UnsavedTraining training) throws IOException {
        Files.createDirectories(folder());
        sweep();
        int last = numbers().stream().findFirst().orElse(0);
        var file = FirstFree.of(number -> file(last + number), Files::createFile);
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

    /** Removes files that are too old or too many, before another one is stored. */
    private void sweep() throws IOException {
        var all = numbers();
        for (int i = 0; i < all.size(); i++) {
            var file = file(all.get(i));
            var since = Duration.between(Files.getLastModifiedTime(file).toInstant(), Instant.now());
            if (i >= MOST - 1 || since.compareTo(LONGEST) > 0) {
                remove(file);
            }
        }
    }

    /** The numbers of all sessions stored, the newest first. */
    private List<Integer> numbers() throws IOException {
        if (!Files.isDirectory(folder())) {
            return List.of();
        }
        var named = Pattern.compile(Pattern.quote(stem) + "(?:-([1-9][0-9]{0,8}))?" + Pattern.quote(ENDING));
        try (var files = Files.list(folder())) {
            return files.map(file -> named.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(name -> name.group(1) == null ? 1 : Integer.parseInt(name.group(1)))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }

    /** The session stored last; empty if there is none. */
    Optional<Path> newest() {
        try {
            return numbers().stream().findFirst().map(this::file);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** The training stored with a session; empty if there is none. */
    Optional<byte[]> trained(Path file) throws IOException {
        return Files.exists(training(file)) ? Optional.of(Files.readAllBytes(training(file))) : Optional.empty();
    }

    /** Removes a stored session with its training. */
    void remove(Path file) throws IOException {
        Files.deleteIfExists(file);
        Files.deleteIfExists(training(file));
    }

    private static Path training(Path file) {
        return file.resolveSibling(file.getFileName() + TrainingController.ENDING);
    }

    private Path file(int number) {
        return number == 1 ? first : first.resolveSibling(stem + "-" + number + ENDING);
    }
}
