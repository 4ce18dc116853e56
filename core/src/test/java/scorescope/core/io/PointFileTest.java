package scorescope.core.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scorescope.core.BadInputException;

class PointFileTest {
    @TempDir
    Path folder;

    @Test
    void everyFormatGivesTheSamePoints() throws IOException {
        double[] x = {1, -2.5, 3e-7};
        double[] y = {0, 4, -5};
        var array = NpyArray.points(x, y);
        new Npz(Map.of("samples", array, "times", NpyArray.of(1.0))).write(folder.resolve("a.npz"));
        new Npz(Map.of("arr_0", array)).write(folder.resolve("b.npz"));
        Npy.write(folder.resolve("c.npy"), array);
        try (var out = Files.newOutputStream(folder.resolve("d.csv"))) {
            Csv.writePoints(out, x, y);
        }
        for (String name : new String[] {"a.npz", "b.npz", "c.npy", "d.csv"}) {
            var read = PointFile.read(folder.resolve(name));
            assertArrayEquals(x, read.x(), name);
            assertArrayEquals(y, read.y(), name);
        }
    }

    @Test
    void whatIsNotPointsIsRefusedWithItsPlace() throws IOException {
        refused("f.txt", "f.txt");
        Npy.write(folder.resolve("row.npy"), NpyArray.of(1.0, 2.0));
        refused("row.npy", "row.npy: samples");
        Npy.write(folder.resolve("nan.npy"), NpyArray.points(new double[] {1, 2}, new double[] {1, Double.NaN}));
        refused("nan.npy", "nan.npy: samples[1]");
        new Npz(Map.of("p", NpyArray.of(1.0), "q", NpyArray.of(1.0))).write(folder.resolve("two.npz"));
        refused("two.npz", "two.npz");
    }

    private void refused(String name, String place) {
        var bad = assertThrows(BadInputException.class, () -> PointFile.read(folder.resolve(name)));
        assertEquals(folder.resolve(place).toString(), bad.place());
    }
}
