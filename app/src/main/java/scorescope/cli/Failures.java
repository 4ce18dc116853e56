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
import scorescope.words.Words;

/**
 * The message of a failure in one line, with the exit code. It describes the first known cause in the chain. Lack of
 * memory or disk space is not reported as a fault of the program.
 *
 * @param line without the program's name
 */
record Failures(int code, String line) {
    private static final int LONGEST_CHAIN = 20;
    private static final String UNNAMED = Words.constant("cli.failures.file");

    static Failures of(Throwable failure) {
        Throwable cause = failure;
        for (int i = 0; i < LONGEST_CHAIN && cause != null; i++) {
            var known = known(cause);
            if (known.isPresent()) {
                return known.get();
            }
            cause = cause.getCause();
        }
        // Fonts, native libraries and pictures use that folder, and their error messages do not name it.
        return TemporaryFolder.problem()
                .map(missing -> new Failures(Cli.FAILED, missing.getMessage()))
                .orElseGet(() ->
                        new Failures(Cli.FAILED, Words.text("cli.failures.program-failed-run-again-verbose", failure)));
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
                                Words.text(
                                        "cli.failures.cannot-name-file-choose-another",
                                        impossible.getInput(),
                                        impossible.getReason()));
                    case OutOfMemoryError _ ->
                        new Failures(
                                Cli.FAILED,
                                Words.text(
                                        "cli.failures.memory-mb-does-not-suffice",
                                        Runtime.getRuntime().maxMemory() >> 20));
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
