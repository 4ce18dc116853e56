package scorescope.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Several sessions in one call, standard output, listings as tables, and help. */
@ResourceLock("System.in")
class SeveralSessionsTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void sessions() throws IOException {
        write("a.scorescope.json", "{\"scorescope\": 1, \"noise\": {\"sigma\": 0.5}}");
        write("b.scorescope.json", "{\"scorescope\": 1, \"noise\": {\"sigma\": 1.5}}");
        write("p.csv", "x,y\n0,0\n1,2\n");
        Files.createDirectory(folder.resolve("into"));
    }

    @Test
    void figuresOfSeveralSessionsGoIntoAFolder() throws IOException {
        done(
                "figure",
                file("a.scorescope.json"),
                file("b.scorescope.json"),
                "-o",
                file("into") + "/",
                "--format",
                "pdf");
        for (var name : List.of("a", "b")) {
            done("figure", file(name + ".scorescope.json"), "-o", file(name + ".pdf"));
            assertArrayEquals(bytes(name + ".pdf"), bytes("into/" + name + ".pdf"));
        }
    }

    @Test
    void standardOutputTakesTheBytesOfTheFile() throws IOException {
        done("figure", file("a.scorescope.json"), "-o", "-");
        byte[] printed = out.toByteArray();
        done("figure", file("a.scorescope.json"), "-o", file("a.svg"));
        assertArrayEquals(bytes("a.svg"), printed);
    }

    @Test
    void nothingIsWrittenIfOneOfThemIsWrong() throws IOException {
        write("c.scorescope.json", "{\"scorescope\": 1, \"noize\": {}}");
        refused("noize", "figure", file("a.scorescope.json"), file("c.scorescope.json"), "-o", file("into"));
        write("a.json", "{\"scorescope\": 1}");
        refused("same name", "figure", file("a.scorescope.json"), file("a.json"), "-o", file("into"));
        refused("one file for several", "figure", "six-panels", "two-starts", "-o", file("x.svg"));
        refused("no-such-folder", "figure", "six-panels", "two-starts", "-o", file("no-such-folder") + "/");
        try (var left = Files.list(folder.resolve("into"))) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void describeNamesEachOfSeveral() throws IOException {
        done("describe", file("a.scorescope.json"), file("b.scorescope.json"));
        assertEquals(
                2,
                said().lines()
                        .filter(line -> line.contains(".scorescope.json: "))
                        .count());
        done("describe", file("a.scorescope.json"), file("b.scorescope.json"), "--json");
        assertEquals(2, json().size());
    }

    @Test
    void evalTakesSeveralSessionsAndPointsFromStandardInput() throws IOException {
        var before = System.in;
        try {
            System.setIn(new ByteArrayInputStream("x,y\n0,0\n1,2\n".getBytes(StandardCharsets.UTF_8)));
            done(
                    "eval",
                    file("a.scorescope.json"),
                    file("b.scorescope.json"),
                    "--points",
                    "-",
                    "-o",
                    file("into"),
                    "--quantity",
                    "score");
        } finally {
            System.setIn(before);
        }
        done("eval", file("b.scorescope.json"), "--points", file("p.csv"), "-o", file("b.csv"), "--quantity", "score");
        assertArrayEquals(bytes("b.csv"), bytes("into/b.csv"));
    }

    @Test
    void samplesOfADensityAreNearIt() throws IOException {
        write(
                "exact.scorescope.json",
                "{\"scorescope\": 1, \"noise\": {\"sigma\": 0}, \"sampler\": {\"kind\": \"mala\", \"stepSize\": 0.2, \"steps\": 400, \"particles\": 1500}}");
        done("sample", file("exact.scorescope.json"), "-o", file("s.npz"), "--json");
        assertTrue(
                json().get("acceptance").doubleValue() > 0.5
                        && json().get("acceptance").doubleValue() < 0.999,
                this::said);
        assertTrue(json().get("effectiveSampleSize").doubleValue() > 10, this::said);
        done("measure", file("s.npz"), file("exact.scorescope.json"), "--json");
        var near = json();
        done("measure", file("s.npz"), file("exact.scorescope.json"), "--set", "noise.sigma=2", "--json");
        var far = json();
        for (var id : List.of("slicedWasserstein2", "frechet", "totalVariation", "jensenShannon", "reverseKl")) {
            assertTrue(3 * near.get(id).doubleValue() < far.get(id).doubleValue(), id + ": " + near + far);
        }
        assertTrue(near.has("forwardKl"));
    }

    @Test
    void aLearnedScoreIsMeasuredLevelByLevel() throws IOException {
        done("sample", file("a.scorescope.json"), "-o", file("s.npz"), "--particles", "50");
        done("measure", file("s.npz"), "learned-and-analytic", "--json");
        var levels = json().get("fisherDivergence");
        assertEquals(9, levels.size());
        assertEquals(0.2, levels.get(0).get("sigma").doubleValue(), 1e-6);
        assertEquals(10, levels.get(8).get("sigma").doubleValue(), 1e-6);
        for (JsonNode level : levels) {
            assertTrue(
                    level.get("relative").doubleValue() > 0
                            && level.get("relative").doubleValue() < 1,
                    level::toString);
        }
    }

    @Test
    void aProcessIsATable() throws IOException {
        done(
                "processes",
                "--table",
                file("a.scorescope.json"),
                "--set",
                "process.kind=variance-preserving",
                "-o",
                file("t.csv"));
        var rows = Files.readAllLines(folder.resolve("t.csv"));
        assertEquals("t,alpha,sigma,beta,snr,log_snr", rows.getFirst());
        assertEquals(202, rows.size());
        for (var row : rows.subList(1, rows.size())) {
            double[] cells = Arrays.stream(row.split(",", -1))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            assertEquals(1, cells[1] * cells[1] + cells[2] * cells[2], 1e-12);
            assertEquals(0.1 + cells[0] * 19.9, cells[3], 1e-9);
            assertEquals(Math.log(cells[4]), cells[5], 1e-9);
        }
    }

    static List<String> commands() {
        return List.copyOf(Cli.commands().getSubcommands().keySet());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandHasHelpWithAnExampleThatParses(String name) {
        var usage = Cli.commands().getSubcommands().get(name).getCommandSpec().usageMessage();
        assertTrue(usage.description().length > 0, name);
        var examples = String.join("%n", usage.footer()).split("%n", -1);
        var lines = Arrays.stream(examples)
                .map(String::strip)
                .filter(line -> line.contains("scorescope "))
                .toList();
        assertTrue(!lines.isEmpty(), name);
        for (var line : lines) {
            var words = line.replaceAll(".*<\\(|\\).*| > .*", "").strip().split(" ", -1);
            var parsed = Cli.commands().parseArgs(Arrays.copyOfRange(words, 1, words.length));
            assertEquals(name, parsed.subcommand().commandSpec().name(), line);
        }
    }

    @Test
    void bashCompletesCommandsAndOptions() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "there is no bash");
        done("completion", "bash");
        write("complete.bash", said());
        write("try.bash", """
                source complete.bash
                COMP_WORDS=(scorescope fig); COMP_CWORD=1; COMP_LINE="scorescope fig"; COMP_POINT=${#COMP_LINE}
                _complete_scorescope; echo "${COMPREPLY[@]}"
                COMP_WORDS=(scorescope figure --wid); COMP_CWORD=2; COMP_LINE="scorescope figure --wid"; COMP_POINT=${#COMP_LINE}
                _complete_scorescope; echo "${COMPREPLY[@]}"
                """);
        var bash = new ProcessBuilder("/bin/bash", "try.bash")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        var replies = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(bash.waitFor(20, TimeUnit.SECONDS));
        assertTrue(replies.contains("figure") && replies.contains("--width"), replies);
    }

    @Test
    void fishKnowsEveryCommandAndLongOption() {
        done("completion", "fish");
        var script = said();
        Cli.commands().getSubcommands().forEach((name, command) -> {
            assertTrue(script.contains(" -a " + name + " "), name);
            for (var option : command.getCommandSpec().options()) {
                var longest = option.longestName();
                assertTrue(longest.length() < 3 || script.contains("-l " + longest.substring(2)), name + " " + longest);
            }
        });
        refused("bash, zsh, fish", "completion", "tcsh");
    }

    private void done(String... args) {
        assertEquals(Cli.DONE, run(args), () -> err.toString(StandardCharsets.UTF_8));
    }

    private void refused(String why, String... args) {
        assertEquals(Cli.BAD_INPUT, run(args));
        var complaint = err.toString(StandardCharsets.UTF_8);
        assertTrue(complaint.contains(why), complaint);
        assertEquals(1, complaint.lines().count(), complaint);
    }

    private int run(String... args) {
        out.reset();
        err.reset();
        return Cli.run(args, stream(out), stream(err));
    }

    private static PrintStream stream(ByteArrayOutputStream into) {
        return new PrintStream(into, true, StandardCharsets.UTF_8);
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private JsonNode json() {
        return new ObjectMapper().readTree(said());
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private byte[] bytes(String name) throws IOException {
        return Files.readAllBytes(folder.resolve(name));
    }
}
