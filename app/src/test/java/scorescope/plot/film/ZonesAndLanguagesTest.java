package scorescope.plot.film;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scorescope.core.score.LearnedScore;
import scorescope.plot.export.AnimationCatalog;
import scorescope.plot.export.AnimationFormat;
import scorescope.plot.export.Contents;
import scorescope.plot.export.ExportCatalog;
import scorescope.plot.export.ExportFormat;
import scorescope.plot.export.SessionFile;
import scorescope.plot.picture.Exports;
import scorescope.plot.picture.LearnedSession;
import scorescope.session.Session;

/** Exports have equal bytes in every time zone and language. Runs alone, since it changes both for the process. */
@Isolated
class ZonesAndLanguagesTest {
    private static final int DPI = 90;

    private final TimeZone zone = TimeZone.getDefault();
    private final Locale language = Locale.getDefault();

    @TempDir
    Path folder;

    private static void travel() {
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));
    }

    @AfterEach
    void comeBack() {
        TimeZone.setDefault(zone);
        Locale.setDefault(language);
    }

    static Stream<ExportFormat> formats() {
        return ExportCatalog.formats().stream();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void aFigureIsDrawnAgain(ExportFormat format) throws IOException {
        var first = folder.resolve("a." + format.extension());
        var session = AnimationsTest.session(AnimationsTest.RUN, folder);
        Exports.write(session, Optional.empty(), first, DPI, Contents.SESSION_AND_DATA);
        travel();
        var again = Files.createDirectory(folder.resolve("other")).resolve(first.getFileName());
        Exports.write(SessionFile.read(first), Optional.empty(), again, DPI, Contents.SESSION_AND_DATA);
        assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(again));
    }

    static Stream<AnimationFormat> animations() {
        return AnimationCatalog.formats().stream();
    }

    @ParameterizedTest
    @MethodSource("animations")
    void anAnimationIsDrawnAgain(AnimationFormat format) throws IOException {
        holds(format, AnimationsTest.session(AnimationsTest.RUN, folder), Optional.empty());
    }

    /** The file contains the network: the second drawing uses no other. */
    @ParameterizedTest
    @MethodSource("animations")
    void anAnimationOfANetworkInTrainingIsDrawnAgain(AnimationFormat format) throws IOException {
        var learned = LearnedSession.training(LearnedSession.in(folder));
        Files.delete(folder.resolve("net.npz"));
        holds(format, learned, Optional.of(LearnedSession.NETWORK));
    }

    private void holds(AnimationFormat format, Session session, Optional<LearnedScore> network) throws IOException {
        if (AnimationsTest.unavailable(format, folder)) {
            return;
        }
        var request = AnimationsTest.request(0.6, "151x171");
        var first = folder.resolve(AnimationsTest.name(format, "a"));
        Animations.write(session, network, first, request);
        travel();
        var carrier = Files.isDirectory(first) ? first.resolve("a-0001.png") : first;
        var again = Files.createDirectory(folder.resolve("other")).resolve(first.getFileName());
        Animations.write(SessionFile.read(carrier), Optional.empty(), again, request);
        var was = bytes(first);
        var now = bytes(again);
        assertEquals(was.size(), now.size());
        for (int i = 0; i < was.size(); i++) {
            assertArrayEquals(was.get(i), now.get(i), "file " + i);
        }
    }

    /** All bytes of a file, or of the files of a folder in their order. */
    private static List<byte[]> bytes(Path file) throws IOException {
        if (!Files.isDirectory(file)) {
            return List.of(Files.readAllBytes(file));
        }
        var all = new ArrayList<byte[]>();
        try (var files = Files.list(file)) {
            for (var one : files.sorted().toList()) {
                all.add(Files.readAllBytes(one));
            }
        }
        return all;
    }
}
