package scorescope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scorescope.core.io.NpyArray;
import scorescope.core.io.Npz;
import scorescope.core.measure.SlicedWasserstein2;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code measure} against distances of an independent program (metrics.json). */
class MeasureReferenceTest {
    private static final double TOLERANCE = 1e-6;

    @TempDir
    Path folder;

    @Test
    void printsTheReferenceNumbers() throws IOException {
        var cases = JsonMapper.shared()
                .readTree(Files.readString(Spoken.reference().resolve("metrics.json")))
                .get("cases");
        assertFalse(cases.isEmpty());
        for (var reference : cases) {
            var a = csv(reference.get("a"), "a.csv");
            var b = csv(reference.get("b"), "b.csv");
            var said = Spoken.by("measure", a, b, "--json").done();
            assertEquals("", said.err());
            var printed = JsonMapper.shared().readTree(said.out());
            agree(reference, "wasserstein2", printed, "wasserstein2");
            // The command uses the default number of directions only.
            if (reference.get("slicedDirections").asLong() == SlicedWasserstein2.DIRECTIONS.defaultValue()) {
                agree(reference, "slicedWasserstein2", printed, "slicedWasserstein2");
            }
            agree(reference, "mmdSquaredBiasedGaussianBandwidth1", printed, "mmdSquared");
            agree(reference, "frechet", printed, "frechet");
            assertEquals(4, printed.size());
        }
    }

    @Test
    void samplesAsTheProgramWritesThemAreRead() throws IOException {
        var npz = folder.resolve("a.npz");
        new Npz(Map.of("samples", NpyArray.points(new double[] {0, 1}, new double[] {0, 1}))).write(npz);
        var csv = folder.resolve("b.csv");
        Files.writeString(csv, "x,y\n0,1\n1,2\n");
        var said = Spoken.by("measure", npz, csv).done().out();
        assertTrue(said.lines().anyMatch(line -> line.matches("wasserstein2 +1 .*")), said);
    }

    @Test
    void whatCannotBeMeasuredIsRefusedInOneLine() throws IOException {
        var good = folder.resolve("a.csv");
        Files.writeString(good, "x,y\n0,1\n");
        Spoken.by("measure", good).refused("B.npz|.csv");
        Spoken.by("measure", good, folder.resolve("missing.npz")).refused("missing.npz", "no such file");
        var empty = folder.resolve("empty.csv");
        Files.writeString(empty, "");
        Spoken.by("measure", good, empty).refused("empty.csv", "x,y");
        var far = folder.resolve("far.csv");
        Files.writeString(far, "x,y\n1e300,1\n");
        Spoken.by("measure", good, far).failed("too large");
        // Samples of different sizes, for which another solver is used.
        var two = folder.resolve("two.csv");
        Files.writeString(two, "x,y\n-1e308,0\n1e308,0\n");
        Spoken.by("measure", good, two).failed("too large");
    }

    @Test
    void samplesTooLargeForAnExactAssignmentAreStillMeasuredOtherwise() throws IOException {
        var many = folder.resolve("many.csv");
        Files.writeString(
                many,
                IntStream.range(0, 5001).mapToObj(i -> i + "," + i).collect(Collectors.joining("\n", "x,y\n", "\n")));
        var said = Spoken.by("measure", many, many, "--json").done();
        assertTrue(said.err().contains("wasserstein2"), said.err());
        var printed = JsonMapper.shared().readTree(said.out());
        assertTrue(printed.get("wasserstein2").isNull());
        assertEquals(0, printed.get("slicedWasserstein2").asDouble());
    }

    private static void agree(JsonNode reference, String name, JsonNode printed, String key) {
        assertEquals(reference.get(name).asDouble(), printed.get(key).asDouble(), TOLERANCE, key);
    }

    private Path csv(JsonNode points, String name) throws IOException {
        var file = folder.resolve(name);
        Files.writeString(
                file,
                StreamSupport.stream(points.spliterator(), false)
                        .map(point -> point.get(0) + "," + point.get(1))
                        .collect(Collectors.joining("\n", "x,y\n", "\n")));
        return file;
    }
}
