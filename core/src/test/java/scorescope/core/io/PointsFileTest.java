package scorescope.core.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
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
        refused("x,y", "1,2\n3,4\n".getBytes(StandardCharsets.UTF_8));
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
