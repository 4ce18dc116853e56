package scorescope.ui.recovery;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import scorescope.core.io.AtomicFile;
import scorescope.core.io.Endings;

/**
 * Folder of one window's recovery files. The window holds a lock on the file {@code lock} in it, which the system
 * releases however the process ends. May be used from any thread.
 */
final class RecoverySlot implements AutoCloseable {
    static final String SESSION = "session" + Endings.SESSION;

    /** State of a training, see {@link scorescope.core.training.Checkpoint}. */
    static final String TRAINING = "training" + Endings.NPZ;

    /** Path of the file that the session was opened from or saved to. */
    static final String FILE = "file.txt";

    private static final String LOCK = "lock";

    private final Path folder;
    private final FileChannel lock;
    private boolean closed;

    private RecoverySlot(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** Locks the slot in {@code folder}; empty if another process holds it, or it is gone. */
    static Optional<RecoverySlot> lock(Path folder) throws IOException {
        FileChannel lock;
        try {
            lock = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        }
        if (lock.tryLock() == null) {
            lock.close();
            return Optional.empty();
        }
        return Optional.of(new RecoverySlot(folder, lock));
    }

    Path folder() {
        return folder;
    }

    boolean holdsWork() {
        return Files.isRegularFile(folder.resolve(SESSION));
    }

    /** The same slot under another name; under its old one if the system does not rename a folder with a locked file. */
    RecoverySlot renamed(Path to) {
        try {
            return new RecoverySlot(Files.move(folder, to), lock);
        } catch (IOException inUse) {
            return this;
        }
    }

    /** Replaces a file of the slot; nothing happens once it is closed. */
    synchronized void write(String name, byte[] content) throws IOException {
        if (!closed) {
            AtomicFile.write(folder.resolve(name), content);
        }
    }

    synchronized void remove(String name) throws IOException {
        if (!closed) {
            Files.deleteIfExists(folder.resolve(name));
        }
    }

    Optional<byte[]> read(String name) throws IOException {
        try {
            return Optional.of(Files.readAllBytes(folder.resolve(name)));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        }
    }

    /** Releases the slot and leaves its files in place. */
    @Override
    public synchronized void close() throws IOException {
        closed = true;
        lock.close();
    }

    /** Deletes the slot. The session goes first: without it nothing is restored, should the program be killed on the way. */
    synchronized void discard() throws IOException {
        if (closed) {
            return;
        }
        Files.deleteIfExists(folder.resolve(SESSION));
        List<Path> rest;
        try (Stream<Path> files = Files.list(folder)) {
            rest = files.toList();
        }
        close();
        for (var file : rest) {
            Files.deleteIfExists(file);
        }
        Files.deleteIfExists(folder);
    }
}
