package scorescope.cli;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import scorescope.core.BadInputException;
import scorescope.core.io.AtomicFile;
import scorescope.core.io.Endings;
import scorescope.words.Words;

/** Checks output files before the work begins. */
final class Outputs {
    /** Names standard output. */
    static final String CONSOLE = "-";

    private Outputs() {}

    /** @throws BadInputException if the name does not end in .npz, or its folder does not exist */
    static void requireNpz(Path file) {
        require(file, Endings.NPZ);
    }

    /**
     * @param endings the formats of the command, in lower case
     * @throws BadInputException if the name has another extension (ignoring case), or its folder does not exist
     */
    static void require(Path file, String... endings) {
        if (!Endings.has(file, List.of(endings))) {
            throw new BadInputException(
                    file.toString(),
                    Words.text("cli.outputs.not-format-this-command"),
                    Words.text("cli.outputs.end-name", String.join(Words.text("cli.outputs.or"), endings)));
        }
        AtomicFile.requireWritablePlace(file);
    }

    /**
     * @throws BadInputException if {@code written} is not a valid file name
     */
    static Path path(String written) {
        try {
            return Path.of(written);
        } catch (InvalidPathException impossible) {
            throw new BadInputException(
                    "-o",
                    Words.text("cli.outputs.cannot-name-file", written),
                    Words.text("cli.outputs.choose-another"));
        }
    }

    /** Whether {@code written} names a folder: an existing one, or a name that ends with a separator. */
    static boolean isFolder(String written) {
        return written.endsWith("/") || written.endsWith(File.separator) || Files.isDirectory(path(written));
    }

    /**
     * The folder.
     *
     * @throws BadInputException if it does not exist
     */
    static Path folder(String written) {
        var folder = path(written);
        AtomicFile.requireWritablePlace(folder.resolve(CONSOLE));
        return folder;
    }

    /**
     * @throws BadInputException always, since several results do not fit into one file
     */
    static BadInputException needsFolder(String written) {
        return new BadInputException(
                written, Words.text("cli.outputs.one-file"), Words.text("cli.outputs.name-folder"));
    }

    /** A file beside {@code file} with the same name and another extension. */
    static Path beside(Path file, String ending) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return file.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ending);
    }
}
