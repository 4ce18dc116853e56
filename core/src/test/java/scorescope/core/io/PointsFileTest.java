package scorescope.core.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scorescope.core.BadInputException;

class PointsFileTest {
    private static final double[] X = {1, -2.5, 1e-3};
    private static final double[] Y = {0, 7, -4};

    @Test
    void numbersComeBackFromEveryFormat() throws IOException {
        var csv = new ByteArrayOutputStream();
        Csv.writePoints(csv, X, Y);
        var array = NpyArray.points(X, Y);
        byte[] sampled = new Npz(Map.of("samples", array, "times", NpyArray.of(1.0))).bytes();
        byte[] saved = new Npz(Map.of("arr_0", array)).bytes();
        for (byte[] file : new byte[][] {csv.toByteArray(), npy(array), sampled, saved}) {
            var read = PointsFile.read(file, "points");
            assertArrayEquals(X, read.x());
            assertArrayEquals(Y, read.y());
        }
    }

    @Test
    void floatsAndWholeNumbersAreRead() throws IOException {
        var floats = PointsFile.read(npy(new NpyArray.Floats(new int[] {1, 2}, new float[] {0.5f, 3})), "p.npy");
        assertEquals(0.5, floats.x()[0]);
        var longs = PointsFile.read(npy(new NpyArray.Longs(new int[] {2, 2}, new long[] {1, 2, 3, 4})), "p.npy");
        assertArrayEquals(new double[] {2, 4}, longs.y());
    }

    @Test
    void whatIsNotPointsIsRefused() throws IOException {
        refused("n × 2", npy(NpyArray.of(1.0, 2, 3)));
        refused("at least one row", npy(new NpyArray.Doubles(new int[] {0, 2}, new double[0])));
        refused("[0, 1]", npy(new NpyArray.Doubles(new int[] {1, 2}, new double[] {1, Double.NaN})));
        refused("float64", npy(new NpyArray.Text(new int[] {1, 2}, new String[] {"a", "b"})));
        refused("samples", new Npz(Map.of("p", NpyArray.of(1.0), "q", NpyArray.of(1.0))).bytes());
        var twice = NpyArray.points(X, Y);
        refused("several arrays of points: ", new Npz(Map.of("p", twice, "q", twice)).bytes());
        refused("its transpose", npy(new NpyArray.Doubles(new int[] {2, 3}, new double[6])));
        refused("one of its layers", npy(new NpyArray.Doubles(new int[] {4, 3, 2}, new double[24])));
        refused("at least one row", npy(new NpyArray.Doubles(new int[] {2, 0}, new double[0])));
        refused("at least one row", npy(new NpyArray.Doubles(new int[] {0}, new double[0])));
        refused("the two columns with the points", npy(new NpyArray.Doubles(new int[] {3, 3}, new double[9])));
    }

    @Test
    void columnsOfOneFileAreThePointsOfAnother() throws IOException {
        var columns = new LinkedHashMap<String, NpyArray>();
        columns.put("y", NpyArray.of(Y));
        columns.put("log_density", NpyArray.of(Y));
        columns.put("x", NpyArray.of(X));
        var read = PointsFile.read(new Npz(columns).bytes(), "e.npz");
        assertArrayEquals(X, read.x());
        assertArrayEquals(Y, read.y());
        columns.put("x", NpyArray.of(1.0));
        refused("x and y have the shapes [1] and [3]", new Npz(columns).bytes());
    }

    @Test
    void columnsMayBeColumnsOfATableAndHaveCapitalNames() throws IOException {
        var x = new NpyArray.Doubles(new int[] {3, 1}, X);
        var y = new NpyArray.Doubles(new int[] {1, 3}, Y);
        for (var columns : List.of(Map.of("x", x, "y", y), Map.of("X", x, "Y", y), Map.of("x", x, "Y", y))) {
            var read = PointsFile.read(new Npz(Map.copyOf(columns)).bytes(), "e.npz");
            assertArrayEquals(X, read.x());
            assertArrayEquals(Y, read.y());
        }
        refused("holds no points", new Npz(Map.of("X", x, "x", x, "Y", y)).bytes());
    }

    /** A message must name its file, since there may be two. */
    @Test
    void everyRefusalNamesTheFile() throws IOException {
        byte[] zip = new Npz(Map.of("samples", NpyArray.points(X, Y))).bytes();
        for (int length = 1; length < zip.length; length++) {
            byte[] cut = Arrays.copyOf(zip, length);
            var complaint = assertThrows(BadInputException.class, () -> PointsFile.read(cut, "points"));
            assertTrue(complaint.getMessage().startsWith("points: "), length + complaint.getMessage());
        }
    }

    @Test
    void axesOfLengthOneBetweenPointsDoNotMatter() throws IOException {
        var contour = new NpyArray.Longs(new int[] {2, 1, 2}, new long[] {1, 2, 3, 4});
        assertArrayEquals(
                new double[] {2, 4}, PointsFile.read(npy(contour), "c.npy").y());
    }

    /** First bytes of other kinds of files, with the name in the message. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "49492a00 | a TIFF picture | PNG or JPEG",
                "52494646 10000000 57454250 5650384c | a WebP picture | PNG or JPEG",
                "00000018 66747970 68656963 | a HEIC picture | PNG or JPEG",
                "1f8b0800 | packed by gzip | gunzip",
                "425a6839 31415926 5359 | packed by bzip2 | bunzip2",
                "89484446 0d0a1a0a | an HDF5 file | CSV, NPY or NPZ",
                "80049500 | a Python pickle | CSV, NPY or NPZ",
                "d0cf11e0 a1b11ae1 | an old Excel workbook | CSV",
                "7b227363 6f726573 | JSON | CSV, NPY or NPZ",
                "0a3c7376 6720786d 6c6e733d | an SVG drawing | PNG or JPEG",
                "50360a36 30203430 | a PNM picture | PNG or JPEG",
                "25215053 2d41646f | a PostScript drawing | PNG or JPEG",
                "716f6966 00000010 | a QOI picture | PNG or JPEG",
                "255044462d | a PDF document | CSV, NPY or NPZ"
            })
    void otherKindsOfFilesAreCalledByName(String hex, String name, String remedy) {
        byte[] start = HexFormat.of().parseHex(hex.replace(" ", ""));
        var complaint = assertThrows(BadInputException.class, () -> PointsFile.read(start, "points"));
        assertEquals("is " + name + ", which is not read here", complaint.problem());
        assertTrue(complaint.remedy().contains(remedy), complaint.remedy());
    }

    private static void refused(String said, byte[] file) {
        var complaint = assertThrows(BadInputException.class, () -> PointsFile.read(file, "points"));
        assertEquals(true, complaint.getMessage().contains(said), complaint.getMessage());
    }

    private static byte[] npy(NpyArray array) throws IOException {
        var out = new ByteArrayOutputStream();
        Npy.write(out, array);
        return out.toByteArray();
    }
}
