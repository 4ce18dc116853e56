package scorescope.ui.recovery;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.function.IntFunction;

/** Files and folders of which each program makes one of its own, by number. */
public final class FirstFree {
    private FirstFree() {}

    /** Makes a file or a folder, and fails if there is one. */
    @FunctionalInterface
    public interface Creation {
        /** @throws FileAlreadyExistsException if another program was first */
        Path create(Path path) throws IOException;
    }

    /** Makes the first of {@code named}, from number 1 on, that is not there yet. */
    public static Path of(IntFunction<Path> named, Creation creation) throws IOException {
        for (int number = 1; ; number++) {
            try {
                return creation.create(named.apply(number));
            } catch (FileAlreadyExistsException ofAnother) {
                // The next number is tried.
            }
        }
    }
}
