package scorescope.core.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import scorescope.core.BadInputException;

/**
 * Writes a file to a temporary neighbour, forces it to the disk and moves it into place, so that a crash, a full disk, a
 * power cut or an exception leaves the old file as it was. The new file gets the permissions, owner and group of the
 * old one, as far as the system permits; other hard links of the old file keep the old content.
 */
public final class AtomicFile {
    private static final int MOST_LINKS = 40;

    private AtomicFile() {}

    /** Writes the content of the file. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Replaces {@code file} by {@code content}. A symbolic link is followed; a device or pipe (such as /dev/stdout) is
     * written to directly.
     *
     * @throws BadInputException if the folder does not exist, or {@code file} is a folder or write-protected
     * @throws StorageException if writing failed; then {@code file} is unchanged and the temporary neighbour is deleted
     */
    public static void write(Path file, Content content) throws IOException {
        writeAll(Map.of(file, content));
    }

    /** Like {@link #write(Path, Content)}. */
    public static void write(Path file, byte[] content) throws IOException {
        write(file, out -> out.write(content));
    }

    /**
     * Replaces several files together: none is moved into place before all are written and forced to the disk.
     *
     * @param contents by file, in the order in which they are written
     * @throws BadInputException as {@link #write(Path, Content)}, of any of the files; then nothing is written
     * @throws StorageException if writing one failed; then no file is changed
     */
    public static void writeAll(Map<Path, Content> contents) throws IOException {
        contents.keySet().forEach(AtomicFile::requireWritablePlace);
        Path place = Path.of("");
        try {
            var neighbours = new ArrayList<Neighbour>();
            try {
                for (var content : contents.entrySet()) {
                    place = content.getKey();
                    if (isDevice(place)) {
                        print(place, content.getValue());
                    } else {
                        stage(target(place), content.getValue(), neighbours);
                    }
                }
                for (var neighbour : neighbours) {
                    place = neighbour.target();
                    move(neighbour.path(), place);
                    force(place.getParent());
                }
            } finally {
                for (var neighbour : neighbours) {
                    neighbour.close();
                }
            }
        } catch (IOException failed) {
            throw StorageException.of(failed, place.toString(), true);
        }
    }

    private static boolean isDevice(Path file) {
        return Files.exists(file) && !Files.isRegularFile(file);
    }

    private static void print(Path device, Content content) throws IOException {
        try (var out = new BufferedOutputStream(Files.newOutputStream(device, StandardOpenOption.WRITE))) {
            content.writeTo(out);
        }
    }

    /** Writes the neighbour of a file, which is added to {@code neighbours} as soon as it exists. */
    private static void stage(Path target, Content content, List<Neighbour> neighbours) throws IOException {
        Neighbour.sweep(target.getParent());
        var neighbour = Neighbour.of(target);
        neighbours.add(neighbour);
        var out = new BufferedOutputStream(neighbour.stream());
        content.writeTo(out);
        out.flush();
        neighbour.finish();
    }

    /**
     * Checks before long work that a file can be written at this place.
     *
     * @throws BadInputException if the folder does not exist or may not be written to, or {@code file} is a folder, a
     *     link to itself or write-protected
     */
    public static void requireWritablePlace(Path file) {
        var place = file.toString();
        if (file.toAbsolutePath().getParent() == null || Files.isDirectory(file)) {
            throw BadInputException.of(place, "core.io.atomic-file.is-folder");
        }
        if (Files.exists(file) && !Files.isWritable(file)) {
            throw BadInputException.of(place, "core.io.atomic-file.not-writable");
        }
        if (isDevice(file)) {
            return;
        }
        var target = target(file);
        if (Files.isSymbolicLink(target)) {
            throw BadInputException.of(place, "core.io.atomic-file.link-to-itself");
        }
        var folder = target.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw BadInputException.of(place, "core.io.atomic-file.no-folder", folder);
        }
        if (!Files.isWritable(folder)) {
            throw BadInputException.of(place, "core.io.atomic-file.folder-not-writable", folder);
        }
    }

    /** The target of a symbolic link, which need not exist yet; a link if the links lead back to themselves. */
    private static Path target(Path file) {
        var target = file.toAbsolutePath();
        for (int i = 0; i < MOST_LINKS && Files.isSymbolicLink(target); i++) {
            try {
                target = target.resolveSibling(Files.readSymbolicLink(target));
            } catch (IOException unreadable) {
                return target;
            }
        }
        return target;
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException onThisFileSystem) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Forces the move to the disk: without it a power cut may undo the move. On Windows the move itself is forced. */
    private static void force(Path folder) {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException notOnThisSystem) {
            // The file is complete and in place; only its persistence after a power cut is not guaranteed.
        }
    }
}
