package scorescope.core.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import scorescope.core.BadInputException;

/**
 * A file of any bytes is read, or refused in one line with a remedy. In a normal test run Jazzer replays the seeds in the
 * resources; with JAZZER_FUZZ=1 and -Djazzer.hooks=true it searches for more.
 */
class ParsersFuzzTest {
    @FuzzTest(maxDuration = "30s")
    void pointsAreReadOrRefused(byte[] file) throws IOException {
        Csv.Points points;
        try {
            points = Csv.readPoints(file, "points.csv");
        } catch (BadInputException refused) {
            assertExplained(refused);
            return;
        }
        var out = new ByteArrayOutputStream();
        Csv.writePoints(out, points.x(), points.y());
        var again = Csv.readPoints(out.toByteArray(), "points.csv");
        assertArrayEquals(points.x(), again.x());
        assertArrayEquals(points.y(), again.y());
    }

    @FuzzTest(maxDuration = "30s")
    void arraysAreReadOrRefused(byte[] file) throws IOException {
        NpyArray array;
        try {
            array = Npy.read(file, "array.npy");
        } catch (BadInputException refused) {
            assertExplained(refused);
            return;
        }
        var out = new ByteArrayOutputStream();
        Npy.write(out, array);
        assertArrayEquals(
                array.shape(), Npy.read(out.toByteArray(), "array.npy").shape());
    }

    @FuzzTest(maxDuration = "30s")
    void archivesAreReadOrRefused(byte[] file) {
        Map<String, NpyArray> arrays;
        try {
            arrays = Npz.read(file, "arrays.npz").arrays();
        } catch (BadInputException refused) {
            assertExplained(refused);
            return;
        }
        var again = Npz.read(new Npz(arrays).bytes(), "arrays.npz");
        assertEquals(arrays.keySet(), again.arrays().keySet());
    }

    @FuzzTest(maxDuration = "30s")
    void pointsOfAnyFormatAreReadOrRefused(byte[] file) {
        try {
            var points = PointsFile.read(file, "points");
            assertTrue(points.count() > 0);
        } catch (BadInputException refused) {
            assertExplained(refused);
        }
    }

    private static void assertExplained(BadInputException refused) {
        assertEquals(1, refused.getMessage().lines().count(), refused.getMessage());
        assertFalse(refused.remedy().isBlank());
    }
}
