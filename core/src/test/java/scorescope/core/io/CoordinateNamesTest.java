package scorescope.core.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.BadInputException;

/** Tables whose two coordinates are clear without being called x and y are read; others are still refused. */
class CoordinateNamesTest {
    private static Csv.Points table(String text) {
        return Csv.readPoints(text.getBytes(StandardCharsets.UTF_8), "p.csv");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x1,x2",
                "x_1,x_2",
                "X1;X2",
                "\"V1\",\"V2\"",
                "feature_0,feature_1",
                "dim0\tdim1",
                "x[0],x[1]",
                "Dim.1 Dim.2",
                "PC1|PC2",
                "longitude,latitude",
                "Lon;Lat",
                "easting,northing",
                "Größe 1,Größe 2"
            })
    void aClearPairIsRead(String header) {
        char delimiter = header.contains(";") ? ';' : header.contains("\t") ? '\t' : header.contains("|") ? '|' : ',';
        String row = header.equals("Dim.1 Dim.2") ? "1.5 -2\n3 4\n" : "1.5%s-2\n3%s4\n".replace("%s", "" + delimiter);
        var points = table(header + "\n" + row);
        assertArrayEquals(new double[] {1.5, 3}, points.x());
        assertArrayEquals(new double[] {-2, 4}, points.y());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"latitude,longitude\n-2,1.5", "x2,x1\n-2,1.5", "id,x1,x2\n7,1.5,-2", "lat,height,lon\n-2,9,1.5"})
    void whateverTheOrderAndAmongOthers(String text) {
        var points = table(text);
        assertArrayEquals(new double[] {1.5}, points.x());
        assertArrayEquals(new double[] {-2}, points.y());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x1,x2,x3",
                "x0,x1,x2",
                "a1,a2,b1,b2",
                "x1,x1,x2",
                "x1,y2",
                "id,value",
                "x1,x3",
                "lon,lat,x1,x2",
                "lon,long,lat",
                "latitude,height"
            })
    void aPairThatIsNotClearIsRefused(String header) {
        String row =
                "1" + ",2".repeat((int) header.chars().filter(c -> c == ',').count());
        assertThrows(BadInputException.class, () -> table(header + "\n" + row));
    }

    /** Names of coordinates in a comment do not name the columns. */
    @ParameterizedTest
    @ValueSource(strings = {"# run1 run2 run3", "# run2 run1", "# longitude latitude of places"})
    void aCommentIsNoHeader(String comment) {
        assertArrayEquals(new double[] {1.5}, table(comment + "\n1.5 -2\n").x());
    }

    @ParameterizedTest
    @ValueSource(strings = {"x1,x2", "lon,lat", "feature_0,feature_1"})
    void arraysByTheSameNames(String names) {
        var arrays = new LinkedHashMap<String, NpyArray>();
        String[] parts = names.split(",", -1);
        arrays.put(parts[1], NpyArray.of(-2.0, 4.0));
        arrays.put(parts[0], NpyArray.of(1.5, 3.0));
        var points = PointsFile.read(new Npz(arrays).bytes(), "p.npz");
        assertArrayEquals(new double[] {1.5, 3}, points.x());
        assertTrue(points.y()[1] == 4);
    }
}
