package scorescope.core.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.BadInputException;

class CsvTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void pointsComeBackBitForBit(long seed) throws IOException {
        var random = new Random(seed);
        var x = random.doubles(200)
                .map(u -> (u - 0.5) * Math.pow(10, random.nextInt(600) - 300))
                .toArray();
        var y = random.longs(200)
                .mapToDouble(Double::longBitsToDouble)
                .map(d -> Double.isFinite(d) ? d : -0.0)
                .toArray();
        var out = new ByteArrayOutputStream();
        Csv.writePoints(out, x, y);
        var read = Csv.readPoints(out.toByteArray(), "points.csv");
        assertArrayEquals(x, read.x());
        assertArrayEquals(y, read.y());
    }

    @ParameterizedTest
    @CsvSource({
        "0.1, 0.10000000000000001",
        "1, 1",
        "-2.5, -2.5",
        "100, 100",
        "1e22, 1e+22",
        "1.5e-7, 1.4999999999999999e-07",
        "-1e300, -1.0000000000000001e+300",
        "4.9e-324, 4.9406564584124654e-324",
        "NaN, nan",
        "-Infinity, -inf",
        "-0.0, -0"
    })
    void numbersHaveSeventeenDigits(double value, String text) {
        assertEquals(text, Csv.number(value));
    }

    @Test
    void byteOrderMarkCrlfSpacesAndBlankLastLinesAreAccepted() {
        var read = points("\uFEFFx, y\r\n 1 ,2\r\n-.5,+3e2\r\n\r\n  \r\n");
        assertArrayEquals(new double[] {1, -0.5}, read.x());
        assertArrayEquals(new double[] {2, 300}, read.y());
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "'' => p.csv: is empty",
                "'x,z\n1,2' => p.csv: line 1, column 1: the header is \"x,z\", without a column x and a column y",
                "'a\n1' => p.csv: line 1, column 1: the first line is \"a\", one column",
                "'1,2,3\n4,5,6' => p.csv: line 1, column 1: the first line is \"1,2,3\", 3 numbers without names",
                "'x,y,x\n1,2,3' => p.csv: line 1, column 5: a second column is called \"x\"",
                "'x,y' => p.csv: line 2: there are no points",
                "'x,y\n1,2\n1,NaN\n' => p.csv: line 3, column 3: \"NaN\" is not a finite number",
                "'x,y\ninf,2\n' => p.csv: line 2, column 1: \"inf\"",
                "'x,y\n1,1e999\n' => p.csv: line 2, column 3: \"1e999\" is too large",
                "'x,y\n1,\n' => p.csv: line 2, column 3: a value is missing",
                "'x,y\n1\n' => p.csv: line 2, column 2: one value where 2 belong",
                "'x,y\n1;2\n' => separate by commas and write decimals with a point",
                "'x,y\n0,5;1,5\n' => separate by commas and write decimals with a point",
                "'x,y\n1,2,3\n' => p.csv: line 2, column 5: 3 values where 2 belong",
                "'x,y\n0x10,2\n' => p.csv: line 2, column 1",
                "'x,y\n1d,2\n' => p.csv: line 2, column 1",
                "'x,y\n1, abc\n' => p.csv: line 2, column 4: \"abc\"",
                "'x,y\n1,\"2' => p.csv: line 2, column 3: the quotation mark is not closed",
                "'x,y\n1,\"2\"3' => p.csv: line 2, column 6: the field goes on after its closing quotation mark",
                "'x;y\n1,5;2.5' => p.csv: line 2, column 5: \"2.5\" has another decimal mark",
                "'x;y\n1.500,5;2' => write all decimals with a point and nothing between thousands",
                "'x,y\n1,2\n\0\0\0' => p.csv: ends in zero bytes, as if cut off",
                "'Survey of May\n\nx,y\n1,2\n' => \"Survey of May\", and columns x and y are named in line 3",
                "'x,y\n\"1,500\",\"2,250\"' => p.csv: \"1,500\" may have a decimal comma or one that parts thousands"
            })
    void complaintsNamePlaceAndRemedy(String text, String complaint) {
        var refused = assertThrows(BadInputException.class, () -> points(text));
        assertTrue(refused.getMessage().contains(complaint), refused.getMessage());
        assertTrue(!refused.remedy().isBlank() && refused.getMessage().lines().count() == 1, refused.getMessage());
    }

    /** The points (0.5, 1), (2, -3), (10, 20), as various programs write them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "y,x\n1,0.5\n-3,2\n20,10\n",
                "\"x\",\"y\"\n\"0.5\",\"1\"\n\"2\",\"-3\"\n\"10\",\"20\"\n",
                "x;y\n0,5;1\n2;-3\n10;20\n",
                ",x,y\n0,0.5,1.0\n1,2.0,-3.0\n2,10.0,20.0\n",
                "\"\",\"x\",\"y\"\n\"1\",0.5,1\n\"2\",2,-3\n\"3\",10,20\n",
                "\"x\" \"y\"\n\"1\" 0.5 1\n\"2\" 2 -3\n\"3\" 10 20\n",
                "\"x\";\"y\"\n\"1\";0,5;1\n\"2\";2;-3\n\"3\";10;20\n",
                "0.5,1\n2,-3\n10,20\n",
                "0,5;1,0\n2,0;-3,0\n10,0;20,0\n",
                "5.000000000000000000e-01 1.000000000000000000e+00\n2e+00 -3e+00\n1e+01 2e+01\n",
                "# x y\n0.5 1\n2 -3\n10 20\n",
                "# y x\n1 0.5\n-3 2\n20 10\n",
                "# made by hand\nx\ty\n0.5\t1\n2\t-3\n10\t20\n",
                "sep=;\nx;y\n0.5;1\n2;-3\n10;20\n",
                "label|y|x\n\"a|b\"|1|0.5\nc|-3|2\nd|20|10\n",
                "note,x,y\n\"two\nlines, \"\"quoted\"\"\",0.5,1\n,2,-3\n,10,20\n",
                "X, Y\r\n 0.5 , 1\r\n 2 ,-3 \r\n10,20",
                "\n\nx,y\n0.5,1\n\n2,-3\n10,20\n\n",
                "x,y,\n0.5,1,\n2,-3,\n10,20,\n",
                "\"x\",\"y\"\n\"0,5\",\"1\"\n\"2\",\"-3\"\n\"10\",\"20\"\n",
                "x,y,log_density\n0.5,1,nan\n2,-3,-1.5\n10,20,0\n",
                "% made by hand\n0.5 1\n2 -3\n10 20\n",
                "%% x y\n0.5 1\n2 -3\n10 20\n",
                "// made by hand\nx,y\n0.5,1\n// pause\n2,-3\n10,20\n",
                "# made by hand\r# y x\r1 0.5\r-3 2\r20 10\r",
                "x,y\n0.5,1\n2,\u22123\n10,20\n",
                "x;y\n0,5;1\n2;\u22123\n10;20\n",
                "x\ry\r"
            })
    void tablesOfOtherProgramsAreTheSamePoints(String text) {
        var read = points(text.equals("x\ry\r") ? "x,y\r0.5,1\r2,-3\r10,20\r" : text);
        assertArrayEquals(new double[] {0.5, 2, 10}, read.x());
        assertArrayEquals(new double[] {1, -3, 20}, read.y());
    }

    @Test
    void textInUtf16IsRead() {
        for (var charset : List.of("UTF-16LE", "UTF-16BE", "UTF-16", "UTF-32LE")) {
            String mark = charset.equals("UTF-16LE") || charset.equals("UTF-32LE") ? "\uFEFF" : "";
            byte[] bytes = (mark + "x\ty\tπ\n1,5\t2,25\tü\n").getBytes(Charset.forName(charset));
            var read = Csv.readPoints(bytes, "p.csv");
            assertArrayEquals(new double[] {1.5}, read.x(), charset);
            assertArrayEquals(new double[] {2.25}, read.y(), charset);
        }
    }

    @Test
    void bytesThatAreNotTextAreRefused() {
        var refused = assertThrows(
                BadInputException.class, () -> Csv.readPoints(new byte[] {'x', ',', 'y', '\n', (byte) 0xff}, "p.csv"));
        assertEquals("is not UTF-8 text", refused.problem());
        assertThrows(BadInputException.class, () -> Csv.readPoints(new byte[] {'x', 0, 'y'}, "p.csv"));
    }

    @Test
    void missingFilesAndFoldersAreBadInput(@TempDir Path folder) {
        assertThrows(BadInputException.class, () -> Csv.readPoints(folder.resolve("none.csv")));
        assertThrows(BadInputException.class, () -> Csv.readPoints(folder));
    }

    private static Csv.Points points(String text) {
        return Csv.readPoints(text.getBytes(StandardCharsets.UTF_8), "p.csv");
    }
}
