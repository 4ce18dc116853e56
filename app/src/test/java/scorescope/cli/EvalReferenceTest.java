package scorescope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scorescope.core.noise.ProcessCatalog;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** {@code eval} against 50-digit reference values, from a session file and points to CSV. */
class EvalReferenceTest {
    private static final double TOLERANCE = 1e-9;
    /** Least scale of errors, which are relative to the largest entry. */
    private static final double LEAST_SCALE = 1e-3;

    @TempDir
    Path folder;

    @Test
    void printsTheReferenceNumbers() throws IOException {
        var cases = JsonMapper.shared()
                .readTree(Files.readString(Spoken.reference().resolve("densities.json")))
                .get("cases");
        int checked = 0;
        for (JsonNode reference : cases) {
            checked += known(reference) ? check(reference) : 0;
        }
        assertTrue(checked > 0, "no numbers were checked");
    }

    /** Whether a case has plain noise or a process of the catalog. */
    private static boolean known(JsonNode reference) {
        return !reference.has("process")
                || ProcessCatalog.CATALOG
                        .ids()
                        .contains(reference.get("process").get("kind").stringValue());
    }

    private int check(JsonNode reference) throws IOException {
        var session = JsonNodeFactory.instance.objectNode();
        session.put("scorescope", 1);
        session.set("density", reference.get("density"));
        if (reference.has("process")) {
            session.set("process", reference.get("process"));
            session.putObject("noise").set("t", reference.get("t"));
        } else {
            session.set("noise", reference.get("noise"));
        }
        var file = folder.resolve("s.scorescope.json");
        Files.writeString(file, session.toString());
        var points = folder.resolve("points.csv");
        Files.writeString(points, "x,y\n" + points(reference.get("points")));
        boolean noisy = reference.has("denoised");
        var quantities = "log-density,score,hessian" + (noisy ? ",denoised,posterior-covariance,noise,velocity" : "");
        var spoken = Spoken.by("eval", file, "--points", points, "-o", "-", "--quantity", quantities)
                .done();
        var lines = spoken.out().lines().toList();
        assertEquals(
                "x,y,log_density,score_x,score_y,hessian_xx,hessian_xy,hessian_yy"
                        + (noisy
                                ? ",denoised_x,denoised_y,posterior_covariance_xx,posterior_covariance_xy,"
                                        + "posterior_covariance_yy,noise_x,noise_y,velocity_x,velocity_y"
                                : ""),
                lines.getFirst());
        int count = 0;
        for (int i = 0; i < reference.get("points").size(); i++) {
            var printed = Arrays.stream(lines.get(i + 1).split(","))
                    .map(Double::parseDouble)
                    .toList();
            count += compare(reference, i, printed.subList(2, printed.size()), noisy);
        }
        return count;
    }

    private static int compare(JsonNode reference, int i, List<Double> printed, boolean noisy) {
        var groups = new ArrayList<List<Double>>();
        groups.add(List.of(reference.get("logDensity").get(i).doubleValue()));
        groups.add(vector(reference.get("score").get(i)));
        groups.add(symmetric(reference.get("hessian").get(i)));
        if (noisy) {
            groups.add(vector(reference.get("denoised").get(i)));
            groups.add(symmetric(reference.get("posteriorCovariance").get(i)));
            groups.add(vector(reference.get("noisePrediction").get(i)));
            groups.add(vector(reference.get("velocityPrediction").get(i)));
        }
        int at = 0;
        for (var group : groups) {
            double scale = group.stream().mapToDouble(Math::abs).max().orElseThrow();
            for (double expected : group) {
                double actual = printed.get(at++);
                assertEquals(
                        expected,
                        actual,
                        TOLERANCE * Math.max(scale, LEAST_SCALE),
                        () -> reference.get("mixture") + " point " + i + " " + group);
            }
        }
        assertEquals(at, printed.size());
        return at;
    }

    private static List<Double> vector(JsonNode node) {
        return List.of(node.get(0).doubleValue(), node.get(1).doubleValue());
    }

    private static List<Double> symmetric(JsonNode node) {
        return List.of(
                node.get(0).get(0).doubleValue(),
                node.get(0).get(1).doubleValue(),
                node.get(1).get(1).doubleValue());
    }

    private static String points(JsonNode points) {
        return StreamSupport.stream(points.spliterator(), false)
                .map(point -> point.get(0) + "," + point.get(1))
                .collect(Collectors.joining("\n"));
    }
}
