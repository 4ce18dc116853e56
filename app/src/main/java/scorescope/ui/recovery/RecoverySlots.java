package scorescope.ui.recovery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The slots of all windows, one folder each in a common one. A slot's name is {@code PID-START-NUMBER} with the number and the
 * starting time of its process, so that no name is used twice. A slot is abandoned if that process has ended and its lock
 * is free.
 */
final class RecoverySlots {
    private final Path folder;
    private final String own;

    RecoverySlots(Path folder) {
        this.folder = folder;
        own = prefix(ProcessHandle.current());
    }

    private static String prefix(ProcessHandle process) {
        return process.pid() + "-"
                + process.info().startInstant().map(Instant::toEpochMilli).orElse(0L) + "-";
    }

    Path folder() {
        return folder;
    }

    /** A new slot of this process. */
    RecoverySlot fresh() throws IOException {
        Files.createDirectories(folder);
        while (true) {
            var slot = RecoverySlot.lock(created());
            // Another program may sweep the folder before it is locked.
            if (slot.isPresent()) {
                return slot.get();
            }
        }
    }

    private Path created() throws IOException {
        return FirstFree.of(number -> folder.resolve(own + number), Files::createDirectory);
    }

    /** The abandoned slot that was written last; those without work are deleted. Empty if there is none. */
    Optional<RecoverySlot> abandoned() throws IOException {
        for (var candidate : newestFirst()) {
            var slot = isAlive(candidate) ? Optional.<RecoverySlot>empty() : RecoverySlot.lock(candidate);
            if (slot.filter(RecoverySlot::holdsWork).isPresent()) {
                return slot;
            }
            if (slot.isPresent()) {
                slot.get().discard();
            }
        }
        return Optional.empty();
    }

    /** The same slot, as one of this process. */
    RecoverySlot adopted(RecoverySlot slot) {
        return slot.renamed(unused());
    }

    private Path unused() {
        int number = 1;
        while (Files.exists(folder.resolve(own + number))) {
            number++;
        }
        return folder.resolve(own + number);
    }

    private List<Path> newestFirst() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        var found = new ArrayList<Path>();
        try (Stream<Path> entries = Files.list(folder)) {
            entries.filter(Files::isDirectory).forEach(found::add);
        }
        found.sort(Comparator.comparing(RecoverySlots::written).reversed());
        return found;
    }

    private static FileTime written(Path slot) {
        try {
            return Files.getLastModifiedTime(slot.resolve(RecoverySlot.SESSION));
        } catch (IOException nothingWritten) {
            return FileTime.fromMillis(0);
        }
    }

    /** Whether the process that made the slot still runs: of another process with its number the starting time differs. */
    private static boolean isAlive(Path slot) {
        var name = slot.getFileName().toString();
        try {
            return ProcessHandle.of(Long.parseLong(name.substring(0, Math.max(0, name.indexOf('-')))))
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> name.startsWith(prefix(process)))
                    .isPresent();
        } catch (NumberFormatException foreign) {
            return false;
        }
    }
}
