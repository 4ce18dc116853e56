package scorescope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code sample} with steps too long for the density's curvature. */
class StabilityTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"kind\": \"langevin\", \"stepSize\": 2.05, \"steps\": 500",
                "\"kind\": \"gradient-flow\", \"stepSize\": 2.2, \"steps\": 300",
                "\"kind\": \"underdamped-langevin\", \"stepSize\": 2.1, \"steps\": 400",
            })
    void aRunThatBlowsUpSaysSoBeforeAndEndsWithOne(String sampler) throws IOException {
        var output = folder.resolve("s.npz");
        var said = Spoken.by("sample", session(sampler), "-o", output, "--particles", "50");
        said.failed("diverged", "sampler.stepSize");
        assertTrue(said.out().startsWith("note: outside stability"), said.out());
        assertFalse(Files.exists(output));
    }

    /** Longer than the stable step by so little that the run does not diverge. */
    @Test
    void aRunOutsideStabilityThatStaysNearSaysSoBeforeAndAfter() throws IOException {
        var said = Spoken.by(
                        "sample",
                        session("\"kind\": \"langevin\", \"stepSize\": 2.001, \"steps\": 50"),
                        "-o",
                        folder.resolve("s.npz"),
                        "--particles",
                        "50")
                .done();
        for (String text : new String[] {said.out(), said.err()}) {
            assertEquals(1, text.lines().count(), text);
            assertTrue(text.startsWith("note: ") && text.contains("outside stability"), text);
        }
    }

    @Test
    void theRemedyFollowedToTheLetterIsStable() throws IOException {
        var said = Spoken.by(
                        "sample",
                        session("\"kind\": \"langevin\", \"stepSize\": 2.05, \"steps\": 500"),
                        "--set",
                        "sampler.stepSize=1.99",
                        "-o",
                        folder.resolve("s.npz"),
                        "--particles",
                        "50")
                .done();
        assertEquals("", said.out() + said.err());
    }

    private Path session(String sampler) throws IOException {
        var file = folder.resolve("s.scorescope.json");
        Files.writeString(
                file,
                "{\"scorescope\": 1, \"density\": {\"components\": [{\"weight\": 1, \"mean\": [0, 0],"
                        + " \"covariance\": [[1, 0], [0, 1]]}]}, \"noise\": {\"sigma\": 0}, \"sampler\": {" + sampler
                        + "}}");
        return file;
    }
}
