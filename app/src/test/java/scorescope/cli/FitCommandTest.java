package scorescope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scorescope.session.codec.SessionJson;
import scorescope.session.source.Resolved;
import tools.jackson.databind.json.JsonMapper;

class FitCommandTest {
    @TempDir
    Path folder;

    private Path session;

    @BeforeEach
    void writeSession() throws IOException {
        session = folder.resolve("s.scorescope.json");
        Files.writeString(
                session,
                "{\"scorescope\": 1, \"noise\": {\"sigma\": 0.3}, \"density\": {\"components\": ["
                        + "{\"weight\": 1, \"mean\": [-3, 0]}, {\"weight\": 2, \"mean\": [3, 1]}]}}");
    }

    @Test
    void whatItPrintsIsADensityThatASessionTakes() throws IOException {
        var spoken = Spoken.by("fit", session, "--json").done();
        var fits = JsonMapper.shared().readTree(spoken.out());
        var forward = fits.get("forward");
        var pasted = "{\"scorescope\": 1, \"density\": {\"components\": " + forward.get("components") + "}}";
        var fitted = Resolved.of(SessionJson.read(pasted, folder)).exact().mixture();
        assertEquals(1, fitted.components().getFirst().meanX(), 1e-9);
        assertEquals(8 + 1.09, fitted.moments().xx(), 1e-9);
        double seeking =
                fits.get("reverse").get("components").get(0).get("mean").get(0).doubleValue();
        assertEquals(3, seeking, 0.05);
        assertTrue(fits.get("reverse").get("klReverse").doubleValue()
                < forward.get("klReverse").doubleValue());
    }

    @Test
    void aLineForEachGaussianAndTheDirectionAskedFor() {
        var spoken = Spoken.by("fit", session, "--gaussians", 2, "--direction", "reverse")
                .done();
        assertEquals(3, spoken.out().lines().count(), spoken.out());
        assertTrue(spoken.out().startsWith("reverse"), spoken.out());
    }

    /** For a symmetric lattice mean and correlation of a fit are written as 0, without rounding error. */
    @Test
    void numbersThatAreZeroAreNotWrittenAsRounding() {
        String said = Spoken.by("fit", session, "--set", "density={\"preset\":\"grid-25\"}")
                .done()
                .out();
        assertEquals(2, said.split("mean \\(0\\.0000, 0\\.0000\\)", -1).length - 1, said);
        assertFalse(said.matches("(?s).*\\de-\\d.*"), said);
    }

    /** KL(q‖p) of a Gaussian over two narrow modes, whose reference is a one-dimensional integral; six digits are correct. */
    @Test
    void divergencesComeWithTheirErrorAndNoDigitThatDoesNotHold() throws IOException {
        Files.writeString(
                session,
                "{\"scorescope\": 1, \"noise\": {\"sigma\": 0}, \"density\": {\"components\": ["
                        + "{\"weight\": 0.5, \"mean\": [-3, 0], \"covariance\": [[0.34, 0], [0, 0.34]]},"
                        + "{\"weight\": 0.5, \"mean\": [3, 0], \"covariance\": [[0.34, 0], [0, 0.34]]}]}}");
        var fits = JsonMapper.shared()
                .readTree(Spoken.by("fit", session, "--json", "--direction", "forward")
                        .done()
                        .out());
        var forward = fits.get("forward");
        assertEquals(3.97930, forward.get("klReverse").doubleValue(), 5e-6);
        double error = forward.get("klReverseError").doubleValue();
        assertTrue(error > 0 && error < 1e-6, "error " + error);
        assertTrue(forward.get("klForwardError").doubleValue() < 1e-6);
        for (String end : List.of("", "Error")) {
            assertEquals(forward.get("klForward" + end), forward.get("forwardKl" + end));
            assertEquals(forward.get("klReverse" + end), forward.get("reverseKl" + end));
        }
        String said = Spoken.by("fit", session, "--direction", "forward").done().out();
        assertTrue(said.contains("KL(q|p) = 3.97930"), said);
        String perfect = Spoken.by("fit", session, "--direction", "reverse", "--gaussians", 2)
                .done()
                .out();
        assertTrue(perfect.matches("(?s)reverse +KL\\(p\\|q\\) < \\S+ +KL\\(q\\|p\\) < \\S+ nats.*"), perfect);
    }

    @Test
    void saysWhatItTakes() {
        Spoken.by("fit", session, "--direction", "revers").refused("--direction", "reverse");
        Spoken.by("fit", session, "--gaussians", 9).refused("--gaussians", "4");
        Spoken.by("fit", session, "--set", "noise.sigma=0", "--set", "density={\"points\": [[0, 0], [1, 1]]}")
                .refused("noise", "raise sigma");
    }
}
