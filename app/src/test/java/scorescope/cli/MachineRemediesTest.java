package scorescope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import scorescope.JavaProcess;
import scorescope.Scorescope;
import scorescope.core.io.AtomicFile;
import scorescope.core.io.StorageException;

/**
 * Every remedy for what a machine lacks, where it lacks it: with little memory, few open files, short files, a closed
 * output. The words of the remedy are followed, and then the same command works.
 */
@Timeout(120)
class MachineRemediesTest {
    private static final String TABLE = "x,y\n1,2\n3,4\n5,5\n";

    @TempDir
    Path folder;

    private Path points;
    private Path session;

    @BeforeAll
    static void onLinux() {
        assumeTrue(Files.isDirectory(Path.of("/proc/self")) && Files.isExecutable(Path.of("/bin/sh")));
    }

    @BeforeEach
    void write() throws IOException {
        points = Files.writeString(folder.resolve("points.csv"), TABLE);
        session = Files.writeString(folder.resolve("s.json"), "{\"scorescope\": 1}");
    }

    private Object[] measure(Path file) {
        return new Object[] {"measure", file, points};
    }

    private Object[] eval(Path output) {
        return new Object[] {"eval", session, "--points", points, "--quantity", "score", "-o", output};
    }

    /** Runs a command in a process that a shell starts in a changed environment: {@code shell} contains "$@". */
    private Spoken within(String shell, List<String> options, Class<?> main, Object... words) throws Exception {
        var named = new ArrayList<String>(List.of(main.getName()));
        Arrays.stream(words).map(Object::toString).forEach(named::add);
        var command = new ArrayList<>(List.of("/bin/sh", "-c", shell, "sh"));
        var own = new ArrayList<>(List.of("-XX:-UsePerfData", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        own.addAll(options);
        command.addAll(JavaProcess.command(own, "", named));
        File out = folder.resolve("out").toFile();
        File err = folder.resolve("err").toFile();
        int code = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out)
                .redirectError(err)
                .start()
                .waitFor();
        String said = Files.readAllLines(err.toPath()).stream()
                .filter(line -> !line.startsWith("WARNING"))
                .reduce("", (before, line) -> before + line + "\n");
        return new Spoken(code, Files.readString(out.toPath()), said);
    }

    private Path sparse(String name, long length) throws IOException {
        var file = Files.writeString(folder.resolve(name), TABLE);
        try (var longer = new RandomAccessFile(file.toFile(), "rw")) {
            longer.setLength(length);
        }
        return file;
    }

    /** Saves the beginning of a file that is too long. */
    private void shorten(Path file) throws IOException {
        try (var longer = new RandomAccessFile(file.toFile(), "rw")) {
            longer.setLength(TABLE.length());
        }
    }

    @Test
    void aPartOfAFileThatIsTooLargeIsRead() throws IOException {
        var large = sparse("large.csv", 1L << 31);
        Spoken.by(measure(large)).refused("large.csv: is larger than 2 GB; save a smaller part of it");
        shorten(large);
        Spoken.by(measure(large)).done();
    }

    @Test
    void aPartOfAFileThatDoesNotFitIntoMemoryIsRead() throws Exception {
        var large = sparse("large.csv", 200 << 20);
        var little = List.of("-Xmx60m");
        within("exec \"$@\"", little, Scorescope.class, measure(large))
                .refused("large.csv: does not fit into the memory there is; save a smaller part of it");
        shorten(large);
        within("exec \"$@\"", little, Scorescope.class, measure(large)).done();
    }

    /** The superuser reads what may not be read, unless it gives this capability up. */
    @Test
    void aFileWithChangedPermissionsIsRead() throws Exception {
        assertTrue(points.toFile().setReadable(false, false));
        String shell = "exec \"$@\"";
        if (Files.isReadable(points)) {
            assumeTrue(Files.isExecutable(Path.of("/usr/bin/setpriv")));
            shell = "exec setpriv --bounding-set=-dac_override,-dac_read_search \"$@\"";
        }
        within(shell, List.of(), Scorescope.class, measure(points))
                .refused("points.csv: may not be read; change its permissions");
        assertTrue(points.toFile().setReadable(true, false));
        within(shell, List.of(), Scorescope.class, measure(points)).done();
    }

    @Test
    void aFileIsAllowedToBeLongOnceTheLimitIsRaised() throws Exception {
        Object[] sample = {"sample", session, "--particles", 20_000, "-o", folder.resolve("s.npz")};
        var said = within("trap '' XFSZ; ulimit -f 8; exec \"$@\"", List.of(), Scorescope.class, sample);
        said.failed("files of that size are not allowed; raise the limit with ulimit -f or choose another folder");
        within("trap '' XFSZ; ulimit -f 8000; exec \"$@\"", List.of(), Scorescope.class, sample)
                .done();
    }

    @Test
    void closedFilesCanBeOpened() throws Exception {
        var ran = within("ulimit -n 300; exec \"$@\"", List.of(), StarvedProgram.class, measure(points));
        assertTrue(
                ran.err().contains("points.csv: too many files are open; close other programs and try again\n1 0\n"),
                ran.err());
    }

    @Test
    void aClosedOutputIsOpened() throws Exception {
        Object[] words = {"presets"};
        within("exec \"$@\" >&-", List.of(), Scorescope.class, words)
                .failed("standard output: is closed; open it, as by > FILE");
        within("exec \"$@\" > FILE", List.of(), Scorescope.class, words).done();
        assertTrue(Files.readString(folder.resolve("FILE")).contains("three-gaussians"));
    }

    private Path pipe(String name) throws Exception {
        var pipe = folder.resolve(name);
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        return pipe;
    }

    @Test
    void aPipeIsReadToTheEnd() throws Exception {
        var pipe = pipe("values.csv");
        Files.writeString(points, "x,y\n" + "1,2\n".repeat(50_000));
        var closing = CompletableFuture.supplyAsync(() -> read(pipe, 10));
        Spoken.by(eval(pipe)).failed("values.csv: the reader has closed the pipe; let it read to the end");
        assertEquals(10, closing.get());
        var reading = CompletableFuture.supplyAsync(() -> read(pipe, Integer.MAX_VALUE));
        Spoken.by(eval(pipe)).done();
        assertTrue(reading.get() > 50_000);
    }

    private static int read(Path pipe, int most) {
        try (var stream = Files.newInputStream(pipe)) {
            return stream.readNBytes(most).length;
        } catch (IOException failed) {
            return -1;
        }
    }

    /** A process may not read its memory at address 0: the system reports a failing disk. */
    @Test
    void anotherFolderIsChosenWhereTheDiskFails() {
        Spoken.by(measure(Path.of("/proc/self/mem")))
                .failed("mem: the disk reports an error; check the disk or choose another folder");
        Spoken.by(measure(folder.resolve("points.csv"))).done();
    }

    /** The system gives a reason of its own for a socket. */
    @Test
    void whatCannotBeReadIsCopiedAgainAndWhatCannotBeWrittenGoesToAnotherFolder() throws IOException {
        var socket = folder.resolve("s.csv");
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            Spoken.by(measure(socket))
                    .failed("s.csv: cannot be read (No such device or address); check the disk or copy the file again");
            Spoken.by(eval(socket))
                    .failed("s.csv: cannot be written (No such device or address);"
                            + " check free space and permissions or choose another folder");
        }
        Spoken.by(eval(Files.createDirectory(folder.resolve("another")).resolve("s.csv")))
                .done();
        Files.copy(points, socket, StandardCopyOption.REPLACE_EXISTING);
        Spoken.by(measure(socket)).done();
    }

    /** Another thread moves the file away and back until it goes between two looks at it. */
    @Test
    void aFileThatWentWhileItWasReadIsRestored() throws Exception {
        var away = folder.resolve("away.csv");
        var stop = new AtomicBoolean();
        var moving = CompletableFuture.runAsync(() -> {
            while (!stop.get()) {
                move(points, away);
                move(away, points);
            }
        });
        boolean seen = false;
        for (int i = 0; i < 100_000 && !seen; i++) {
            seen = Spoken.by("describe", points)
                    .err()
                    .equals("scorescope: " + points + ": is not there any more; restore it\n");
        }
        stop.set(true);
        moving.get();
        assertTrue(seen);
        Spoken.by(measure(points)).done();
    }

    private static void move(Path from, Path to) {
        assertTrue(from.toFile().renameTo(to.toFile()));
    }

    /** The folder is deleted with all that is in it while the file is written. */
    @Test
    void aFolderThatWentIsCreated() throws IOException {
        var vanishing = Files.createDirectory(folder.resolve("vanishing"));
        var file = vanishing.resolve("v.csv");
        var failed = assertThrows(
                StorageException.class,
                () -> AtomicFile.write(file, out -> {
                    for (var half : vanishing.toFile().listFiles()) {
                        Files.delete(half.toPath());
                    }
                    Files.delete(vanishing);
                }));
        assertEquals(file + ": is not there any more; create its folder or choose another folder", failed.getMessage());
        Files.createDirectory(vanishing);
        Spoken.by(eval(file)).done();
    }

    /** What only Windows or a server of files says, in its own words. */
    @Test
    void whatThisMachineCannotLackIsSaidAsTheSystemSaysIt() {
        assertEquals(
                "v.csv: the disk quota is used up; free some space or choose another folder",
                said("Disk quota exceeded"));
        assertEquals(
                "v.csv: is in use; close it there or choose another name",
                said("The process cannot access the file because it is being used by another process"));
        Spoken.by(eval(folder.resolve("another name.csv"))).done();
    }

    private static String said(String reason) {
        return StorageException.of(new FileSystemException("v.csv", null, reason), "v.csv", true)
                .getMessage();
    }
}
