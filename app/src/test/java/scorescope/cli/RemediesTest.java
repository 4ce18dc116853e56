package scorescope.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scorescope.core.BadInputException;
import scorescope.core.io.Npy;
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
        byte[] good = npy(points);
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
                new Case(typed("<c16"), "save it as float64, float32, int64 or text", good),
                new Case(typed("[('x','O')]"), "save it as float64, float32, int64 or text", good),
                new Case(huge(), "save it as float64", good),
                new Case(npy(NpyArray.of(1.0, 2)), "save points as an n × 2 array", good),
                new Case(
                        npy(new NpyArray.Doubles(new int[] {2, 3}, new double[6])),
                        "save its transpose, an n × 2 array",
                        good),
                new Case(
                        npy(new NpyArray.Doubles(new int[] {3, 3}, new double[9])),
                        "save the two columns with the points, an n × 2 array",
                        good),
                new Case(
                        npy(new NpyArray.Doubles(new int[] {3, 2, 2}, new double[12])),
                        "save one of its layers, an n × 2 array, such as the last",
                        good),
                new Case(npy(new NpyArray.Doubles(new int[] {0, 2}, new double[0])), "save at least one row", good),
                new Case(
                        npy(new NpyArray.Doubles(new int[] {3, 2}, new double[] {0.5, 1, 2, -3, Double.NaN, 0})),
                        "remove the row",
                        good),
                new Case(
                        npy(new NpyArray.Text(new int[] {1, 2}, new String[] {"a", "b"})),
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

    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern REFUSAL =
            Pattern.compile("new BadInputException\\(|\\.wrong\\(|wrongAt\\(|new Meaning\\(|other\\(");

    @Test
    void noRemedyOfTheReadersIsLeftOut() throws IOException {
        var printed = Stream.concat(tables(), arrays()).map(Case::remedy).toList();
        var left = new ArrayList<String>();
        try (var files = Files.list(Path.of("../core/src/main/java/scorescope/core/io"))) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".java")).toList()) {
                String source = Files.readString(file);
                for (String piece : remedies(source)) {
                    boolean known = printed.stream().anyMatch(remedy -> remedy.contains(piece));
                    if (!known && NOT_TRIED.stream().noneMatch(piece::equals) && !COMMANDS.contains(piece)) {
                        left.add(file.getFileName() + ": " + piece);
                    }
                }
            }
        }
        assertEquals(List.of(), left);
    }

    /** Followed by {@link SurroundingsTest} and below. */
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

    /** The literals in the last argument of every refusal, and of the constants that stand there. */
    private static List<String> remedies(String source) {
        var found = new ArrayList<String>();
        var refusal = REFUSAL.matcher(source);
        while (refusal.find()) {
            String last = lastArgument(source, refusal.end());
            var literal = LITERAL.matcher(last);
            boolean any = false;
            while (literal.find()) {
                any = true;
                if (literal.group(1).length() > 3) {
                    found.add(literal.group(1));
                }
            }
            if (!any && last.strip().matches("[A-Z_]+")) {
                var constant = Pattern.compile("String " + last.strip() + "\\s*=\\s*([^;]*);")
                        .matcher(source);
                if (constant.find()) {
                    var inside = LITERAL.matcher(constant.group(1));
                    while (inside.find()) {
                        found.add(inside.group(1));
                    }
                }
            }
        }
        return found;
    }

    private static String lastArgument(String source, int from) {
        int depth = 0;
        int start = from;
        boolean quoted = false;
        for (int i = from; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c == '"' && source.charAt(i - 1) != '\\') {
                quoted = !quoted;
            } else if (!quoted && c == '(') {
                depth++;
            } else if (!quoted && c == ')' && depth-- == 0) {
                return source.substring(start, i);
            } else if (!quoted && c == ',' && depth == 0) {
                start = i + 1;
            }
        }
        return "";
    }

    @TempDir
    Path folder;

    @Test
    void remediesOfCommandsLeadOn() throws IOException {
        var session = Files.writeString(folder.resolve("s.json"), "{\"scorescope\": 1}");
        var points = Files.writeString(folder.resolve("p.csv"), "x,y\n1,2\n");
        Spoken.by("eval", session, "--points", folder.resolve("none.csv"), "--quantity", "score", "-o", "-")
                .refused("check the name and the folder");
        Spoken.by("eval", session, "--points", folder, "--quantity", "score", "-o", "-")
                .refused("give the name of a file in it");
        Spoken.by("eval", session, "--points", points, "--quantity", "score", "-o", folder.resolve("v.txt"))
                .refused("end the name in .csv or .npz");
        Spoken.by("eval", session, "--points", points, "--quantity", "score", "-o", folder.resolve("v.csv"))
                .done();
        Spoken.by("sample", session, "-o", folder.resolve("s.csv")).refused("end the name in .npz");
        Spoken.by("figure", session, "-o", folder.resolve("f.jpg")).refused("end the name in .svg or .pdf or .png");
        var into = folder.resolve("new").resolve("v.csv");
        Spoken.by("eval", session, "--points", points, "--quantity", "score", "-o", into)
                .refused("create it or choose another");
        Files.createDirectory(folder.resolve("new"));
        Spoken.by("eval", session, "--points", points, "--quantity", "score", "-o", into)
                .done();
        Spoken.by("eval", session, "--points", points, "--quantity", "scor", "-o", "-")
                .refused("did you mean \"score\"?");
    }

    @Test
    void aPictureThatIsNotReadIsOneAfterItsRemedy() throws IOException {
        // picture-tiff-webp
        var tiff = Files.write(folder.resolve("p.tiff"), new byte[] {'I', 'I', '*', 0, 8, 0, 0, 0});
        var webp = Files.writeString(folder.resolve("p.webp"), "RIFF\4\0\0\0WEBPVP8L", StandardCharsets.ISO_8859_1);
        for (Path picture : List.of(tiff, webp)) {
            var session = Files.writeString(
                    folder.resolve("s.json"),
                    "{\"scorescope\": 1, \"density\": {\"file\": \"" + picture.getFileName()
                            + "\", \"bandwidth\": 0.1}}");
            Spoken.by("figure", session, "-o", folder.resolve("a.svg"))
                    .refused(
                            picture.getFileName().toString(),
                            "picture, which is not read here; save it as PNG or JPEG");
            var image = new java.awt.image.BufferedImage(9, 9, java.awt.image.BufferedImage.TYPE_INT_RGB);
            image.setRGB(4, 4, 0xffffff);
            assertTrue(javax.imageio.ImageIO.write(
                    image, "png", folder.resolve("p.png").toFile()));
            Spoken.by(
                            "eval",
                            session,
                            "--points",
                            points(),
                            "--quantity",
                            "score",
                            "-o",
                            "-",
                            "--set",
                            "density.file=p.png")
                    .done();
        }
        assertFalse(Files.exists(folder.resolve("a.svg")));
    }

    private Path points() throws IOException {
        return Files.writeString(folder.resolve("points.csv"), "x,y\n1,2\n");
    }

    private static byte[] npy(NpyArray array) throws IOException {
        var out = new ByteArrayOutputStream();
        Npy.write(out, array);
        return out.toByteArray();
    }

    private static byte[] typed(String descr) {
        String quoted = descr.startsWith("[") ? descr : "'" + descr + "'";
        return array("{'descr': " + quoted + ", 'fortran_order': False, 'shape': (0, 2), }\n", new byte[0]);
    }

    private static byte[] huge() {
        return array(
                "{'descr': '<u8', 'fortran_order': False, 'shape': (1, 1), }\n",
                new byte[] {-1, -1, -1, -1, -1, -1, -1, -1});
    }

    private static byte[] array(String header, byte[] data) {
        return ByteBuffer.allocate(10 + header.length() + data.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 0x93)
                .put("NUMPY\1\0".getBytes(StandardCharsets.ISO_8859_1))
                .putShort((short) header.length())
                .put(header.getBytes(StandardCharsets.ISO_8859_1))
                .put(data)
                .array();
    }
}
