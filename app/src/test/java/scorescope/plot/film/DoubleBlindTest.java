package scorescope.plot.film;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import scorescope.plot.export.AnimationCatalog;
import scorescope.plot.export.AnimationFormat;
import scorescope.plot.export.Contents;
import scorescope.plot.export.ExportCatalog;
import scorescope.plot.export.ExportFormat;
import scorescope.plot.export.ReadableText;
import scorescope.plot.picture.Exports;
import scorescope.plot.picture.LearnedSession;
import scorescope.session.DensitySpec;
import scorescope.session.FigurePanel;
import scorescope.session.Patch;
import scorescope.session.ScoreSpec;
import scorescope.session.Session;

/** A file saved without its session, for double-blind review, contains no name of a file or folder. */
class DoubleBlindTest {
    /** Part of the name of the folder and of every file in it. */
    private static final String SECRET = "secret-laboratory";

    /** Keys that stand in every session. */
    private static final List<String> KEYS = List.of("\"scorescope\"", "\"sampler\"", "\"density\"");

    @TempDir
    Path parent;

    private Path folder;
    private Session session;

    @BeforeEach
    void nameSecretFiles() throws IOException {
        folder = Files.createDirectory(parent.resolve(SECRET));
        var learned = LearnedSession.in(folder);
        var network = Files.move(folder.resolve("net.npz"), folder.resolve(SECRET + ".npz"));
        var points = Files.writeString(folder.resolve(SECRET + ".csv"), "x,y\n0,0\n1,1\n0,1\n");
        session = learned.withScore(new ScoreSpec.Learned(Optional.of(network)))
                .withDensity(new DensitySpec.File(points, 0.3, 4000, Optional.empty()));
    }

    static Stream<ExportFormat> figures() {
        return ExportCatalog.formats().stream();
    }

    /** Also for files beside it, and for a panel with a file of its own. */
    @ParameterizedTest
    @MethodSource("figures")
    void aFigureNamesNothing(ExportFormat format) throws IOException {
        var another = Files.copy(folder.resolve(SECRET + ".npz"), folder.resolve(SECRET + "-2.npz"));
        var panels = List.of(FigurePanel.of(Patch.NONE), FigurePanel.of(Patch.of("score.file", another.toString())));
        var composed = session.withFigure(session.figure().withPanels(panels));
        var written = Files.createDirectory(folder.resolve("written"));
        Exports.write(composed, Optional.empty(), written.resolve("f." + format.extension()), 60, Contents.NOTHING);
        namesNothing(written);
    }

    static Stream<AnimationFormat> animations() {
        return AnimationCatalog.formats().stream();
    }

    /** Also its poster. */
    @ParameterizedTest
    @MethodSource("animations")
    void anAnimationNamesNothing(AnimationFormat format) throws IOException {
        if (AnimationsTest.unavailable(format, folder)) {
            return;
        }
        var written = Files.createDirectory(folder.resolve("written"));
        animate(written.resolve(AnimationsTest.name(format, "f")), Contents.NOTHING);
        namesNothing(written);
    }

    /** The search finds the keys and names in every format that carries the session, so that it can fail. */
    @ParameterizedTest
    @EnumSource(
            value = Contents.class,
            names = {"SESSION", "SESSION_AND_DATA"})
    void whatIsLookedForIsFoundWhereTheSessionTravels(Contents contents) throws IOException {
        for (var format : ExportCatalog.formats()) {
            var file = folder.resolve("f." + format.extension());
            Exports.write(session, Optional.empty(), file, 60, contents);
            assertTrue(ReadableText.of(Files.readAllBytes(file)).contains(SECRET + ".csv"), file::toString);
        }
        for (var format : AnimationCatalog.formats()) {
            if (!AnimationsTest.unavailable(format, folder)
                    && !format.extension().isEmpty()) {
                var file = folder.resolve("f." + format.extension());
                animate(file, contents);
                assertTrue(ReadableText.of(Files.readAllBytes(file)).contains(SECRET + ".csv"), file::toString);
            }
        }
    }

    private void animate(Path target, Contents contents) throws IOException {
        var request = AnimationsTest.request(0.3, "90x90");
        Animations.write(
                session,
                Optional.empty(),
                target,
                new Animations.Request(request.over(), request.timing(), request.size(), false, true, contents));
    }

    private static void namesNothing(Path written) throws IOException {
        var user = System.getProperty("user.name").toLowerCase(Locale.ROOT);
        try (var files = Files.walk(written)) {
            var found = files.filter(Files::isRegularFile).toList();
            assertFalse(found.isEmpty());
            for (var file : found) {
                var text = ReadableText.of(Files.readAllBytes(file));
                assertFalse(text.contains(SECRET), file::toString);
                assertFalse(text.contains("/" + user + "/"), file::toString);
                for (var key : KEYS) {
                    assertFalse(text.contains(key), () -> file + " holds " + key);
                }
            }
        }
    }
}
