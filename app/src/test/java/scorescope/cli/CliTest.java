package scorescope.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.io.Csv;
import scorescope.core.io.Npz;
import scorescope.session.MalformedSessions;
import scorescope.session.MalformedSessions.Malformed;
import tools.jackson.databind.json.JsonMapper;

class CliTest {
    private static final String SMALL = "training.hidden=[8]";

    @TempDir
    Path folder;

    private Path session;
    private Path points;

    static Stream<Malformed> malformed() {
        return MalformedSessions.all();
    }

    @BeforeEach
    void writeInputs() throws IOException {
        session = folder.resolve("s.scorescope.json");
        Files.writeString(session, "{\"scorescope\": 1}");
        points = folder.resolve("points.csv");
        Files.writeString(points, "x,y\n0.5,-1\n2,3\n");
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void malformedSessionsAreRefusedInOneLineAndNothingIsWritten(Malformed malformed) throws IOException {
        Files.writeString(session, malformed.text());
        var said = malformed.says().toArray(String[]::new);
        Spoken.by("eval", session, "--points", points, "-o", folder.resolve("out.csv"), "--quantity", "score")
                .refused(said)
                .refused(session.toString());
        assertNothingWritten();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "view.layers=[\"dens\"] | view.layers[0] | \"density\"",
                "view.colorMap=viridi | view.colorMap | \"viridis\"",
                "figure.width=1mm | figure.width | no width",
                "figure.panels=[{\"score\":{\"source\":\"lerned\"}}] | figure.panels[0].score.source | \"learned\"",
                "density.file=missing.csv | missing.csv | no such file",
                "noise.sigma=NaN | --set | noise.sigma"
            })
    void namesThatDoNotExistAreRefused(String setting, String place, String remedy) throws IOException {
        Spoken.by("figure", session, "-o", folder.resolve("f.svg"), "--set", setting)
                .refused(place, remedy);
        assertNothingWritten();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sampler.steps=-5 | sampler.steps | from 1 to",
                "sampler.stepSize=NaN | sampler.stepSize | number such as",
                "sampler.kind=langvin | sampler.kind | \"langevin\"",
                "sampler={\"kind\":\"reverse-sde\",\"lambda\":-1} | sampler.lambda | from 0.0 to",
                "sampler.eta=0.5 | sampler.eta | choose a kind that has it: ddim",
                "sampler={\"kind\":\"annealed-langevin\",\"levels\":1} | sampler.levels | from 2 to",
                "sampler.particles=1000000000 | sampler.particles | 1000000",
                "sampler.start={\"kind\":\"drawn\",\"points\":[]} | sampler.start.points | at least one point",
                "sampler={\"kind\":\"ddpm\"} | sampler.kind | choose the process ddpm"
            })
    void samplingThatMakesNoSenseIsRefused(String setting, String place, String remedy) throws IOException {
        Spoken.by("sample", session, "-o", folder.resolve("out.npz"), "--set", setting)
                .refused(place, remedy);
        assertNothingWritten();
    }

    @Test
    void aViewThatDoesNotExistIsRefusedWithTheNearest() throws IOException {
        Spoken.by("snapshot", session, "-o", folder.resolve("w.png"), "--view", "sidebyside")
                .refused("--view", "\"side-by-side\"");
        assertNothingWritten();
    }

    @ParameterizedTest
    @CsvSource({"--seed, abc", "--particles, 1.5", "--particles, 99999999999999999999"})
    void numbersOfOptionsAreAskedForInWordsThatNeedNoProgrammer(String option, String value) throws IOException {
        Spoken.by("sample", session, "-o", folder.resolve("out.npz"), option, value)
                .refused(option, "not a whole number");
        assertNothingWritten();
    }

    @ParameterizedTest
    @ValueSource(strings = {"eval", "sample", "train", "figure"})
    void anOutputFolderThatDoesNotExistIsRefusedBeforeTheWork(String command) {
        var output = folder.resolve("missing").resolve(command.equals("figure") ? "f.svg" : "f.npz");
        (command.equals("eval")
                        ? Spoken.by(command, session, "--points", points, "--quantity", "score", "-o", output)
                        : Spoken.by(command, session, "-o", output))
                .refused("does not exist", "create it");
    }

    @ParameterizedTest
    @CsvSource({
        "eval,f.txt,.csv or .npz",
        "sample,f.csv,.npz",
        "train,f,.npz",
        "figure,f.docx,.svg or .pdf or .tex or .png"
    })
    void otherFormatsAreRefused(String command, String name, String remedy) {
        var output = folder.resolve(name);
        (command.equals("eval")
                        ? Spoken.by(command, session, "--points", points, "--quantity", "score", "-o", output)
                        : Spoken.by(command, session, "-o", output))
                .refused(name, remedy);
    }

    @Test
    void usageErrorsAreOneLine() {
        Spoken.by("eval").refused("Missing required");
        Spoken.by("evall", session).refused("evall");
        Spoken.by("sample", session, "-o", folder.resolve("f.npz"), "--particles", "many")
                .refused("--particles");
        Spoken.by("sample", session, "-o", folder.resolve("f.npz"), "--particles", "0")
                .refused("--particles");
        Spoken.by("sample", session, "-o", folder.resolve("f.npz"), "--nonsense")
                .refused("--nonsense");
        Spoken.by("eval", session, "--points", points, "-o", "-", "--quantity", "scor")
                .refused("--quantity", "\"score\"");
    }

    @Test
    void malformedPointsAreRefusedByLineAndColumn() throws IOException {
        Files.writeString(points, "x,y\n1,2\n3,abc\n");
        Spoken.by("eval", session, "--points", points, "-o", folder.resolve("o.csv"), "--quantity", "score")
                .refused(points + ": line 3, column 3", "abc");
        assertNothingWritten();
    }

    @Test
    void evalWritesTheSameNumbersToEveryFormat() throws IOException {
        var csv = folder.resolve("o.csv");
        var npz = folder.resolve("o.npz");
        var printed = eval("-", "score,log-density").done().out();
        eval(csv.toString(), "score,log-density").done();
        eval(npz.toString(), "score,log-density").done();
        assertEquals(printed, Files.readString(csv));
        assertEquals(
                "x,y,score_x,score_y,log_density", printed.lines().findFirst().orElseThrow());
        var arrays = Npz.read(npz);
        assertEquals(
                printed.lines().skip(1).findFirst().orElseThrow(),
                Stream.of("x", "y", "score_x", "score_y", "log_density")
                        .map(name -> Csv.number(arrays.doubles(name)[0]))
                        .reduce((a, b) -> a + "," + b)
                        .orElseThrow());
    }

    @Test
    void pointsWithoutWidthNeedNoise() throws IOException {
        Files.writeString(
                session, "{\"scorescope\": 1, \"noise\": {\"sigma\": 0}, \"density\": {\"points\": [[0, 0], [1, 1]]}}");
        eval("-", "score").refused("noise", "no density at sigma = 0", "bandwidth");
        eval("-", "denoised,noise").done();
        Spoken.by("sample", session, "-o", folder.resolve("never.npz"))
                .refused("noise", "no density at sigma = 0", "bandwidth");
        Spoken.by("eval", session, "--points", points, "-o", "-", "--quantity", "score", "--set", "noise.sigma=0.1")
                .done();
    }

    @Test
    void samplesAreTheSameForTheSameSeed() throws IOException {
        var first = samples("a.npz", "--seed", "3", "--trajectories");
        var second = samples("b.npz", "--seed", "3", "--trajectories");
        var other = samples("c.npz", "--seed", "4", "--trajectories");
        assertArrayEquals(new int[] {50, 2}, first.array("samples").shape());
        assertArrayEquals(new int[] {501, 50, 2}, first.array("trajectories").shape());
        assertEquals(501, first.doubles("times").length);
        assertArrayEquals(first.doubles("samples"), second.doubles("samples"));
        assertFalse(Arrays.equals(first.doubles("samples"), other.doubles("samples")));
    }

    @Test
    void aDivergedRunFailsWithAdviceAndWritesNothing() throws IOException {
        Files.writeString(
                session,
                "{\"scorescope\": 1, \"noise\": {\"sigma\": 0}, \"density\": {\"components\":"
                        + " [{\"covariance\": [[1e-4, 0], [0, 1e-4]]}]}}");
        Spoken.by("sample", session, "-o", folder.resolve("o.npz"), "--set", "sampler.stepSize=1")
                .failed("diverged", "lower stepSize");
        assertNothingWritten();
    }

    @Test
    void trainedWeightsCanBeFollowed() throws IOException {
        var net = folder.resolve("net.npz");
        var said = Spoken.by("train", session, "-o", net, "--steps", "3", "--json", "--set", SMALL)
                .done();
        var end = JsonMapper.shared().readTree(said.out());
        assertEquals(3, end.get("step").intValue());
        assertEquals("finished", end.get("status").stringValue());
        String hash = end.get("sha256").stringValue();
        Files.writeString(
                session,
                "{\"scorescope\": 1, \"score\": {\"source\": \"learned\", \"file\": \"net.npz\", \"sha256\": \"" + hash
                        + "\"}}");
        eval("-", "score,denoised,noise,velocity").done();
        eval("-", "log-density").refused("\"log-density\" is not available for a learned score", "analytic");
        Spoken.by("train", folder.resolve("s.scorescope.json"), "-o", net, "--steps", "2", "--set", SMALL)
                .done();
        eval("-", "score").refused("net.npz", "SHA-256");
    }

    @Test
    void whoReadsTrainingsReportsIsToldThatItRunsAndHowItEnded() {
        var said = Spoken.by("train", session, "-o", folder.resolve("net.npz"), "--stop-after", 700, "--json")
                .done();
        var reports = said.err().lines().map(JsonMapper.shared()::readTree).toList();
        assertTrue(!reports.isEmpty(), "trained without a report");
        for (var report : reports) {
            assertEquals("running", report.get("status").stringValue());
        }
        assertEquals(
                "paused", JsonMapper.shared().readTree(said.out()).get("status").stringValue());
    }

    @Test
    void catalogsAreListed() {
        assertTrue(Spoken.by("presets").done().out().contains("three-gaussians"));
        assertTrue(Spoken.by("objectives").done().out().contains("ncsn"));
        var samplers = JsonMapper.shared()
                .readTree(Spoken.by("samplers", "--json").done().out());
        assertTrue(samplers.toString().contains("\"key\":\"stepSize\""));
    }

    @Test
    void helpAndVersionAreNoErrors() {
        assertTrue(Spoken.by("--help").done().out().contains("eval"));
        assertTrue(Spoken.by("eval", "--help").done().out().contains("--quantity"));
        assertTrue(Spoken.by("--version").done().out().startsWith("scorescope "));
    }

    private Spoken eval(String output, String quantities) {
        return Spoken.by("eval", session, "--points", points, "-o", output, "--quantity", quantities);
    }

    private Npz samples(String name, String... further) throws IOException {
        var output = folder.resolve(name);
        var words = Stream.concat(
                Stream.of("sample", session.toString(), "-o", output.toString(), "--particles", "50"),
                Stream.of(further));
        Spoken.by(words.toArray()).done();
        return Npz.read(output);
    }

    private void assertNothingWritten() throws IOException {
        try (var files = Files.list(folder)) {
            assertEquals(2, files.count());
        }
    }
}
