package scorescope.core.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.BadInputException;

class AtomicFileTest {
    private static final byte[] CONTENT = "new".getBytes(StandardCharsets.UTF_8);

    /** A process number that is not in use: the largest on Linux is 2²². */
    private static final long UNUSED_PROCESS = 1L << 40;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"rw-------", "rw-r-----", "rwxr-xr-x", "rw-rw-rw-"})
    void aReplacedFileKeepsItsPermissions(String rights) throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        var file = Files.writeString(folder.resolve("a.txt"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
        var group = Files.getAttribute(file, "posix:group");
        AtomicFile.write(file, CONTENT);
        assertEquals("new", Files.readString(file));
        assertEquals(rights, PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals(group, Files.getAttribute(file, "posix:group"));
    }

    @Test
    void nobodyElseReadsAPrivateFileWhileItIsReplaced() throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        var file = Files.writeString(folder.resolve("a.txt"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        AtomicFile.write(file, out -> {
            out.write(CONTENT);
            try (var files = Files.newDirectoryStream(folder, ".*.tmp")) {
                for (var neighbour : files) {
                    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(neighbour)));
                }
            }
        });
        assertEquals("new", Files.readString(file));
    }

    @Test
    void severalFilesAreReplacedTogetherOrNotAtAll() throws IOException {
        var first = Files.writeString(folder.resolve("a.txt"), "old");
        var second = folder.resolve("b.txt");
        var both = new LinkedHashMap<Path, AtomicFile.Content>();
        both.put(first, out -> out.write(CONTENT));
        both.put(second, _ -> {
            throw new IOException("No space left on device");
        });
        var failed = assertThrows(StorageException.class, () -> AtomicFile.writeAll(both));
        assertTrue(failed.getMessage().startsWith(second.toString()), failed.getMessage());
        assertEquals("old", Files.readString(first));
        assertArrayEquals(new String[] {"a.txt"}, folder.toFile().list());
        both.put(second, out -> out.write(CONTENT));
        AtomicFile.writeAll(both);
        assertEquals("new", Files.readString(first));
        assertEquals("new", Files.readString(second));
    }

    @Test
    void aNameAsLongAsTheSystemAllowsIsWritten() throws IOException {
        var file = folder.resolve("n".repeat(251) + ".csv");
        AtomicFile.write(file, CONTENT);
        assertArrayEquals(CONTENT, Files.readAllBytes(file));
    }

    @Test
    void whatAKilledProgramLeftIsSweptAndNothingElse() throws IOException {
        var left = Files.writeString(folder.resolve(".scorescope-" + UNUSED_PROCESS + "-1f.tmp"), "half");
        var foreign = Files.writeString(folder.resolve(".scorescope-notes.tmp"), "mine");
        var own = Files.writeString(
                folder.resolve(".scorescope-" + ProcessHandle.current().pid() + "-2.tmp"), "being written");
        var locked =
                Files.writeString(folder.resolve(".scorescope-" + UNUSED_PROCESS + "-3.tmp"), "on another machine");
        try (var channel = FileChannel.open(locked, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            assertTrue(lock.isValid());
            AtomicFile.write(folder.resolve("a.txt"), CONTENT);
        }
        assertFalse(Files.exists(left));
        assertTrue(Files.exists(foreign) && Files.exists(own) && Files.exists(locked));
        Files.setLastModifiedTime(own, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        AtomicFile.write(folder.resolve("a.txt"), CONTENT);
        assertFalse(Files.exists(own), "of a process of the same number, long gone");
    }

    @Test
    void linksAreFollowedWhereverTheyLead() throws IOException {
        var there = Files.createDirectory(folder.resolve("there"));
        var file = Files.writeString(there.resolve("a.txt"), "old");
        var link = Files.createSymbolicLink(folder.resolve("link.txt"), Path.of("there", "a.txt"));
        AtomicFile.write(link, CONTENT);
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("new", Files.readString(file));
        var dangling = Files.createSymbolicLink(folder.resolve("new.txt"), Path.of("there", "b.txt"));
        AtomicFile.write(dangling, CONTENT);
        assertTrue(Files.isSymbolicLink(dangling));
        assertEquals("new", Files.readString(there.resolve("b.txt")));
        var astray = Files.createSymbolicLink(folder.resolve("astray.txt"), Path.of("nowhere", "b.txt"));
        assertThrows(BadInputException.class, () -> AtomicFile.write(astray, CONTENT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a b", "a b c", "a ../a"})
    void linksThatLeadBackAreRefusedAndStay(String ring) throws IOException {
        var inner = Files.createDirectory(folder.resolve("inner"));
        String[] names = ring.split(" ", -1);
        for (int i = 0; i < names.length; i++) {
            String next = names[(i + 1) % names.length];
            Files.createSymbolicLink(inner.resolve(names[i]), inner.resolve(next));
        }
        var link = inner.resolve("a");
        var refused = assertThrows(BadInputException.class, () -> AtomicFile.write(link, CONTENT));
        assertEquals("remove the link or choose another name", refused.remedy());
        assertTrue(Files.isSymbolicLink(link));
        Files.delete(link);
        AtomicFile.write(link, CONTENT);
        assertEquals("new", Files.readString(link));
    }

    @Test
    void aFullDiskIsNamedWithARemedy() throws IOException {
        var full = Path.of("/dev/full");
        assumeTrue(Files.exists(full));
        var link = Files.createSymbolicLink(folder.resolve("full.svg"), full);
        var failed = assertThrows(StorageException.class, () -> AtomicFile.write(link, CONTENT));
        assertEquals(link + ": no space left; free some or choose another folder", failed.getMessage());
    }

    @Test
    void aFailureBehindTheContentIsSaidOfTheFile() throws IOException {
        var file = Files.writeString(folder.resolve("a.txt"), "old");
        for (String said : new String[] {"No space left on device", "Disk quota exceeded", "Input/output error", "?"}) {
            var failed = assertThrows(
                    StorageException.class,
                    () -> AtomicFile.write(file, out -> {
                        throw new IOException(said);
                    }));
            assertEquals(file.toString(), failed.place());
            assertFalse(failed.problem().isBlank() || failed.remedy().isBlank());
            assertEquals("old", Files.readString(file));
        }
        try (var files = Files.list(folder)) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void aWriteProtectedFileIsLeftAlone() throws IOException {
        assumeTrue(!System.getProperty("user.name").equals("root"), "root may write anything");
        var file = Files.writeString(folder.resolve("a.txt"), "old");
        assertTrue(file.toFile().setWritable(false));
        assertThrows(BadInputException.class, () -> AtomicFile.write(file, CONTENT));
        assertEquals("old", Files.readString(file));
    }
}
