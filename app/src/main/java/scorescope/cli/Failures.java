package scorescope.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.util.Optional;
import scorescope.core.BadInputException;
import scorescope.core.FailedWork;
import scorescope.core.io.StorageException;
import scorescope.core.io.TemporaryFolder;

/**
 * What a failure says to a person: one line and the exit code. The cause counts, not what it was wrapped in on its way;
 * what the machine lacks is not called a fault of the program.
 *
 * @param line without the program's name
 */
record Failures(int code, String line) {
    private static final int LONGEST_CHAIN = 20;
    private static final String UNNAMED = "a file";

    static Failures of(Throwable failure) {
        Throwable cause = failure;
        for (int i = 0; i < LONGEST_CHAIN && cause != null; i++) {
            var known = known(cause);
            if (known.isPresent()) {
                return known.get();
            }
            cause = cause.getCause();
        }
        // Fonts, native libraries and pictures pass through that folder, and their complaints do not name it.
        return TemporaryFolder.problem()
                .map(missing -> new Failures(Cli.FAILED, missing.getMessage()))
                .orElseGet(() -> new Failures(
                        Cli.FAILED,
                        "the program failed (" + failure + "); run it again with --verbose and report what it says"));
    }

    private static Optional<Failures> known(Throwable cause) {
        return Optional.ofNullable(
                switch (cause) {
                    case BadInputException bad -> new Failures(Cli.BAD_INPUT, bad.getMessage());
                    case FailedWork failed -> new Failures(Cli.FAILED, failed.getMessage());
                    case UncheckedIOException wrapped -> null;
                    case IOException failed -> new Failures(Cli.FAILED, storage(failed));
                    case InvalidPathException impossible ->
                        new Failures(
                                Cli.BAD_INPUT,
                                "\"" + impossible.getInput() + "\" cannot be the name of a file ("
                                        + impossible.getReason() + "); choose another");
                    case OutOfMemoryError _ ->
                        new Failures(
                                Cli.FAILED,
                                "the memory of " + (Runtime.getRuntime().maxMemory() >> 20)
                                        + " MB does not suffice; ask for less, such as fewer particles, or set"
                                        + " SCORESCOPE_JAVA_OPTS=-Xmx8g");
                    default -> null;
                });
    }

    private static String storage(IOException failed) {
        String place =
                failed instanceof FileSystemException named && named.getFile() != null ? named.getFile() : UNNAMED;
        var temporary = TemporaryFolder.problem();
        return failed instanceof StorageException || temporary.isEmpty()
                ? StorageException.of(failed, place, true).getMessage()
                : temporary.get().getMessage();
    }
}
