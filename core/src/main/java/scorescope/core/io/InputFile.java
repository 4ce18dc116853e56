package scorescope.core.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import scorescope.core.BadInputException;

/** Reads a file named by the user. */
public final class InputFile {
    private static final int MOST = Integer.MAX_VALUE - 8;
    private static final String TOO_LARGE = "is larger than 2 GB";
    private static final String SMALLER = "save a smaller part of it";

    private InputFile() {}

    /**
     * All bytes of {@code file}, which may be a pipe.
     *
     * @throws BadInputException if it does not exist, is a folder, may not be read, or is too large for an array or for
     *     the available memory
     * @throws StorageException if the machine fails to read it
     */
    public static byte[] bytes(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new BadInputException(file.toString(), "there is no such file", "check the name and the folder");
        }
        if (Files.isDirectory(file)) {
            throw new BadInputException(file.toString(), "is a folder", "give the name of a file in it");
        }
        if (!Files.isReadable(file)) {
            throw new BadInputException(file.toString(), "may not be read", "change its permissions");
        }
        try {
            if (Files.size(file) > MOST) {
                throw new BadInputException(file.toString(), TOO_LARGE, SMALLER);
            }
            if (Files.isRegularFile(file) && Files.size(file) > 0) {
                return Files.readAllBytes(file);
            }
            // The length of a pipe, a device or a file in /proc is unknown.
            try (var stream = Files.newInputStream(file)) {
                byte[] bytes = stream.readNBytes(mostFromStream());
                if (stream.read() >= 0) {
                    throw new BadInputException(file.toString(), TOO_LARGE, SMALLER);
                }
                return bytes;
            }
        } catch (OutOfMemoryError tooLarge) {
            throw new BadInputException(file.toString(), "does not fit into the memory there is", SMALLER);
        } catch (IOException failed) {
            throw StorageException.of(failed, file.toString(), false);
        }
    }

    private static int mostFromStream() {
        return (int) Math.min(MOST, Runtime.getRuntime().maxMemory() / 4);
    }
}
