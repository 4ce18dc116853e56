package scorescope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** {@code eval} along the flow ODE against an independent integrator (trajectories.json). */
class LikelihoodReferenceTest {
    private static final double TOLERANCE = 1e-6;

    @TempDir
    Path folder;

    @Test
    void printsTheReferenceNumbers() throws IOException {
        var cases = JsonMapper.shared()
                .readTree(Files.readString(Spoken.reference().resolve("trajectories.json")))
                .get("cases");
        assertFalse(cases.isEmpty());
        for (var reference : cases) {
            var session = JsonNodeFactory.instance.objectNode().put("scorescope", 1);
            session.set("density", reference.get("density"));
            session.set("process", reference.get("process"));
            session.putObject("noise").set("t", reference.get("tStart"));
            var start = reference.get("start");
            var printed =
                    eval(session.toString(), start.get(0) + "," + start.get(1), "--quantity", "log-likelihood,encoded");
            assertEquals(reference.get("logDensityAtStart").doubleValue(), printed[2], TOLERANCE);
            assertEquals(reference.get("end").get(0).doubleValue(), printed[3], TOLERANCE);
            assertEquals(reference.get("end").get(1).doubleValue(), printed[4], TOLERANCE);
        }
    }

    @Test
    void withoutATimeTheProcessDecidesWhereToBegin() throws IOException {
        String process = "\"process\": {\"kind\": \"variance-preserving\"}";
        var given =
                eval("{\"scorescope\": 1, " + process + ", \"noise\": {\"t\": 0.001}}", "1,1", "--quantity", "encoded");
        var left = eval("{\"scorescope\": 1, " + process + "}", "1,1", "--quantity", "encoded");
        assertEquals(given[2], left[2]);
    }

    @Test
    void probesComeWithTheirStandardErrorAndBitsWithTheLikelihood() throws IOException {
        var printed = eval(
                "{\"scorescope\": 1}",
                "1,1",
                "--quantity",
                "log-likelihood,hutchinson-log-likelihood,bits-per-dimension",
                "--probes",
                "200",
                "--probe-law",
                "gaussian");
        assertEquals(printed[2], printed[3], 4 * printed[4]);
        assertTrue(printed[4] > 0);
        assertEquals(-printed[2] / 2 / Math.log(2), printed[5], 1e-12);
    }

    @Test
    void whatCannotBeDoneIsRefused() throws IOException {
        evaluated("{\"scorescope\": 1, \"noise\": {\"t\": 1}}", "1,1", "--quantity", "encoded")
                .refused("noise.t");
        evaluated("{\"scorescope\": 1}", "1,1", "--quantity", "encoded", "--probe-law", "normal")
                .refused("--probe-law", "gaussian");
        evaluated("{\"scorescope\": 1}", "1,1", "--quantity", "encoded", "--probes", "0")
                .refused("--probes");
    }

    private double[] eval(String session, String point, String... words) throws IOException {
        var lines = evaluated(session, point, words).done().out().lines().toList();
        return Arrays.stream(lines.get(1).split(","))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private Spoken evaluated(String session, String point, String... words) throws IOException {
        var file = folder.resolve("s.scorescope.json");
        Files.writeString(file, session);
        var points = folder.resolve("points.csv");
        Files.writeString(points, "x,y\n" + point + "\n");
        var all = new java.util.ArrayList<Object>(java.util.List.of("eval", file, "--points", points, "-o", "-"));
        all.addAll(Arrays.asList(words));
        return Spoken.by(all.toArray());
    }
}
