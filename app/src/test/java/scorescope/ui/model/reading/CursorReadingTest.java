package scorescope.ui.model.reading;

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
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scorescope.cli.Cli;
import scorescope.core.density.Box;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.score.MixtureScore;
import scorescope.core.score.ScoreField;
import scorescope.plot.guide.Numbers;
import scorescope.session.codec.SessionJson;
import scorescope.session.source.Resolved;

class CursorReadingTest {
    private static final NoiseLevel LEVEL = NoiseLevel.plain(0.5);
    private static final Box VIEW = new Box(-5, 5, -5, 5);

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
                reading.lines(VIEW).stream().map(CursorReading.Line::value).toList());
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

    /** Numbers at the pointer equal those of the command {@code eval}, to the last digit. */
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
                var card = read.lines(VIEW).stream()
                        .collect(Collectors.toMap(CursorReading.Line::symbol, CursorReading.Line::value));
                assertEquals(Numbers.readOut(row[2], 3), card.get("log p"));
                assertEquals(Numbers.pair(row[3], row[4], 3), card.get("s"));
            }
        }
    }

    /** Coordinates far from 0 and very small ones resolve pixels and are not written as 0. */
    @Test
    void placesFarFromZeroAndVerySmallOnesAreReadWhole() {
        var far = new Box(448_240, 448_260, 5_411_190, 5_411_210);
        assertEquals(
                List.of("448250.50, 5411200.25", "0.1592", "−1.838", "0.000, 0.000"),
                at(448_250.5, 5_411_200.25, 448_250.5, 5_411_200.25, 1, far));
        assertEquals(
                List.of("2.000000432, −1.000000000", "0.1592", "−1.838", "−4.32×10⁻⁷, 0.000"),
                at(2.0000004321, -1, 2, -1, 1, new Box(2 - 1e-6, 2 + 1e-6, -1 - 1e-6, -1 + 1e-6)));
        assertEquals(
                List.of("3×10⁻¹⁰, −4×10⁻¹⁰", "1.405×10¹⁷", "39.484", "−300000000, 400000000"),
                at(3e-10, -4e-10, 0, 0, 1e-9, new Box(-1e-9, 1e-9, -1e-9, 1e-9)));
        assertEquals(
                List.of("0, 1500000", "<10⁻¹⁰⁰⁰⁰⁰⁰⁰⁰⁰", "−1.125×10¹²", "0.000, −1500000.00"),
                at(0, 1.5e6, 0, 0, 1, new Box(-1e6, 2e6, -1e6, 2e6)));
        assertEquals("3.162×10⁻¹⁰⁸⁵⁸", at(0, 223.6, 0, 0, 1, VIEW).get(1));
    }

    private static List<String> at(double x, double y, double meanX, double meanY, double std, Box view) {
        var one = new MixtureScore(new GaussianMixture(List.of(Component.isotropic(1, meanX, meanY, std))));
        return CursorReading.of(one, one, NoiseLevel.plain(0), x, y).lines(view).stream()
                .map(CursorReading.Line::value)
                .limit(4)
                .toList();
    }

    @Test
    void theMostResponsibleComponentComesFirstAndThoseWithoutAShareAreLeftOut() {
        var lines = CursorReading.of(exact, exact, LEVEL, 2, 0).lines(VIEW);
        assertTrue(lines.get(6).symbol().equals("r₂") && lines.get(7).symbol().equals("r₁"), lines.toString());
        assertEquals(7, CursorReading.of(exact, exact, LEVEL, 9, 0).lines(VIEW).size());
    }
}
