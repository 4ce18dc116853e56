package scorescope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that one command writes can be read by another, in any spelling of the extension, or a remedy names the right file. */
class WrittenFilesTest {
    @TempDir
    private Path folder;

    private Path session;

    @BeforeEach
    void writeSession() throws IOException {
        session = Files.writeString(
                folder.resolve("s.json"),
                "{\"scorescope\": 1, \"noise\": {\"sigma\": 0.4}, \"view\": {\"layers\": [\"contours\"]},"
                        + " \"sampler\": {\"steps\": 3, \"particles\": 5}, \"training\": {\"steps\": 2, \"batch\": 8,"
                        + " \"samples\": 40, \"hidden\": [4]}}");
        Files.writeString(folder.resolve("p.CSV"), "x,y\n0.5,1\n-2,3\n");
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    private String score(Object session) {
        return Spoken.by("eval", session, "--points", file("p.CSV"), "-o", "-", "--quantity", "score")
                .done()
                .out();
    }

    @ParameterizedTest
    @ValueSource(strings = {"f.svg", "f.SVG", "f.PDF", "f.Png", "f.TEX", "w.npz", "w.NPZ", "link.txt", "LINK"})
    void whatCarriesASessionIsASession(String name) throws IOException {
        if (name.toLowerCase(Locale.ROOT).startsWith("link")) {
            Files.writeString(file(name), Spoken.by("link", session).done().out() + "\n");
        } else {
            String command = name.startsWith("w") ? "train" : "figure";
            Spoken.by(command, session, "-o", file(name)).done();
        }
        assertEquals(score(session), score(file(name)));
        String near = Spoken.by("measure", file("p.CSV"), session).done().out();
        assertEquals(
                near, Spoken.by("measure", file("p.CSV"), file(name)).done().out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.npz", "a.NPZ", "e.csv", "e.CSV", "e.Npz"})
    void whatHoldsPointsIsRead(String name) {
        if (name.startsWith("a")) {
            Spoken.by("sample", session, "-o", file(name)).done();
        } else {
            Spoken.by("eval", session, "--points", file("p.CSV"), "-o", file(name), "--quantity", "score")
                    .done();
        }
        Spoken.by("measure", file(name), file("p.CSV")).done();
        Spoken.by("eval", session, "--points", file(name), "-o", file("b.csv"), "--quantity", "denoised")
                .done();
        Spoken.by("describe", session, "--set", "density={\"file\": \"" + file(name) + "\", \"bandwidth\": 0.1}")
                .done();
    }

    @Test
    void particlesAndFiguresAreNoWeights() {
        Spoken.by("sample", session, "-o", file("a.npz")).done();
        Spoken.by("figure", session, "-o", file("f.svg")).done();
        Spoken.by("train", session, "-o", file("w.npz")).done();
        for (String name : new String[] {"a.npz", "f.svg", "p.CSV"}) {
            Spoken.by("train", session, "-o", file("b.npz"), "--resume", file(name))
                    .refused("holds no weights of a network", "; name a file that scorescope train has written");
            Spoken.by("describe", session, "--set", "score={\"source\": \"learned\", \"file\": \"" + file(name) + "\"}")
                    .refused("holds no weights of a network", "; name a file that scorescope train has written");
        }
        Spoken.by("train", session, "-o", file("b.npz"), "--resume", file("w.npz"))
                .done();
    }

    @ParameterizedTest
    @CsvSource({"f.png, a PNG picture", "f.svg, an SVG drawing", "f.pdf, a PDF document", "f.gif, a GIF picture"})
    void aPictureNamedAsPointsIsCalledWhatItIs(String name, String kind) {
        if (name.endsWith("gif")) {
            Spoken.by("animate", session, "-o", file(name), "--seconds", "0.1", "--size", "64x64")
                    .done();
        } else {
            Spoken.by("figure", session, "-o", file(name)).done();
        }
        Spoken.by("measure", file(name), file("p.CSV")).refused("is " + kind + ", which is not read here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"program.py", "columns.csv", "schedule.csv", "p.CSV"})
    void aTableOrAProgramNamedAsASessionIsRefusedAtItsBeginning(String name) {
        Spoken.by("code", session, "-o", file("program.py")).done();
        Spoken.by("figure", session, "-o", file("f.svg"), "--data", file("columns.csv"))
                .done();
        Spoken.by("processes", "--table", session, "-o", file("schedule.csv")).done();
        Spoken.by("describe", file(name)).refused("stands where a session should begin; name a session file");
    }
}
