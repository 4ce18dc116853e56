package scorescope.ui.recovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scorescope.core.BadInputException;
import scorescope.session.NoiseSpec;
import scorescope.session.Session;
import scorescope.session.SessionDefaults;
import scorescope.session.codec.SessionJson;

/** Slots of windows: one per window, and none after a clean end. */
class RecoveryTest {
    private static final int WINDOWS = 100;

    /** A process number that is not in use: the largest on Linux is 2²². */
    private static final long NOBODY = 1L << 40;

    @TempDir
    private Path folder;

    private static Session at(double sigma) {
        return SessionDefaults.opening().withNoise(new NoiseSpec.Sigma(sigma));
    }

    private Path killed(int number, Session session) throws IOException {
        var slot = Files.createDirectories(folder.resolve(NOBODY + "-7-" + number));
        Files.writeString(slot.resolve("lock"), "");
        SessionJson.write(session, slot.resolve(RecoverySlot.SESSION));
        Files.setLastModifiedTime(slot.resolve(RecoverySlot.SESSION), FileTime.fromMillis(1000L * number));
        return slot;
    }

    private List<Path> left() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }

    @Test
    void everyWindowHasASlotOfItsOwnAndAHundredCleanEndsLeaveNothing() throws IOException {
        var windows = new ArrayList<Recovery>();
        var slots = new HashSet<Path>();
        for (int i = 0; i < WINDOWS; i++) {
            var recovery = new Recovery(folder);
            assertEquals(Optional.empty(), recovery.take(), "the work of a window that lives");
            var slot = recovery.slot().orElseThrow();
            slot.write(RecoverySlot.SESSION, "{}".getBytes(StandardCharsets.UTF_8));
            assertTrue(slots.add(slot.folder()));
            windows.add(recovery);
        }
        for (var window : windows) {
            window.discard();
            assertEquals(Optional.empty(), window.slot(), "it has ended");
        }
        assertEquals(List.of(), left());
    }

    @Test
    void eachStartTakesTheWorkThatWasWrittenLastAndTheNextTheOneBefore() throws IOException {
        killed(1, at(1));
        killed(2, at(2));
        var first = new Recovery(folder);
        assertEquals(at(2), first.take().orElseThrow().session());
        assertEquals(at(1), new Recovery(folder).take().orElseThrow().session());
        assertEquals(Optional.empty(), new Recovery(folder).take());
        first.discard();
        assertEquals(1, left().size(), "the other window lives");
    }

    @Test
    void workThatCannotBeReadStaysAndIsToldOf() throws IOException {
        var slot = killed(1, at(1));
        Files.writeString(slot.resolve(RecoverySlot.SESSION), "{ \"scorescope\": 1, \"densty\": {} }");
        for (int start = 0; start < 2; start++) {
            var recovery = new Recovery(folder);
            assertThrows(BadInputException.class, recovery::take);
            assertTrue(recovery.slot().isPresent(), "this window has a slot all the same");
            recovery.discard();
            assertEquals(1, left().size());
        }
    }

    @Test
    void slotsWithoutWorkAreSwept() throws IOException {
        var empty = Files.createDirectories(folder.resolve(NOBODY + "-7-1"));
        var half = Files.createDirectories(folder.resolve(NOBODY + "-7-2"));
        Files.writeString(half.resolve("lock"), "");
        Files.writeString(half.resolve(".scorescope-" + NOBODY + "-1f.tmp"), "half");
        assertEquals(Optional.empty(), new Recovery(folder).take());
        assertFalse(Files.exists(empty) || Files.exists(half));
    }
}
