package scorescope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResumeTest {
    @TempDir
    Path folder;

    private Path session;
    private Path half;

    @BeforeEach
    void trainHalf() throws IOException {
        session = Files.writeString(
                folder.resolve("tr.json"),
                "{\"scorescope\": 1, \"density\": {\"preset\": \"three-gaussians\"},"
                        + " \"training\": {\"steps\": 8, \"batch\": 8, \"hidden\": [6], \"samples\": 50}}");
        half = folder.resolve("half.npz");
        Spoken.by("train", session, "-o", half, "--stop-after", 3).done();
    }

    private Spoken resumed(String... settings) {
        var words = new ArrayList<Object>(List.of("train", session, "-o", folder.resolve("r.npz"), "--resume", half));
        for (String setting : settings) {
            words.addAll(List.of("--set", setting));
        }
        return Spoken.by(words.toArray());
    }

    @Test
    void theSameSettingsGoOnToTheSameBytesWithoutANote() throws IOException {
        assertEquals("", resumed().done().err());
        Spoken.by("train", session, "-o", folder.resolve("whole.npz")).done();
        assertEquals(-1, Files.mismatch(folder.resolve("whole.npz"), folder.resolve("r.npz")));
        assertEquals(
                "",
                resumed("training.learningRate=0.001", "view.x=[-3,3]").done().err(),
                "a default, written out");
    }

    /** resume-with-another-density, and other settings that determine a training. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "density.preset=two-moons | density: three-gaussians → two-moons",
                "training.learningRate=0.01 | training.learningRate: 0.001 → 0.01",
                "training.objective=implicit | training.objective: ncsn → implicit",
                "training.batch=16 | training.batch: 8 → 16",
                "training.steps=9 | training.steps: 8 → 9",
                "training.levels.max=5 | training.levels: 12 from 10.0 to 0.01 → 12 from 5.0 to 0.01",
                "process.sigmaMax=20 | process: variance-exploding {sigmaMax=10.0, sigmaMin=0.01} → variance-exploding",
                "training.seed=7 | training.seed: 1 → 7"
            })
    void otherSettingsAreNamed(String setting, String said) {
        String err = resumed(setting).done().err();
        assertEquals(1, err.lines().count(), err);
        assertTrue(err.startsWith("note: " + half + " was trained under other settings (" + said), err);
    }

    /** resume-with-another-prediction: the network's output would have another meaning. */
    @ParameterizedTest
    @CsvSource({
        "training.prediction=epsilon, training.prediction: score → epsilon, training.prediction=score",
        "training.prediction=sample, training.prediction: score → sample, training.prediction=score",
        "training.preconditioning=edm, training.preconditioning: none → edm, training.preconditioning=none"
    })
    void anotherMeaningIsRefusedWithARemedyThatWorks(String setting, String said, String remedy) {
        resumed(setting).refused(half.toString(), said, "use --set " + remedy + ", or leave out --resume");
        assertFalse(Files.exists(folder.resolve("r.npz")));
        assertEquals("", resumed(setting, remedy).done().err());
        Spoken.by("train", session, "-o", folder.resolve("r.npz"), "--set", setting)
                .done();
    }

    @Test
    void anAlteredFileOfPointsIsAnotherDensity() throws IOException {
        var points = Files.writeString(folder.resolve("p.csv"), "x,y\n1,2\n3,4\n");
        String density = "density.file=" + points;
        Spoken.by("train", session, "-o", half, "--stop-after", 3, "--set", density)
                .done();
        assertEquals("", resumed(density).done().err());
        Files.writeString(points, "x,y\n1,2\n3,5\n");
        assertTrue(resumed(density).done().err().contains("density: p.csv with other values"));
    }
}
