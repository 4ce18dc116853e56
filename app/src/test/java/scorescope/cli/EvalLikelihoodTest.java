package scorescope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scorescope.core.Watcher;

/** {@code eval --quantity log-likelihood} at single points. */
class EvalLikelihoodTest {
    private static final String THREE =
            "\"density\": {\"components\": [{\"weight\": 0.3, \"mean\": [-2, 0], \"covariance\": [[0.36, 0], [0, 0.36]]},"
                    + " {\"weight\": 0.5, \"mean\": [2, 1], \"covariance\": [[0.5, 0.3], [0.3, 0.4]]},"
                    + " {\"weight\": 0.2, \"mean\": [0, -2], \"covariance\": [[0.01, 0], [0, 2]]}]}";

    @TempDir
    Path folder;

    /** Reference values with 50 digits at σ = 0.0100693166885. */
    @Test
    void aFarPointIsAPointLikeAnyOther() throws IOException {
        var rows = rows(eval(
                        "{\"scorescope\": 1, " + THREE
                                + ", \"process\": {\"kind\": \"variance-exploding\", \"sigmaMax\": 10},"
                                + " \"noise\": {\"t\": 0.001}}",
                        "10000,10000\n1,1\n6000,-8000",
                        "--quantity",
                        "log-density,log-likelihood")
                .done());
        assertEquals(-136306336.80998382, rows.getFirst()[3], 1e-4);
        for (double[] row : rows) {
            assertEquals(4, row.length);
            assertEquals(row[2], row[3], 1e-9 + 1e-11 * Math.abs(row[2]));
        }
    }

    @Test
    void twoLevelsSideBySideAreNamed() throws IOException {
        var said = eval(
                        "{\"scorescope\": 1, \"noise\": {\"sigma\": 0.5}}",
                        "1,1",
                        "--quantity",
                        "log-density,log-likelihood")
                .done();
        var header = said.out().lines().findFirst().orElseThrow();
        assertEquals("x,y,log_density,log_likelihood,flow_alpha,flow_sigma", header);
        assertTrue(said.err().contains("two noise levels") && said.err().contains("noise.t"), said.err());
        // The remedy: at one level both columns are equal.
        var same = eval(
                        "{\"scorescope\": 1, \"noise\": {\"t\": 0.5}}",
                        "1,1",
                        "--quantity",
                        "log-density,log-likelihood")
                .done();
        assertEquals("", same.err());
        var row = rows(same).getFirst();
        assertEquals(row[2], row[3], 1e-9);
        // A single quantity needs no note.
        assertEquals(
                "x,y,log_likelihood",
                eval("{\"scorescope\": 1, \"noise\": {\"sigma\": 0.5}}", "1,1", "--quantity", "log-likelihood")
                        .done()
                        .out()
                        .lines()
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void theToleranceIsAnOptionWithARange() throws IOException {
        String session = "{\"scorescope\": 1, \"noise\": {\"t\": 0.01}}";
        double fine = rows(eval(session, "1,1", "--quantity", "log-likelihood").done())
                .getFirst()[2];
        double loose = rows(eval(session, "1,1", "--quantity", "log-likelihood", "--tolerance", "1e-3")
                        .done())
                .getFirst()[2];
        assertEquals(fine, loose, 1e-1);
        assertTrue(fine != loose);
        eval(session, "1,1", "--quantity", "log-likelihood", "--tolerance", "1e-30")
                .refused("--tolerance", "1.0E-13");
    }

    @Test
    void helpNamesTheLevelsTheToleranceAndWhatBecomesOfPointsThatFail() {
        var help = Spoken.by("eval", "--help").done().out().replaceAll("\\s+", " ");
        for (String said : List.of("--tolerance", "flow_sigma", "noise.t", "NaN", "exit code is 1")) {
            assertTrue(help.contains(said), said + " in " + help);
        }
    }

    @Test
    void progressIsForTerminalsAlone() {
        for (boolean terminal : new boolean[] {true, false}) {
            var err = new ByteArrayOutputStream();
            var out = new PrintStream(err, true, StandardCharsets.UTF_8);
            var progress = new WorkProgress(new Console(out, out), terminal, 0);
            progress.reached(Watcher.Work.LIKELIHOOD, 0.5);
            String said = err.toString(StandardCharsets.UTF_8);
            assertEquals(terminal, said.contains("likelihoods along the flow: 50 %"));
            progress.reached(Watcher.Work.LIKELIHOOD, 1);
            assertEquals(terminal, err.toString(StandardCharsets.UTF_8).endsWith("\r"), "the line is wiped");
        }
    }

    private static List<double[]> rows(Spoken said) {
        return said.out()
                .lines()
                .skip(1)
                .map(line -> Arrays.stream(line.split(","))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toList();
    }

    private Spoken eval(String session, String points, String... words) throws IOException {
        var file = folder.resolve("s.scorescope.json");
        Files.writeString(file, session);
        var csv = folder.resolve("points.csv");
        Files.writeString(csv, "x,y\n" + points + "\n");
        var all = new java.util.ArrayList<Object>(List.of("eval", file, "--points", csv, "-o", "-"));
        all.addAll(Arrays.asList(words));
        return Spoken.by(all.toArray());
    }
}
