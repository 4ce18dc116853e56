package scorescope.core.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ThreadLocalRandom;
import scorescope.core.BadInputException;

/**
 * Writes a file to a temporary neighbour and moves it into place, so that a crash, a full disk or an exception
 * leaves the old file as it was.
 */
public final class AtomicFile {
    private AtomicFile() {}

    /** What goes into the file. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Replaces {@code file} by {@code content}. A symbolic link is followed; a device (such as /dev/stdout) is
     * written to directly.
     *
     * @throws BadInputException if the folder does not exist or {@code file} is a folder
     * @throws IOException if writing failed; then {@code file} is unchanged and the neighbour is gone
     */
    public static void write(Path file, Content content) throws IOException {
        requireWritablePlace(file);
        var target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            try (var out = new BufferedOutputStream(Files.newOutputStream(target))) {
                content.writeTo(out);
            }
            return;
        }
        var neighbour = target.resolveSibling("." + target.getFileName() + "."
                + Long.toHexString(ThreadLocalRandom.current().nextLong()) + ".tmp");
        try {
            try (var out = new BufferedOutputStream(
                    Files.newOutputStream(neighbour, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
                content.writeTo(out);
            }
            move(neighbour, target);
        } finally {
            Files.deleteIfExists(neighbour);
        }
    }

    /** Like {@link #write(Path, Content)}. */
    public static void write(Path file, byte[] content) throws IOException {
        write(file, out -> out.write(content));
    }

    /**
     * Tells early, before the work is done, whether a file could be put there.
     *
     * @throws BadInputException if the folder does not exist or {@code file} is a folder
     */
    public static void requireWritablePlace(Path file) {
        var folder = file.toAbsolutePath().getParent();
        if (folder == null || Files.isDirectory(file)) {
            throw new BadInputException(file.toString(), "is a folder", "give the name of a file in it");
        }
        if (!Files.isDirectory(folder)) {
            throw new BadInputException(
                    file.toString(), "the folder " + folder + " does not exist", "create it or choose another");
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException onThisFileSystem) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
