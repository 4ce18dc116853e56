package scorescope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A panel or a lane that cannot be used is refused by every command on a session, in the same words. */
final class PatchesEverywhereTest {
    private static final String GOOD = "{\"noise\":{\"sigma\":1}}";

    @TempDir
    Path folder;

    private Path session;

    /** Patches that are wrong by themselves, each with the part of the refusal that names key and remedy. */
    static Stream<String[]> wrong() {
        return Stream.of(
                        new String[] {"{\"noise\":{\"t\":55}}", ".noise.t: ", "0.0 to 1.0"},
                        new String[] {"{\"sampler\":{\"stepSiez\":1}}", ".sampler.stepSiez: ", "\"stepSize\""},
                        new String[] {"{\"sampler\":{\"step\":100000}}", ".sampler.step: ", "0 to 500"},
                        new String[] {"{\"density\":{\"preset\":\"three\"}}", ".density.preset: ", "\"three-gaussians\""
                        },
                        new String[] {"{\"view\":{\"layers\":[\"densty\"]}}", ".view.layers[0]: ", "\"density\""},
                        new String[] {"{\"view\":{\"study\":\"basin\"}}", ".view.study: ", "\"basins\""},
                        new String[] {"{\"lanes\":[]}", "lanes: ", "did you mean"},
                        new String[] {"{\"density\":{\"file\":\"gone.csv\"}}", "gone.csv: ", "check the name"},
                        new String[] {"{\"score\":{\"file\":\"gone.npz\"}}", "gone.npz: ", "check the name"})
                .flatMap(row ->
                        Stream.of("figure.panels", "lanes").map(key -> new String[] {key, row[0], row[1], row[2]}));
    }

    @BeforeEach
    void writeTables() throws IOException {
        session = folder.resolve("s.scorescope.json");
        Files.writeString(folder.resolve("points.csv"), "x,y\n0.1,0.2\n1,1\n2,1\n");
    }

    /** A call of every command that reads a session. */
    private List<List<Object>> calls() {
        var points = folder.resolve("points.csv");
        return List.of(
                List.of("figure", session, "-o", out(".svg")),
                List.of("animate", session, "-o", out(".gif"), "--seconds", "0.1"),
                List.of("snapshot", session, "-o", out(".png")),
                List.of("describe", session),
                List.of("link", session),
                List.of("code", session, "-o", out(".py")),
                List.of("eval", session, "--points", points, "-o", out(".csv"), "--quantity", "score"),
                List.of("sample", session, "-o", out(".npz"), "--particles", "5"),
                List.of("train", session, "-o", out(".npz"), "--steps", "1"),
                List.of("fit", session),
                List.of("processes", "--table", session, "-o", out(".csv")),
                List.of("measure", points, session));
    }

    private Path out(String ending) {
        return folder.resolve("out" + ending);
    }

    private void write(String key, String patch) throws IOException {
        String patches = "[" + GOOD + "," + patch + "]";
        Files.writeString(
                session,
                "{\"scorescope\":1,"
                        + (key.equals("lanes") ? "\"lanes\":" + patches : "\"figure\":{\"panels\":" + patches + "}")
                        + "}");
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void aWrongPatchIsRefusedByEveryCommandInTheSameWords(String key, String patch, String named, String remedy)
            throws IOException {
        write(key, patch);
        var said = new HashSet<String>();
        for (var call : calls()) {
            said.add(Spoken.by(call.toArray())
                    .refused(key + "[1]", named, remedy)
                    .err());
        }
        assertEquals(1, said.size(), said::toString);
        try (var files = Files.list(folder)) {
            assertEquals(2, files.count());
        }
    }

    @Test
    void everyCommandThatReadsASessionIsAmongTheCalls() {
        var called = calls().stream().map(List::getFirst).toList();
        for (String command : Cli.names(new RealWindow())) {
            if (!called.contains(command)) {
                var usage = Spoken.by(command, "--help")
                        .done()
                        .out()
                        .lines()
                        .takeWhile(line -> line.startsWith("Usage") || line.startsWith(" "))
                        .toList();
                assertFalse(usage.toString().contains("SESSION"), usage::toString);
            }
        }
    }
}
