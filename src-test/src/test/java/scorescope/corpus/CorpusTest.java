package scorescope.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.cli.Cli;
import scorescope.plot.export.NamedSession;
import scorescope.plot.export.SessionFile;
import scorescope.plot.picture.Pictures;
import scorescope.plot.scene.Findings;
import scorescope.session.codec.SessionJson;

/** Files exported by any release open in this one and give the same picture. {@code src-test/corpus/add} adds a release. */
class CorpusTest {
    private static final Path CORPUS = Path.of("src/test/resources/corpus");
    private static final List<String> FORMATS = List.of("svg", "pdf", "tex", "png");
    private static final List<String> ANIMATIONS = List.of("gif", "mp4");

    /** The scene of animations. */
    private static final String MOVING = "fields";

    private static final List<String> SCENES = List.of("fields", "panels", "study", "learned");

    @TempDir
    private Path folder;

    static List<Path> releases() throws IOException {
        try (Stream<Path> folders = Files.list(CORPUS)) {
            return folders.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("releases")
    void everyExportOpensAndIsDrawnAgain(Path release) {
        for (var scene : SCENES) {
            var first = SessionFile.read(release.resolve(scene + "." + FORMATS.getFirst()));
            for (var format : formats(scene)) {
                var session = SessionFile.read(release.resolve(scene + "." + format));
                assertEquals(
                        SessionJson.toText(first, release), SessionJson.toText(session, release), scene + "." + format);
            }
            assertTrue(Pictures.of(first, Findings.NONE).width() > 0, scene);
        }
    }

    /** An animated PNG and one frame of a folder of frames. */
    @ParameterizedTest
    @MethodSource("releases")
    void everyAnimationOfPngFilesOpens(Path release) {
        var first = SessionFile.read(release.resolve(MOVING + ".svg"));
        for (var name : List.of("moving.png", "frame.png")) {
            assertEquals(
                    SessionJson.toText(first, release),
                    SessionJson.toText(SessionFile.read(release.resolve(name)), release),
                    name);
        }
    }

    @ParameterizedTest
    @MethodSource("releases")
    void linksAndWeightsOpen(Path release) throws IOException {
        var first = SessionFile.read(release.resolve(MOVING + ".svg"));
        var link = Files.readString(release.resolve(MOVING + ".link")).strip();
        assertEquals(first, NamedSession.read(link, List.of(), InputStream.nullInputStream()));
        var trained = SessionFile.read(release.resolve("weights.npz"));
        assertEquals(first, trained.withTraining(first.training()).withScore(first.score()));
    }

    private static List<String> formats(String scene) {
        return scene.equals(MOVING)
                ? Stream.concat(FORMATS.stream(), ANIMATIONS.stream()).toList()
                : FORMATS;
    }

    /** A file without a session, in every format. */
    @ParameterizedTest
    @ValueSource(strings = {"svg", "pdf", "tex", "png", "gif", "mp4"})
    void aFileWithoutItsSessionSaysSoInOneLine(String format) throws IOException {
        var release = releases().getFirst();
        var file = folder.resolve("blind." + format);
        var words = new ArrayList<String>(List.of(
                ANIMATIONS.contains(format) ? "animate" : "figure",
                release.resolve(MOVING + ".svg").toString(),
                "-o",
                file.toString(),
                "--without-session"));
        if (ANIMATIONS.contains(format)) {
            words.addAll(List.of("--seconds", "0.2", "--fps", "10", "--size", "80x100"));
        }
        int code = Cli.run(words.toArray(String[]::new), System.out, System.err);
        assumeTrue(code != Cli.FAILED || !format.equals("mp4"), "a machine without ffmpeg");
        assertEquals(Cli.DONE, code);
        refused(file);
    }

    @Test
    void aFileStrippedOfItsSessionSaysSoInOneLine() throws IOException {
        var release = releases().getFirst();
        var svg = Files.readString(release.resolve("fields.svg")).replaceAll("(?s)<metadata>.*</metadata>", "");
        refused(Files.writeString(folder.resolve("stripped.svg"), svg));
        var picture = ImageIO.read(release.resolve("fields.png").toFile());
        var plain = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        plain.createGraphics().drawImage(picture, 0, 0, null);
        var png = folder.resolve("stripped.png");
        ImageIO.write(plain, "png", png.toFile());
        refused(png);
        var gif = folder.resolve("stripped.gif");
        ImageIO.write(plain, "gif", gif.toFile());
        refused(gif);
        var tex = Files.readString(release.resolve("fields.tex")).replaceAll("(?m)^% session .*\\R", "");
        refused(Files.writeString(folder.resolve("stripped.tex"), tex));
    }

    private void refused(Path stripped) {
        var err = new ByteArrayOutputStream();
        int code = Cli.run(
                new String[] {
                    "figure",
                    stripped.toString(),
                    "-o",
                    folder.resolve("again.svg").toString()
                },
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        var said = err.toString(StandardCharsets.UTF_8);
        assertEquals(Cli.BAD_INPUT, code, said);
        assertEquals(1, said.lines().count(), said);
        assertTrue(said.contains("session"), said);
        assertTrue(Files.notExists(folder.resolve("again.svg")));
    }
}
