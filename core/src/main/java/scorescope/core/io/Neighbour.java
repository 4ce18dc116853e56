package scorescope.core.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/**
 * A temporary file in the folder of the file that it will replace. It is locked while it is written, so that what a
 * killed program has left can be told from what another one is writing, and carries the number of its process.
 */
final class Neighbour implements AutoCloseable {
    private static final Pattern NAME = Pattern.compile("\\.scorescope-(\\d{1,18})-[0-9a-f]{1,16}\\.tmp");
    private static final String GLOB = ".scorescope-*.tmp";

    /** A process of that age with the same number is taken to be another one. */
    private static final Duration LONGEST_WRITE = Duration.ofDays(1);

    private final Path target;
    private final Path path;
    private final FileChannel channel;

    private Neighbour(Path target, Path path, FileChannel channel) {
        this.target = target;
        this.path = path;
        this.channel = channel;
    }

    /** A new one for {@code target}; nobody else may read it if there is a file to be replaced. */
    static Neighbour of(Path target) throws IOException {
        Path path =
                target.resolveSibling(".scorescope-" + ProcessHandle.current().pid() + "-"
                        + Long.toHexString(ThreadLocalRandom.current().nextLong()) + ".tmp");
        boolean posix = Files.getFileAttributeView(path.getParent(), PosixFileAttributeView.class) != null;
        FileAttribute<?>[] attributes = posix && Files.exists(target)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        var channel =
                FileChannel.open(path, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes);
        lock(channel);
        return new Neighbour(target, path, channel);
    }

    Path path() {
        return path;
    }

    OutputStream stream() {
        return Channels.newOutputStream(channel);
    }

    /** Gives it the rights of the file to be replaced, forces it to the disk and closes it, so that it can be moved. */
    void finish() throws IOException {
        if (Files.exists(target)) {
            takeRights();
        }
        channel.force(true);
        channel.close();
    }

    /** Removes it if it was not moved. */
    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(path);
    }

    private void takeRights() throws IOException {
        var to = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (to != null) {
            var from = Files.getFileAttributeView(target, PosixFileAttributeView.class)
                    .readAttributes();
            var own = to.readAttributes();
            // A change of owner takes rights away, so rights come last.
            try {
                if (!own.group().equals(from.group())) {
                    to.setGroup(from.group());
                }
                if (!own.owner().equals(from.owner())) {
                    to.setOwner(from.owner());
                }
            } catch (IOException onlyAdministratorsMay) {
                // The file then belongs to the person who writes it, as a copy would.
            }
            to.setPermissions(from.permissions());
        }
        var acl = Files.getFileAttributeView(path, AclFileAttributeView.class);
        var old = Files.getFileAttributeView(target, AclFileAttributeView.class);
        if (acl != null && old != null) {
            acl.setAcl(old.getAcl());
        }
    }

    /** Removes those in {@code folder} whose programs ended before they were done. */
    static void sweep(Path folder) {
        try (var left = Files.newDirectoryStream(folder, GLOB)) {
            for (var file : left) {
                if (isAbandoned(file)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException | RuntimeException cannotBeListed) {
            // They are in nobody's way, and the next write tries again.
        }
    }

    private static boolean isAbandoned(Path file) throws IOException {
        var name = NAME.matcher(file.getFileName().toString());
        if (!name.matches()) {
            return false;
        }
        boolean old = Files.getLastModifiedTime(file)
                        .compareTo(FileTime.from(Instant.now().minus(LONGEST_WRITE)))
                < 0;
        boolean alive = ProcessHandle.of(Long.parseLong(name.group(1)))
                .filter(ProcessHandle::isAlive)
                .isPresent();
        if (alive && !old) {
            return false;
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            return lock(channel);
        }
    }

    /** Whether nobody else has locked the file; true, too, where the file system knows no locks. */
    private static boolean lock(FileChannel channel) {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException ownThread) {
            return false;
        } catch (IOException noLocks) {
            return true;
        }
    }
}
