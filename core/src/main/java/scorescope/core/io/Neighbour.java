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
 * A temporary file in the folder of the file that it will replace. It is locked while it is written and carries the number of
 * its process, so that files left by a killed program can be distinguished from files being written.
 */
final class Neighbour implements AutoCloseable {
    private static final Pattern NAME = Pattern.compile("\\.scorescope-(\\d{1,18})-[0-9a-f]{1,16}\\.tmp");
    private static final String GLOB = ".scorescope-*.tmp";

    /** Age above which the process of a file is assumed to have ended, even if its number is in use again. */
    private static final Duration LONGEST_WRITE = Duration.ofDays(1);

    private final Path target;
    private final Path path;
    private final FileChannel channel;

    private Neighbour(Path target, Path path, FileChannel channel) {
        this.target = target;
        this.path = path;
        this.channel = channel;
    }

    /** A new file for {@code target}; if that exists, only the owner may read the new one until it gets the same permissions. */
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

    /** The file that it will replace. */
    Path target() {
        return target;
    }

    OutputStream stream() {
        return Channels.newOutputStream(channel);
    }

    /** Sets the permissions of the file to be replaced, forces the content to the disk and closes, so that it can be moved. */
    void finish() throws IOException {
        if (Files.exists(target)) {
            takeRights();
        }
        channel.force(true);
        channel.close();
    }

    /** Deletes the file if it was not moved. */
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
            // A change of owner removes permissions, so permissions are set last.
            try {
                if (!own.group().equals(from.group())) {
                    to.setGroup(from.group());
                }
                if (!own.owner().equals(from.owner())) {
                    to.setOwner(from.owner());
                }
            } catch (IOException onlyAdministratorsMay) {
                // The file then belongs to the writing user, as a copy would.
            }
            to.setPermissions(from.permissions());
        }
        var acl = Files.getFileAttributeView(path, AclFileAttributeView.class);
        var old = Files.getFileAttributeView(target, AclFileAttributeView.class);
        if (acl != null && old != null) {
            acl.setAcl(old.getAcl());
        }
    }

    /** Deletes temporary files in {@code folder} whose processes ended before they were complete. */
    static void sweep(Path folder) {
        try (var left = Files.newDirectoryStream(folder, GLOB)) {
            for (var file : left) {
                if (isAbandoned(file)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException | RuntimeException cannotBeListed) {
            // Left-over files do no harm; the next write tries again.
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

    /** Locks the file; false if another process holds the lock. True also if the file system has no locks. */
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
