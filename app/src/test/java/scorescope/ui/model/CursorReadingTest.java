package scorescope.ui.model;

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
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scorescope.cli.Cli;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.score.MixtureScore;
import scorescope.core.score.ScoreField;
import scorescope.session.codec.SessionJson;
import scorescope.session.source.Resolved;

class CursorReadingTest {
    private static final NoiseLevel LEVEL = NoiseLevel.plain(0.5);

    private final MixtureScore exact = new MixtureScore(
            new GaussianMixture(List.of(Component.isotropic(.25, -1, 0, 1), Component.isotropic(.75, 2, 0, 1))));

    @Test
    void ofOneGaussianEverythingIsInClosedForm() {
        var one = new MixtureScore(new GaussianMixture(List.of(Component.isotropic(1, 0, 0, Math.sqrt(0.75)))));
        var reading = CursorReading.of(one, one, LEVEL, 1, -2);
        assertEquals(-Math.log(2 * Math.PI) - 2.5, reading.logDensity(), 1e-12);
        assertEquals(-1, reading.scoreX(), 1e-12);
        assertEquals(2, reading.scoreY(), 1e-12);
        assertEquals(-2, reading.divergence(), 1e-12);
        assertEquals(List.of(1.0), reading.responsibilities());
        assertEquals(
                List.of("1.000, −2.000", "0.01306", "−4.338", "−1.000, 2.000", "2.236", "−2.000"),
                reading.lines().stream().map(CursorReading.Line::value).toList());
    }

    @Test
    void densityIsTheTruthsAndScoreTheShownOnes() {
        ScoreField shown = (x, y, from, to, level, outX, outY) -> {
            for (int i = from; i < to; i++) {
                outX[i] = 3 * x[i];
                outY[i] = 5 * y[i];
            }
        };
        var reading = CursorReading.of(exact, shown, LEVEL, 2, 1);
        assertEquals(6, reading.scoreX(), 1e-12);
        assertEquals(8, reading.divergence(), 1e-6);
        assertEquals(CursorReading.of(exact, exact, LEVEL, 2, 1).logDensity(), reading.logDensity());
    }

    /** Numbers read off the picture are those that a script gets, to the last digit. */
    @Test
    void theCardsNumbersAreThoseOfTheCommandEval(@TempDir Path folder) throws IOException {
        for (var noise : List.of("\"noise\": {\"sigma\": 0.7}", "\"noise\": {\"t\": 0.3}")) {
            var session = folder.resolve("s.json");
            Files.writeString(
                    session,
                    "{\"scorescope\": 1, \"density\": {\"preset\": \"pinwheel\"}, \"process\": {\"kind\": \"cosine\"}, "
                            + noise + "}");
            var points = Files.writeString(folder.resolve("points.csv"), "x,y\n1.25,-0.5\n-3,2\n0,40\n");
            var printed = new ByteArrayOutputStream();
            var quantities = "log-density,score,hessian";
            String[] words = {
                "eval", session.toString(), "--points", points.toString(), "-o", "-", "--quantity", quantities
            };
            assertEquals(0, Cli.run(words, new PrintStream(printed, true, StandardCharsets.UTF_8), System.err));
            var resolved = Resolved.of(SessionJson.read(session));
            for (var line :
                    printed.toString(StandardCharsets.UTF_8).lines().skip(1).toList()) {
                double[] row = Arrays.stream(line.split(",", -1))
                        .mapToDouble(Double::parseDouble)
                        .toArray();
                var read = CursorReading.of(resolved.exact(), resolved.exact(), resolved.level(), row[0], row[1]);
                assertEquals(row[2], read.logDensity());
                assertEquals(row[3], read.scoreX());
                assertEquals(row[4], read.scoreY());
                assertEquals(row[5] + row[7], read.divergence());
                var card = read.lines().stream()
                        .collect(Collectors.toMap(CursorReading.Line::symbol, CursorReading.Line::value));
                assertEquals(String.format(Locale.ROOT, "%.3f", row[2]).replace('-', '\u2212'), card.get("log p"));
                assertEquals(
                        String.format(Locale.ROOT, "%.3f, %.3f", row[3], row[4]).replace('-', '\u2212'), card.get("s"));
            }
        }
    }

    @Test
    void theMostResponsibleComponentComesFirstAndThoseWithoutAShareAreLeftOut() {
        var lines = CursorReading.of(exact, exact, LEVEL, 2, 0).lines();
        assertTrue(lines.get(6).symbol().equals("r₂") && lines.get(7).symbol().equals("r₁"), lines.toString());
        assertEquals(7, CursorReading.of(exact, exact, LEVEL, 9, 0).lines().size());
    }
}
