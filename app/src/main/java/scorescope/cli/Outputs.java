package scorescope.cli;

import java.nio.file.Path;
import scorescope.core.BadInputException;
import scorescope.core.io.AtomicFile;
import scorescope.words.Words;

/** Checks of output files, made before the work begins. */
final class Outputs {
    private Outputs() {}

    /** @throws BadInputException if the name does not end in .npz, or its folder does not exist */
    static void requireNpz(Path file) {
        require(file, ".npz");
    }

    /** @throws BadInputException if the name has another ending, or its folder does not exist */
    static void require(Path file, String ending) {
        if (!file.toString().endsWith(ending)) {
            throw new BadInputException(
                    file.toString(),
                    Words.text("cli.outputs.not-format-this-command"),
                    Words.text("cli.outputs.end-name", ending));
        }
        AtomicFile.requireWritablePlace(file);
    }
}
