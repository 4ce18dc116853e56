package scorescope.core.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import scorescope.core.BadInputException;

/** Reads a file that a person named. */
public final class InputFile {
    private InputFile() {}

    /**
     * All bytes of {@code file}.
     *
     * @throws BadInputException if it does not exist, is a folder, may not be read or is larger than an array
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
        if (Files.size(file) > Integer.MAX_VALUE - 8) {
            throw new BadInputException(file.toString(), "is larger than 2 GB", "save a smaller part of it");
        }
        return Files.readAllBytes(file);
    }
}
