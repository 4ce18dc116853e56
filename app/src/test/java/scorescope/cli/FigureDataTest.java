package scorescope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scorescope.core.io.NpyArray;
import scorescope.core.io.Npz;

/** {@code figure --data} and {@code --text outlines}: the arrays of a figure, and its letters as shapes. */
class FigureDataTest {
    private static final double[][] MEANS = {{-2, 0}, {2, 1}, {0, -2}};
    private static final double[] WEIGHTS = {0.3, 0.4, 0.3};

    @TempDir
    static Path folder;

    private static Npz npz;

    @BeforeAll
    static void draw() throws IOException {
        var data = folder.resolve("f.npz");
        Spoken.by("figure", "six-panels", "-o", folder.resolve("f.svg"), "--data", data)
                .done();
        npz = Npz.read(data);
    }

    private static double density(double x, double y, double sigma) {
        double variance = 0.36 + sigma * sigma;
        double sum = 0;
        for (int k = 0; k < 3; k++) {
            double square = Math.pow(x - MEANS[k][0], 2) + Math.pow(y - MEANS[k][1], 2);
            sum += WEIGHTS[k] * Math.exp(-square / (2 * variance)) / (2 * Math.PI * variance);
        }
        return sum;
    }

    private static double[][] rows(String name) {
        var array = (NpyArray.Doubles) npz.array(name);
        int columns = array.shape()[1];
        return IntStream.range(0, array.shape()[0])
                .mapToObj(i -> Arrays.copyOfRange(array.values(), i * columns, (i + 1) * columns))
                .toArray(double[][]::new);
    }

    @Test
    void valuesAreTheDensityWhereTheyStand() {
        double largest = 0.19;
        for (double[] row : rows("a_density_values")) {
            assertEquals(density(row[0], row[1], 0), row[2], 1e-3 * largest, row[0] + ", " + row[1]);
        }
    }

    @Test
    void linesOfThePanelAtAnotherLevelLieAtSharesOfItsOwnDensity() {
        var levels = Arrays.stream(rows("c_contours_lines"))
                .mapToDouble(row -> density(row[1], row[2], 1.5))
                .map(p -> Math.rint(p * 2000) / 2000)
                .distinct()
                .toArray();
        assertTrue(levels.length <= 12, "levels " + Arrays.toString(levels));
    }

    @Test
    void arrowsPointAlongTheScore() {
        for (double[] arrow : rows("b_quiver_segments")) {
            double h = 1e-5;
            // The middle of shaft and head is at the arrow's point.
            double x = arrow[0] + 0.7 * (arrow[2] - arrow[0]);
            double y = arrow[1] + 0.7 * (arrow[3] - arrow[1]);
            double sx = (density(x + h, y, 0) - density(x - h, y, 0)) / (2 * h);
            double sy = (density(x, y + h, 0) - density(x, y - h, 0)) / (2 * h);
            double cross = (arrow[2] - arrow[0]) * sy - (arrow[3] - arrow[1]) * sx;
            double dot = (arrow[2] - arrow[0]) * sx + (arrow[3] - arrow[1]) * sy;
            assertTrue(dot > 0 && Math.abs(cross) < 0.2 * dot, Arrays.toString(arrow));
        }
    }

    @Test
    void particlesAreThoseOfSample() throws IOException {
        var samples = folder.resolve("s.npz");
        Spoken.by("sample", "six-panels", "-o", samples).done();
        double[] expected = Npz.read(samples).doubles("samples");
        double[][] drawn = rows("f_particles_points");
        assertEquals(2 * drawn.length, expected.length);
        for (int i = 0; i < drawn.length; i++) {
            assertEquals(expected[2 * i], drawn[i][0]);
            assertEquals(expected[2 * i + 1], drawn[i][1]);
        }
    }

    @Test
    void everyArrayHasALine() {
        var lines = List.of(((NpyArray.Text) npz.array("about")).values());
        var names = npz.names().stream().filter(name -> !name.equals("about")).toList();
        assertEquals(names.size(), lines.size());
        for (var name : names) {
            assertEquals(
                    1,
                    lines.stream()
                            .filter(line -> line.startsWith(name + ": ") && line.length() > name.length() + 20)
                            .count(),
                    name);
        }
    }

    @Test
    void chartsAndTablesAreBlocksOfText() throws IOException {
        var csv = folder.resolve("p.csv");
        Spoken.by("figure", "process-variances", "-o", folder.resolve("p.svg"), "--data", csv)
                .done();
        var blocks = Files.readString(csv).strip().split("\n\n");
        for (var block : blocks) {
            var lines = block.lines().toList();
            assertTrue(lines.getFirst().startsWith("# "), lines.getFirst());
            assertTrue(lines.size() > 2, block);
            if (!lines.getFirst().contains("_table")) {
                assertTrue(
                        lines.stream().skip(2).allMatch(line -> Stream.of(line.split(","))
                                // A curve is interrupted where it has no value.
                                .allMatch(cell -> cell.equals("nan") || Double.isFinite(Double.parseDouble(cell)))),
                        block);
            }
        }
        assertTrue(Stream.of(blocks).anyMatch(block -> block.contains("_table")), "the table");
    }

    @ParameterizedTest
    @CsvSource({
        "f.svg, n.txt, there is no format",
        "f.svg, none/n.npz, does not exist",
        "f/, n.npz, one figure",
        "-, n.npz, one figure",
    })
    void refusesWhatItCannotSaveAndWritesNothing(String output, String data, String said, @TempDir Path place)
            throws IOException {
        Files.createDirectories(place.resolve("f"));
        Spoken.by(
                        "figure",
                        "two-starts",
                        "-o",
                        output.equals("-") ? output : place + "/" + output,
                        "--data",
                        place.resolve(data))
                .refused(said);
        try (var files = Files.walk(place)) {
            assertEquals(0, files.filter(Files::isRegularFile).count());
        }
    }

    @Test
    void outlinesNeedNoFont() throws IOException {
        var file = folder.resolve("outlines.svg");
        Spoken.by("figure", "noise-levels", "-o", file, "--text", "outlines").done();
        var svg = Files.readString(file);
        assertFalse(svg.contains("<text") || svg.contains("@font-face"));
        assertTrue(svg.contains("<desc>"));
        var again = folder.resolve("again.svg");
        Spoken.by("figure", file, "-o", again, "--text", "outlines").done();
        assertEquals(svg, Files.readString(again));
        Spoken.by("figure", "noise-levels", "-o", folder.resolve("x.pdf"), "--text", "outlines")
                .refused("SVG files alone");
        Spoken.by("figure", "noise-levels", "-o", file, "--text", "outline").refused("outlines");
        assertFalse(Files.exists(folder.resolve("x.pdf")));
    }
}
