package scorescope.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
 * Every remedy that the readers of points print is followed here, word for word, and then the points are read as they
 * were meant. A remedy without a line here is found in the sources and fails the test.
 */
class RemediesTest {
    private static final double[] X = {0.5, 2};
    private static final double[] Y = {1, -3};

    /** Remedies that need more memory, or a file longer, than a test should take, or a machine that fails. */
    private static final List<String> NOT_TRIED = List.of(
            "save a smaller part of it",
            "change its permissions",
            "use numbers up to 1.7e308",
            "save it without a password, with numpy.savez",
            "unpack it with bunzip2",
            "unpack it with unxz",
            "unpack it with unzstd",
            "unpack it with 7z",
            "save them with numpy.savez",
            "close other programs and try again",
            "close it there or choose another name",
            "open it, as by > FILE",
            "let it read to the end",
            "check the disk or ",
            "check free space and permissions or ",
            "check the disk or copy the file again",
            "restore it",
            "create its folder or ",
            "free some space or ",
            "choose a shorter one",
            "copy or save it again");

    /**
     * A refusal and what its remedy leads to.
     *
     * @param bad the file
     * @param remedy as it is printed
     * @param followed the file after that
     */
    private record Case(byte[] bad, String remedy, byte[] followed) {
        static Case text(String bad, String remedy, String followed) {
            return new Case(bad.getBytes(StandardCharsets.UTF_8), remedy, followed.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String toString() {
            return remedy;
        }
    }

    static Stream<Case> tables() {
        return Stream.of(
                Case.text("", "write a first line x,y and one point on each further line", "x,y\n0.5,1\n2,-3\n"),
                Case.text("x,y\n", "add one point on each line", "x,y\n0.5,1\n2,-3\n"),
                Case.text("x,y\n0.5,1\n2,-3\n\0\0", "copy or save the file again", "x,y\n0.5,1\n2,-3\n"),
                Case.text(
                        "Survey\nof May, first part\nx,y\n0.5,1\n2,-3\n",
                        "remove the lines above that line",
                        "x,y\n0.5,1\n2,-3\n"),
                Case.text("1\n2\n", "write two columns parted by a comma under a first line x,y", "x,y\n0.5,1\n2,-3"),
                Case.text(
                        "b,a\n0.5,1\n2,-3\n",
                        "change the names of the two columns that hold the points into x and y and leave their order",
                        "x,y\n0.5,1\n2,-3\n"),
                Case.text(
                        "a;b;c\n1;7;0,5\n-3;8;2\n",
                        "change the names of the two columns that hold the points into x and y and leave their order",
                        "y;b;x\n1;7;0,5\n-3;8;2\n"),
                Case.text(
                        "7,0.5,1\n8,2,-3\n",
                        "insert a first line with 3 names parted as the numbers are, x and y above the points, such as"
                                + " x,y,c3",
                        "c1,x,y\n7,0.5,1\n8,2,-3\n"),
                Case.text(
                        "0.5 1 7\n2 -3 8\n",
                        "insert a first line with 3 names parted as the numbers are, x and y above the points, such as"
                                + " x y c3",
                        "x y c3\n0.5 1 7\n2 -3 8\n"),
                Case.text(
                        "x,y,x\n0.5,1,7\n2,-3,8\n",
                        "give the column that is not meant another name",
                        "x,y,z\n0.5,1,7\n2,-3,8\n"),
                Case.text(
                        "x,y\n0,5;1\n2;-3\n",
                        "separate by commas and write decimals with a point, as in 0.5",
                        "x,y\n0.5,1\n2,-3\n"),
                Case.text(
                        "x,y\n0,5;1,5\n2;-3\n",
                        "separate by commas and write decimals with a point, as in 0.5",
                        "x,y\n0.5,1\n2,-3\n"),
                Case.text(
                        "x;y\n0.5,1\n2,-3\n",
                        "separate by semicolons and write decimals with a point, as in 0.5",
                        "x;y\n0.5;1\n2;-3\n"),
                Case.text(
                        "x\ty\n0.5;1\n2;-3\n",
                        "separate by tabs and write decimals with a point, as in 0.5",
                        "x\ty\n0.5\t1\n2\t-3\n"),
                Case.text(
                        "x|y\n0.5,1\n2,-3\n",
                        "separate by bars and write decimals with a point, as in 0.5",
                        "x|y\n0.5|1\n2|-3\n"),
                Case.text(
                        "x y\n0.5,1\n2,-3\n",
                        "separate by blanks and write decimals with a point, as in 0.5",
                        "x y\n0.5 1\n2 -3\n"),
                Case.text(
                        "x,y\n0,5,1\n2,-3\n",
                        "write decimals with a point, and name further columns in the first line or remove them",
                        "x,y\n0.5,1\n2,-3\n"),
                Case.text(
                        "x,y\n0.5,1,7\n2,-3,8\n",
                        "write decimals with a point, and name further columns in the first line or remove them",
                        "x,y,z\n0.5,1,7\n2,-3,8\n"),
                Case.text("x,y\n0.5\n0.5,1\n2,-3\n", "complete the line or remove it", "x,y\n0.5,1\n2,-3\n"),
                Case.text("x,y\n0.5,1\n2\n", "complete the line or remove it", "x,y\n0.5,1\n2,-3\n"),
                Case.text(
                        "x,y\n0.5,1\nnan,3\n2,-3\n",
                        "write a number such as -1.5e-3 or remove the line",
                        "x,y\n0.5,1\n2,-3\n"),
                Case.text(
                        "x,y\n0.5,\n2,-3\n", "write a number such as -1.5e-3 or remove the line", "x,y\n0.5,1\n2,-3\n"),
                Case.text(
                        "x;y\n0,5;1.0\n2;-3\n",
                        "write all decimals with a point and nothing between thousands",
                        "x;y\n0.5;1.0\n2;-3\n"),
                Case.text(
                        "x,y\n\"0,500\",\"1,000\"\n\"2.0\",-3\n",
                        "write all decimals with a point and nothing between thousands",
                        "x,y\n\"0.500\",\"1.000\"\n\"2.0\",-3\n"),
                Case.text(
                        "x\ty\n1,500\t2,250\n",
                        "write all decimals with a point and nothing between thousands",
                        "x\ty\n0.5\t1\n2\t-3\n"),
                Case.text("x,y\n0.5,\"1\n2,-3\n", "remove it or close the field with another", "x,y\n0.5,1\n2,-3\n"),
                Case.text(
                        "note,x,y\n\"a \"b\"\",0.5,1\nc,2,-3\n",
                        "double quotation marks inside it",
                        "note,x,y\n\"a \"\"b\"\"\",0.5,1\nc,2,-3\n"),
                new Case(
                        new byte[] {'x', ',', 'y', '\n', (byte) 0xfc, ',', '1'},
                        "save it as CSV, UTF-8, or the points as NPY or NPZ",
                        "x,y\n0.5,1\n2,-3\n".getBytes(StandardCharsets.UTF_8)));
    }

    static Stream<Case> arrays() throws IOException {
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
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(csv);
        }
        return Stream.of(
                new Case(cut, "copy or save the file again", good),
                new Case(Arrays.copyOf(good, 40), "copy or save the file again", good),
                new Case(Arrays.copyOf(named, 80), "copy or save the file again", named),
                new Case(twice, "save each array to a file of its own", good),
                new Case(version, "save it with numpy.save, version 1 to 3", good),
                new Case(damaged, "save it again with numpy.save", good),
                new Case(
                        ArrayFiles.typed("<c16"),
                        "save its real and its imaginary parts as two columns, float64",
                        good),
                new Case(ArrayFiles.typed("<f16"), "save it as float64, float32, int64 or text", good),
                new Case(ArrayFiles.typed("[('x','O')]"), "save it as float64, float32, int64 or text", good),
                new Case(ArrayFiles.huge(), "save it as float64", good),
                new Case(ArrayFiles.npy(NpyArray.of(1.0, 2)), "save points as an n × 2 array", good),
                new Case(
                        ArrayFiles.npy(new NpyArray.Doubles(new int[] {2, 3}, new double[6])),
                        "save its transpose, an n × 2 array",
                        good),
                new Case(
                        ArrayFiles.npy(new NpyArray.Doubles(new int[] {3, 3}, new double[9])),
                        "save the two columns with the points, an n × 2 array",
                        good),
                new Case(
                        ArrayFiles.npy(new NpyArray.Doubles(new int[] {3, 2, 2}, new double[12])),
                        "save one of its layers, an n × 2 array, such as the last",
                        good),
                new Case(
                        ArrayFiles.npy(new NpyArray.Doubles(new int[] {0, 2}, new double[0])),
                        "save at least one row",
                        good),
                new Case(
                        ArrayFiles.npy(
                                new NpyArray.Doubles(new int[] {3, 2}, new double[] {0.5, 1, 2, -3, Double.NaN, 0})),
                        "remove the row",
                        good),
                new Case(
                        ArrayFiles.npy(new NpyArray.Text(new int[] {1, 2}, new String[] {"a", "b"})),
                        "save numbers, float64",
                        good),
                new Case(
                        new Npz(Map.of("p", points, "q", points)).bytes(),
                        "save the points as an n × 2 array called samples",
                        new Npz(Map.of("p", points, "q", points, "samples", points)).bytes()),
                new Case(lzma, "save it with numpy.savez or numpy.savez_compressed", named),
                new Case("PK\3\4 no zip".getBytes(StandardCharsets.UTF_8), "copy or save the file again", named),
                new Case(packed.toByteArray(), "unpack it with gunzip", csv),
                new Case("%PDF-1.7".getBytes(StandardCharsets.UTF_8), "save its points as CSV, NPY or NPZ", csv),
                new Case(
                        new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0},
                        "save the sheet with the points as CSV, UTF-8",
                        csv),
                new Case(
                        "<svg xmlns=''/>".getBytes(StandardCharsets.UTF_8),
                        "save it as PNG or JPEG, or its points as CSV, NPY or NPZ",
                        csv));
    }

    @ParameterizedTest
    @MethodSource({"tables", "arrays"})
    void aRemedyFollowedWordForWordGivesThePointsThatWereMeant(Case tried) {
        var refused = assertThrows(BadInputException.class, () -> PointsFile.read(tried.bad, "p"));
        assertEquals(tried.remedy, refused.remedy(), refused.getMessage());
        var read = PointsFile.read(tried.followed, "p");
        assertArrayEquals(X, read.x());
        assertArrayEquals(Y, read.y());
    }

    @Test
    void noRemedyOfTheReadersIsLeftOut() throws IOException {
        var printed = Stream.concat(tables(), arrays()).map(Case::remedy).toList();
        var left = new ArrayList<String>();
        for (var piece : RemedySources.in("../core/src/main/java/scorescope/core/io")) {
            boolean known = printed.stream().anyMatch(remedy -> remedy.contains(piece.text()));
            if (!known && NOT_TRIED.stream().noneMatch(piece.text()::equals) && !COMMANDS.contains(piece.text())) {
                left.add(piece.toString());
            }
        }
        assertEquals(List.of(), left);
    }

    /** Followed by {@link SurroundingsTest} and {@link CommandRemediesTest}. */
    private static final List<String> COMMANDS = List.of(
            "free some or ",
            "choose another folder",
            "check the name and the folder",
            "give the name of a file in it",
            "create it or choose another",
            "change its permissions or ",
            "change its permissions or choose another",
            "change its permissions or choose another name",
            "choose another name",
            "did you mean \\\"",
            "\\\"? Save it as \\\"",
            "save it as ",
            "save it with numpy.savez",
            "save it with numpy.save",
            "make room in it and check its permissions, or set SCORESCOPE_JAVA_OPTS=-D",
            "=FOLDER to another",
            "save its values as a float64 array without names",
            "save it as PNG or JPEG");
}
