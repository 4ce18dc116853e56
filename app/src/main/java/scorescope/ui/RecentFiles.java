package scorescope.ui;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import scorescope.core.io.AtomicFile;

/** Session files opened or saved recently, the newest first, stored in a text file with one path per line. */
final class RecentFiles {
    private static final int MOST = 12;

    private final Path list;

    /** @param list the file; it need not exist, and if it cannot be read there are no recent files */
    RecentFiles(Path list) {
        this.list = list;
    }

    /** The files that still exist. */
    List<Path> all() {
        return read().filter(Files::isRegularFile).toList();
    }

    private Stream<Path> read() {
        try {
            return Files.readAllLines(list).stream().flatMap(RecentFiles::path);
        } catch (IOException nothingListed) {
            return Stream.empty();
        }
    }

    private static Stream<Path> path(String line) {
        try {
            return line.isBlank() ? Stream.empty() : Stream.of(Path.of(line));
        } catch (InvalidPathException notOfThisSystem) {
            return Stream.empty();
        }
    }

    /** Moves or adds a file to the front. */
    void add(Path file) {
        var newest = file.toAbsolutePath().normalize();
        var lines = Stream.concat(Stream.of(newest), read().filter(known -> !known.equals(newest)))
                .limit(MOST)
                .map(Path::toString)
                .toList();
        try {
            Files.createDirectories(list.toAbsolutePath().getParent());
            AtomicFile.write(list, String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        } catch (IOException | scorescope.core.BadInputException failure) {
            // The list is a convenience; the file itself is open or saved.
        }
    }
}
