package scorescope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Guided and conditional scores on the command line. */
class GuidedEvalTest {
    private static final String LABELLED = """
            {"scorescope": 1, "noise": {"sigma": 0.5},
             "density": {"components": [
               {"weight": 1, "mean": [-2, 0], "covariance": [[0.3, 0], [0, 0.3]], "label": "a"},
               {"weight": 2, "mean": [2, 1], "covariance": [[0.5, 0.1], [0.1, 0.4]], "label": "b"}]}}""";

    @TempDir
    private Path folder;

    private Path session;
    private Path points;

    @BeforeEach
    void files() throws IOException {
        session = Files.writeString(folder.resolve("s.scorescope.json"), LABELLED);
        points = Files.writeString(folder.resolve("p.csv"), "x,y\n0.5,-1\n");
    }

    private double[] eval(String quantities, String... more) {
        var words = new Object[7 + more.length];
        Object[] first = {"eval", session, "--points", points, "-o", "-", "--quantity=" + quantities};
        System.arraycopy(first, 0, words, 0, 7);
        System.arraycopy(more, 0, words, 7, more.length);
        String row = Spoken.by(words).done().out().lines().skip(1).findFirst().orElseThrow();
        return Arrays.stream(row.split(",", -1))
                .skip(2)
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    @Test
    void atWeightOneTheGuidedAndTheTiltedScoreAreTheClasses() {
        double[] found = eval("guided-score,tilted-score", "--set", "guidance.label=b", "--set", "guidance.weight=1");
        double[] own = eval(
                "score",
                "--set",
                "density={\"components\": [{\"mean\": [2, 1], \"covariance\": [[0.5, 0.1], [0.1, 0.4]]}]}");
        assertEquals(own[0], found[0], 1e-12);
        assertEquals(own[1], found[1], 1e-12);
        assertEquals(own[0], found[2], 1e-8);
        assertEquals(own[1], found[3], 1e-8);
        double[] strong = eval("guided-score,tilted-score", "--set", "guidance.label=b", "--set", "guidance.weight=4");
        assertNotEquals(strong[0], strong[2], 1e-3);
    }

    @Test
    void aMeasurementGivesThePosteriorsScoreAndItsApproximations() {
        String[] measured = {"--set", "measurement.matrix=[[1, 0]]", "--set", "measurement.value=[0.5]"};
        double[] found = eval("posterior-score,dps-score,pigdm-score", measured);
        assertEquals(6, found.length);
        assertNotEquals(found[0], found[2], 1e-3);
        double[] clean = eval(
                "posterior-score,dps-score,pigdm-score",
                "--set",
                "measurement.matrix=[[1, 0]]",
                "--set",
                "measurement.value=[0.5]",
                "--set",
                "noise.sigma=0");
        assertEquals(clean[0], clean[2], 1e-9);
        assertEquals(clean[0], clean[4], 1e-9);
    }

    @Test
    void whatIsMissingIsNamed() {
        Spoken.by("eval", session, "--points", points, "-o", "-", "--quantity", "guided-score")
                .refused("guidance", "guidance.label");
        Spoken.by("eval", session, "--points", points, "-o", "-", "--quantity", "dps-score")
                .refused("measurement", "measurement.matrix=[[1,0]]");
        Spoken.by(
                        "eval",
                        session,
                        "--points",
                        points,
                        "-o",
                        "-",
                        "--quantity",
                        "tilted-score",
                        "--set",
                        "guidance.label=c")
                .refused("guidance.label", "\"c\"", "did you mean");
    }
}
