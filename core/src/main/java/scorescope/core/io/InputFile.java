package scorescope.core.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import scorescope.core.BadInputException;

/** Reads a file named by the user. */
public final class InputFile {
    private static final int MOST = Integer.MAX_VALUE - 8;

    private InputFile() {}

    /**
     * All bytes of {@code file}, which may be a pipe.
     *
     * @throws BadInputException if it does not exist, is a folder, may not be read, is empty although a program wrote it
     *     (such as a picture or an array), or is too large for an array or for the available memory
     * @throws StorageException if the machine fails to read it
     */
    public static byte[] bytes(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw BadInputException.of(
                    file.toString(),
                    Files.isSymbolicLink(file) ? "core.io.input-file.broken-link" : "core.io.input-file.no-such-file");
        }
        if (Files.isDirectory(file)) {
            throw BadInputException.of(file.toString(), "core.io.atomic-file.is-folder");
        }
        if (!Files.isReadable(file)) {
            throw BadInputException.of(file.toString(), "core.io.input-file.not-readable");
        }
        try {
            if (Files.size(file) > MOST) {
                throw BadInputException.of(file.toString(), "core.io.input-file.too-large");
            }
            if (Files.isRegularFile(file) && Files.size(file) > 0) {
                return Files.readAllBytes(file);
            }
            // The length of a pipe, a device or a file in /proc is unknown.
            try (var stream = Files.newInputStream(file)) {
                byte[] bytes = stream.readNBytes(mostFromStream());
                if (stream.read() >= 0) {
                    throw BadInputException.of(file.toString(), "core.io.input-file.too-large");
                }
                if (bytes.length == 0 && !Endings.isTyped(file)) {
                    throw BadInputException.of(file.toString(), "core.io.input-file.empty");
                }
                return bytes;
            }
        } catch (OutOfMemoryError tooLarge) {
            throw BadInputException.of(file.toString(), "core.io.input-file.no-memory");
        } catch (IOException failed) {
            throw StorageException.of(failed, file.toString(), false);
        }
    }

    private static int mostFromStream() {
        return (int) Math.min(MOST, Runtime.getRuntime().maxMemory() / 4);
    }
}
