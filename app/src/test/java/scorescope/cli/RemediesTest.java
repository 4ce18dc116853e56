package scorescope.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scorescope.core.BadInputException;
import scorescope.core.io.NpyArray;
import scorescope.core.io.Npz;
import scorescope.core.io.PointsFile;

/**
 * Every remedy of the readers of points is followed here, word for word, and then the intended points are read. A remedy in
 * the sources without a line here fails the test.
 */
class RemediesTest {
    private static final double[] X = {0.5, 2};
    private static final double[] Y = {1, -3};

    private static RemedyCase<byte[]> text(String bad, String remedy, String followed) {
        return new RemedyCase<>(
                bad.getBytes(StandardCharsets.UTF_8), remedy, followed.getBytes(StandardCharsets.UTF_8));
    }

    static Stream<RemedyCase<byte[]>> tables() {
        return Stream.of(
                text("", "write a first line x,y and one point on each further line", "x,y\n0.5,1\n2,-3\n"),
                text("x,y\n", "add one point on each line", "x,y\n0.5,1\n2,-3\n"),
                text("x,y\n0.5,1\n2,-3\n\0\0", "copy or save the file again", "x,y\n0.5,1\n2,-3\n"),
                text(
                        "Survey\nof May, first part\nx,y\n0.5,1\n2,-3\n",
                        "remove the lines above that line",
                        "x,y\n0.5,1\n2,-3\n"),
                text("1\n2\n", "write two columns parted by a comma under a first line x,y", "x,y\n0.5,1\n2,-3"),
                text(
                        "b,a\n0.5,1\n2,-3\n",
                        "change the names of the two columns that hold the points into x and y and leave their order",
                        "x,y\n0.5,1\n2,-3\n"),
                text(
                        "a;b;c\n1;7;0,5\n-3;8;2\n",
                        "change the names of the two columns that hold the points into x and y and leave their order",
                        "y;b;x\n1;7;0,5\n-3;8;2\n"),
                text(
                        "7,0.5,1\n8,2,-3\n",
                        "insert a first line with 3 names parted as the numbers are, x and y above the points, such as"
                                + " x,y,c3",
                        "c1,x,y\n7,0.5,1\n8,2,-3\n"),
                text(
                        "0.5 1 7\n2 -3 8\n",
                        "insert a first line with 3 names parted as the numbers are, x and y above the points, such as"
                                + " x y c3",
                        "x y c3\n0.5 1 7\n2 -3 8\n"),
                text(
                        "x,y,x\n0.5,1,7\n2,-3,8\n",
                        "give the column that is not meant another name",
                        "x,y,z\n0.5,1,7\n2,-3,8\n"),
                text(
                        "x,y\n0,5;1\n2;-3\n",
                        "separate by commas and write decimals with a point, as in 0.5",
                        "x,y\n0.5,1\n2,-3\n"),
                text(
                        "x,y\n0,5;1,5\n2;-3\n",
                        "separate by commas and write decimals with a point, as in 0.5",
                        "x,y\n0.5,1\n2,-3\n"),
                text(
                        "x;y\n0.5,1\n2,-3\n",
                        "separate by semicolons and write decimals with a point, as in 0.5",
                        "x;y\n0.5;1\n2;-3\n"),
                text(
                        "x\ty\n0.5;1\n2;-3\n",
                        "separate by tabs and write decimals with a point, as in 0.5",
                        "x\ty\n0.5\t1\n2\t-3\n"),
                text(
                        "x|y\n0.5,1\n2,-3\n",
                        "separate by bars and write decimals with a point, as in 0.5",
                        "x|y\n0.5|1\n2|-3\n"),
                text(
                        "x y\n0.5,1\n2,-3\n",
                        "separate by blanks and write decimals with a point, as in 0.5",
                        "x y\n0.5 1\n2 -3\n"),
                text(
                        "x,y\n0,5,1\n2,-3\n",
                        "write decimals with a point, and name further columns in the first line or remove them",
                        "x,y\n0.5,1\n2,-3\n"),
                text(
                        "x,y\n0.5,1,7\n2,-3,8\n",
                        "write decimals with a point, and name further columns in the first line or remove them",
                        "x,y,z\n0.5,1,7\n2,-3,8\n"),
                text("x,y\n0.5\n0.5,1\n2,-3\n", "complete the line or remove it", "x,y\n0.5,1\n2,-3\n"),
                text("x,y\n0.5,1\n2\n", "complete the line or remove it", "x,y\n0.5,1\n2,-3\n"),
                text(
                        "x,y\n0.5,1\nnan,3\n2,-3\n",
                        "write a number such as -1.5e-3 or remove the line",
                        "x,y\n0.5,1\n2,-3\n"),
                text("x,y\n0.5,\n2,-3\n", "write a number such as -1.5e-3 or remove the line", "x,y\n0.5,1\n2,-3\n"),
                text(
                        "x;y\n0,5;1.0\n2;-3\n",
                        "write all decimals with a point and nothing between thousands",
                        "x;y\n0.5;1.0\n2;-3\n"),
                text(
                        "x,y\n\"0,500\",\"1,000\"\n\"2.0\",-3\n",
                        "write all decimals with a point and nothing between thousands",
                        "x,y\n\"0.500\",\"1.000\"\n\"2.0\",-3\n"),
                text(
                        "x\ty\n1,500\t2,250\n",
                        "write all decimals with a point and nothing between thousands",
                        "x\ty\n0.5\t1\n2\t-3\n"),
                text("x,y\n1e400,1\n2,-3\n", "use numbers up to 1.7e308", "x,y\n0.5,1\n2,-3\n"),
                text("x,y\n0.5,\"1\n2,-3\n", "remove it or close the field with another", "x,y\n0.5,1\n2,-3\n"),
                text(
                        "note,x,y\n\"a \"b\"\",0.5,1\nc,2,-3\n",
                        "double quotation marks inside it",
                        "note,x,y\n\"a \"\"b\"\"\",0.5,1\nc,2,-3\n"),
                new RemedyCase<>(
                        new byte[] {'x', ',', 'y', '\n', (byte) 0xfc, ',', '1'},
                        "save it as CSV, UTF-8, or the points as NPY or NPZ",
                        "x,y\n0.5,1\n2,-3\n".getBytes(StandardCharsets.UTF_8)));
    }

    static Stream<RemedyCase<byte[]>> arrays() throws IOException {
        var points = NpyArray.points(X, Y);
        byte[] good = ArrayFiles.npy(points);
        byte[] cut = Arrays.copyOf(good, good.length - 4);
        byte[] twice = ByteBuffer.allocate(2 * good.length).put(good).put(good).array();
        byte[] version = good.clone();
        version[6] = 9;
        byte[] damaged = good.clone();
        damaged[20] = '~';
        var csv = "x,y\n0.5,1\n2,-3\n".getBytes(StandardCharsets.UTF_8);
        byte[] named = new Npz(Map.of("samples", points)).bytes();
        byte[] lzma = named.clone();
        int entry = new String(lzma, StandardCharsets.ISO_8859_1).indexOf("PK\1\2");
        ByteBuffer.wrap(lzma).order(ByteOrder.LITTLE_ENDIAN).putShort(entry + 10, (short) 14);
        byte[] locked = named.clone();
        locked[entry + 8] |= 1;
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(csv);
        }
        return Stream.of(
                new RemedyCase<>(cut, "copy or save the file again", good),
                new RemedyCase<>(Arrays.copyOf(good, 40), "copy or save the file again", good),
                new RemedyCase<>(Arrays.copyOf(named, 80), "copy or save the file again", named),
                new RemedyCase<>(twice, "save each array to a file of its own", good),
                new RemedyCase<>(version, "save it with numpy.save, version 1 to 3", good),
                new RemedyCase<>(damaged, "save it again with numpy.save", good),
                new RemedyCase<>(
                        ArrayFiles.typed("<c16"),
                        "save its real and its imaginary parts as two columns, float64",
                        good),
                new RemedyCase<>(ArrayFiles.typed("<f16"), "save it as float64, float32, int64 or text", good),
                new RemedyCase<>(ArrayFiles.typed("[('x','O')]"), "save it as float64, float32, int64 or text", good),
                new RemedyCase<>(ArrayFiles.huge(), "save it as float64", good),
                new RemedyCase<>(ArrayFiles.shaped("3000000000, 2"), "save a smaller part of it", good),
                new RemedyCase<>(ArrayFiles.shaped("2000000000, 2"), "save a smaller part of it", good),
                new RemedyCase<>(ArrayFiles.shaped("9, ".repeat(70)), "save a smaller part of it", good),
                new RemedyCase<>(ArrayFiles.npy(NpyArray.of(1.0, 2)), "save points as an n × 2 array", good),
                new RemedyCase<>(
                        ArrayFiles.npy(new NpyArray.Doubles(new int[] {2, 3}, new double[6])),
                        "save its transpose, an n × 2 array",
                        good),
                new RemedyCase<>(
                        ArrayFiles.npy(new NpyArray.Doubles(new int[] {3, 3}, new double[9])),
                        "save the two columns with the points, an n × 2 array",
                        good),
                new RemedyCase<>(
                        ArrayFiles.npy(new NpyArray.Doubles(new int[] {3, 2, 2}, new double[12])),
                        "save one of its layers, an n × 2 array, such as the last",
                        good),
                new RemedyCase<>(
                        ArrayFiles.npy(new NpyArray.Doubles(new int[] {0, 2}, new double[0])),
                        "save at least one row",
                        good),
                new RemedyCase<>(
                        ArrayFiles.npy(
                                new NpyArray.Doubles(new int[] {3, 2}, new double[] {0.5, 1, 2, -3, Double.NaN, 0})),
                        "remove the row",
                        good),
                new RemedyCase<>(
                        ArrayFiles.npy(new NpyArray.Text(new int[] {1, 2}, new String[] {"a", "b"})),
                        "save numbers, float64",
                        good),
                new RemedyCase<>(
                        new Npz(Map.of("p", points, "q", points)).bytes(),
                        "save the points as an n × 2 array called samples",
                        new Npz(Map.of("p", points, "q", points, "samples", points)).bytes()),
                new RemedyCase<>(locked, "save it without a password, with numpy.savez", named),
                new RemedyCase<>(ArrayFiles.zip(), "save them with numpy.savez", named),
                new RemedyCase<>(ArrayFiles.zip("points.txt"), "save them with numpy.savez", named),
                new RemedyCase<>(lzma, "save it with numpy.savez or numpy.savez_compressed", named),
                new RemedyCase<>(
                        "PK\3\4 no zip".getBytes(StandardCharsets.UTF_8), "copy or save the file again", named),
                new RemedyCase<>(packed.toByteArray(), "unpack it with gunzip", csv),
                new RemedyCase<>(
                        "%PDF-1.7".getBytes(StandardCharsets.UTF_8), "save its points as CSV, NPY or NPZ", csv),
                new RemedyCase<>(
                        new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0},
                        "save the sheet with the points as CSV, UTF-8",
                        csv),
                new RemedyCase<>(
                        "<svg xmlns=''/>".getBytes(StandardCharsets.UTF_8),
                        "save it as PNG or JPEG, or its points as CSV, NPY or NPZ",
                        csv));
    }

    @ParameterizedTest
    @MethodSource({"tables", "arrays"})
    void aRemedyFollowedWordForWordGivesThePointsThatWereMeant(RemedyCase<byte[]> tried) {
        var refused = assertThrows(BadInputException.class, () -> PointsFile.read(tried.bad(), "p"));
        assertEquals(tried.remedy(), refused.remedy(), refused.getMessage());
        var read = PointsFile.read(tried.followed(), "p");
        assertArrayEquals(X, read.x());
        assertArrayEquals(Y, read.y());
    }

    @Test
    void noRemedyOfTheReadersIsLeftOut() throws IOException {
        var printed = Stream.concat(tables(), arrays()).map(RemedyCase::remedy).toList();
        var left = RemedySources.ofCore("core.io.").stream()
                .filter(key -> !COMMANDS.contains(key))
                .filter(key -> printed.stream()
                        .noneMatch(remedy ->
                                RemedySources.pattern(key).matcher(remedy).find()))
                .toList();
        assertEquals("", String.join("\n", left));
    }

    /** Followed by {@link SurroundingsTest}, {@link CommandRemediesTest}, {@link MachineRemediesTest} and {@link PackedFilesTest}. */
    private static final List<String> COMMANDS = List.of(
            "core.io.atomic-file.folder-not-writable.remedy",
            "core.io.atomic-file.is-folder.remedy",
            "core.io.atomic-file.link-to-itself.remedy",
            "core.io.atomic-file.no-folder.remedy",
            "core.io.atomic-file.not-writable.remedy",
            "core.io.file-remedy.7-zip",
            "core.io.file-remedy.bzip2",
            "core.io.file-remedy.xz",
            "core.io.file-remedy.zstandard",
            "core.io.input-file.broken-link.remedy",
            "core.io.input-file.no-memory.remedy",
            "core.io.input-file.no-such-file.remedy",
            "core.io.input-file.not-readable.remedy",
            "core.io.input-file.too-large.remedy",
            "core.io.npy.named-fields.remedy",
            "core.io.npz.no-such-array.remedy",
            "core.io.storage.busy.remedy",
            "core.io.storage.closed-pipe.remedy",
            "core.io.storage.closed.remedy",
            "core.io.storage.disk-error.remedy",
            "core.io.storage.file-gone.remedy",
            "core.io.storage.folder-gone.remedy",
            "core.io.storage.in-use.remedy",
            "core.io.storage.long-name.remedy",
            "core.io.storage.no-space.remedy",
            "core.io.storage.not-permitted.remedy",
            "core.io.storage.not-read.remedy",
            "core.io.storage.not-written.remedy",
            "core.io.storage.open-files.remedy",
            "core.io.storage.protected.remedy",
            "core.io.storage.quota.remedy",
            "core.io.storage.read-only.remedy",
            "core.io.storage.temporary.remedy",
            "core.io.storage.too-large.remedy");
}
