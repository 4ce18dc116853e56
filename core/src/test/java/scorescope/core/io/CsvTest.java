package scorescope.core.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
            delimiter = '|',
            value = {
                "'' | p.csv: is empty",
                "'x,z\n1,2' | p.csv: line 1, column 1: the header is \"x,z\"",
                "'1,2\n3,4' | p.csv: line 1, column 1: the header",
                "'x,y' | p.csv: line 2: there are no points",
                "'x,y\n1,2\n1,NaN\n' | p.csv: line 3, column 3: \"NaN\" is not a finite number",
                "'x,y\ninf,2\n' | p.csv: line 2, column 1: \"inf\"",
                "'x,y\n1,1e999\n' | p.csv: line 2, column 3: \"1e999\" is too large",
                "'x,y\n1,\n' | p.csv: line 2, column 3: a value is missing",
                "'x,y\n1\n' | p.csv: line 2, column 2: one value where two belong",
                "'x,y\n1;2\n' | use a point",
                "'x,y\n1,2,3\n' | p.csv: line 2, column 4: more than two values",
                "'x,y\n1,2\n\n3,4\n' | p.csv: line 3, column 1: one value",
                "'x,y\n0x10,2\n' | p.csv: line 2, column 1",
                "'x,y\n1d,2\n' | p.csv: line 2, column 1",
                "'x,y\n1, abc\n' | p.csv: line 2, column 4: \"abc\""
            })
    void complaintsNamePlaceAndRemedy(String text, String complaint) {
        var refused = assertThrows(BadInputException.class, () -> points(text));
        String expected = complaint.equals("use a point") ? "write decimals with a point" : complaint;
        assertTrue(refused.getMessage().contains(expected), refused.getMessage());
        assertTrue(!refused.remedy().isBlank() && refused.getMessage().lines().count() == 1, refused.getMessage());
    }

    @Test
    void bytesThatAreNotTextAreRefused() {
        var refused = assertThrows(
                BadInputException.class, () -> Csv.readPoints(new byte[] {'x', ',', 'y', '\n', (byte) 0xff}, "p.csv"));
        assertEquals("is not UTF-8 text", refused.problem());
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
