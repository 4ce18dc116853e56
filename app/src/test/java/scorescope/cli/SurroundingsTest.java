package scorescope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Failures of the machine are reported in one line, and not as errors of the program. */
class SurroundingsTest {
    private static final Path FULL = Path.of("/dev/full");

    @TempDir
    Path folder;

    private Path session;
    private Path points;

    @BeforeEach
    void write() throws IOException {
        session = Files.writeString(folder.resolve("min.json"), "{\"scorescope\": 1}");
        points = Files.writeString(folder.resolve("points.csv"), "x,y\n1,2\n3,4\n5,5\n");
    }

    /** The words of a command, with SESSION, POINTS and FOLDER replaced by paths. */
    private Object[] words(String command) {
        return List.of(command.split(" ", -1)).stream()
                .map(word -> word.replace("SESSION", session.toString())
                        .replace("POINTS", points.toString())
                        .replace("FOLDER", folder.toString()))
                .toArray();
    }

    /** eval-into-a-full-pipe, measure-into-a-full-pipe and every other command that prints. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "eval SESSION --points POINTS -o - --quantity score",
                "measure POINTS POINTS --json",
                "measure POINTS POINTS",
                "presets",
                "samplers --json",
                "fit SESSION --json",
                "fit SESSION",
                "train SESSION --steps 2 --set training.batch=4 --set training.hidden=[4] -o FOLDER/n.npz --json",
                "train SESSION --steps 2 --set training.batch=4 --set training.hidden=[4] -o FOLDER/n.npz",
                "describe SESSION",
                "link SESSION",
                "code SESSION -o -",
                "processes",
                "processes --table SESSION -o -",
                "completion bash",
                "recipes",
                "--version",
                "--help",
                "eval --help"
            })
    void resultsThatCannotBePrintedAreAFailure(String command) {
        var ran = into(new Failing("No space left on device", 0), command);
        assertEquals("scorescope: standard output: no space left; free some or choose another folder\n", ran.err());
        assertEquals(1, ran.code());
    }

    @ParameterizedTest
    @CsvSource({
        "Input/output error, the disk reports an error",
        "Bad file descriptor, is closed",
        "File too large, raise the limit with ulimit -f or choose another folder",
        "Disk quota exceeded, the disk quota is used up",
        "odd, odd"
    })
    void everyReasonIsSaid(String reason, String said) {
        var ran = into(new Failing(reason, 20), "presets");
        assertTrue(
                ran.err().startsWith("scorescope: standard output: ")
                        && ran.err().contains(said),
                ran.err());
        assertEquals(1, ran.code());
        assertEquals(1, ran.err().lines().count());
    }

    @Test
    void aReaderThatHasSeenEnoughIsNoFailure() {
        var ran = into(new Failing("Broken pipe", 40), "samplers --json");
        assertEquals("", ran.err());
        assertEquals(0, ran.code());
    }

    private Spoken into(OutputStream target, String command) {
        var err = new ByteArrayOutputStream();
        String[] words = List.of(words(command)).toArray(String[]::new);
        int code = Cli.run(
                words, new ResultStream(target), new PrintStream(err, true, StandardCharsets.UTF_8), new RealWindow());
        return new Spoken(code, "", err.toString(StandardCharsets.UTF_8));
    }

    /** A stream that fails after some bytes. */
    private static final class Failing extends OutputStream {
        private final String reason;
        private int room;

        Failing(String reason, int room) {
            this.reason = reason;
            this.room = room;
        }

        @Override
        public void write(int value) throws IOException {
            if (room-- <= 0) {
                throw new IOException(reason);
            }
        }
    }

    /** The case disk-full. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "figure SESSION -o FOLDER/full.svg",
                "figure SESSION -o FOLDER/full.png",
                "eval SESSION --points POINTS --quantity score -o FOLDER/full.csv",
                "eval SESSION --points POINTS --quantity score -o FOLDER/full.NPZ",
                "sample SESSION --particles 3 -o FOLDER/full.npz",
                "train SESSION --steps 2 --set training.batch=4 --set training.hidden=[4] -o FOLDER/full.npz",
                "snapshot SESSION --size 400x400 -o FOLDER/full.png"
            })
    void aFullDiskIsCalledThat(String command) throws IOException {
        assumeTrue(Files.exists(FULL));
        String name = command.substring(command.indexOf("full."));
        Files.createSymbolicLink(folder.resolve(name), FULL);
        var ran = Spoken.by(words(command)).failed(name + ": no space left; free some or choose another folder");
        assertEquals("", ran.out());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "figure SESSION -o FOLDER/none/a.svg",
                "eval SESSION --points POINTS --quantity score -o FOLDER/none/a.csv",
                "sample SESSION -o FOLDER/none/a.npz",
                "train SESSION -o FOLDER/none/a.npz",
                "snapshot SESSION -o FOLDER/none/a.png"
            })
    void aMissingFolderIsBadInput(String command) throws IOException {
        Spoken.by(words(command)).refused("none does not exist; create it or choose another");
        Files.createSymbolicLink(folder.resolve("none"), Path.of("nowhere"));
        Spoken.by(words(command)).refused("none does not exist; create it or choose another");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eval SESSION --points POINTS --quantity score -o FOLDER/A.CSV",
                "eval SESSION --points POINTS --quantity score -o FOLDER/A.Npz",
                "sample SESSION --particles 3 -o FOLDER/A.NPZ",
                "train SESSION --steps 2 --set training.batch=4 --set training.hidden=[4] -o FOLDER/A.NPZ",
                "figure SESSION -o FOLDER/A.SVG",
                "figure SESSION -o FOLDER/A.Png",
                "snapshot SESSION --size 400x400 -o FOLDER/A.PNG"
            })
    void endingsMayBeInCapitals(String command) {
        Spoken.by(words(command)).done();
        assertTrue(Files.exists(folder.resolve(command.substring(command.indexOf("A.")))));
    }

    @Test
    void whatOneCommandWritesAnotherTakes() throws IOException {
        var written = new ArrayList<Path>();
        for (String name : List.of("values.csv", "values.npz")) {
            written.add(folder.resolve(name));
            Spoken.by(words("eval SESSION --points POINTS --quantity score,log-density -o FOLDER/" + name))
                    .done();
        }
        for (Path file : written) {
            String measured =
                    Spoken.by("measure", file, points, "--json").done().out();
            assertTrue(measured.contains("\"wasserstein2\" : 0.0"), measured);
        }
        Spoken.by(words("sample SESSION --particles 5 --trajectories -o FOLDER/samples.npz"))
                .done();
        written.add(folder.resolve("samples.npz"));
        for (Path file : written) {
            Spoken.by("eval", session, "--points", file, "--quantity", "score", "-o", "-")
                    .done();
            Spoken.by(
                            "eval",
                            session,
                            "--points",
                            points,
                            "--quantity",
                            "score",
                            "-o",
                            "-",
                            "--set",
                            "density.file=" + file)
                    .done();
        }
        Spoken.by(words("figure SESSION -o FOLDER/f.png --dpi 50 --width 30mm")).done();
        Spoken.by("sample", folder.resolve("f.png"), "--particles", "2", "-o", folder.resolve("again.npz"))
                .done();
    }

    @Test
    void aNameThatCannotBeOneIsBadInput() {
        Spoken.by("eval", session, "--points", points, "--quantity", "score", "-o", "a\0.csv")
                .refused("cannot be the name of a file");
        Spoken.by("sample", session, "-o", "a\0.npz").refused();
    }
}
