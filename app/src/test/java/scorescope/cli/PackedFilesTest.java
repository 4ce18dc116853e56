package scorescope.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scorescope.core.BadInputException;
import scorescope.core.io.PointsFile;

/** Files that another program packed are read once they are unpacked with the tool that the remedy names. */
class PackedFilesTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"bzip2, bunzip2, .bz2", "xz, unxz, .xz", "zstd, unzstd, .zst", "gzip, gunzip, .gz"})
    void unpackedAsToldTheyAreRead(String packer, String unpacker, String ending) throws Exception {
        assumeTrue(installed(packer) && installed(unpacker));
        var table = Files.writeString(folder.resolve("p.csv"), "x,y\n0.5,1\n2,-3\n");
        run(packer, table.toString());
        Files.deleteIfExists(table); // zstd leaves it
        var packed = folder.resolve("p.csv" + ending);
        var refused = assertThrows(BadInputException.class, () -> PointsFile.read(packed));
        assertEquals("unpack it with " + unpacker, refused.remedy());
        run(unpacker, packed.toString());
        assertArrayEquals(new double[] {0.5, 2}, PointsFile.read(table).x());
    }

    @Test
    void anArchiveOf7ZipIsUnpackedAsTold() throws Exception {
        assumeTrue(installed("7z"));
        var table = Files.writeString(folder.resolve("p.csv"), "x,y\n0.5,1\n2,-3\n");
        var packed = folder.resolve("p.7z");
        run("7z", "a", packed.toString(), table.toString());
        Files.delete(table);
        var refused = assertThrows(BadInputException.class, () -> PointsFile.read(packed));
        assertEquals("unpack it with 7z", refused.remedy());
        run("7z", "x", packed.toString(), "-o" + folder);
        assertArrayEquals(new double[] {0.5, 2}, PointsFile.read(table).x());
    }

    private static boolean installed(String tool) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .anyMatch(place -> Files.isExecutable(Path.of(place, tool)));
    }

    private void run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
        assertEquals(0, process.waitFor(), Files.readString(folder.resolve("said")));
    }
}
