package scorescope.plot.film;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scorescope.core.BadInputException;
import scorescope.core.FailedWork;
import scorescope.core.Watcher;
import scorescope.plot.export.AnimationCatalog;
import scorescope.plot.export.AnimationFormat;
import scorescope.plot.export.AnimationTiming;
import scorescope.plot.export.Contents;
import scorescope.plot.export.SessionFile;
import scorescope.plot.export.gif.GifFrames;
import scorescope.plot.film.Animations.Request;
import scorescope.plot.picture.Exports;
import scorescope.session.Session;
import scorescope.session.codec.SessionJson;

class AnimationsTest {
    static final String RUN = """
            {"scorescope": 1, "sampler": {"kind": "langevin", "steps": 40, "particles": 50},
             "view": {"layers": ["density", "quiver", "particles"]}}""";

    @TempDir
    Path folder;

    static Session session(String json, Path folder) {
        return SessionFile.drawable(SessionJson.read(json, folder));
    }

    static Request request(double seconds, String size) {
        return new Request(
                Optional.empty(),
                new AnimationTiming(seconds, 10, 0, 0.5),
                new FrameSize(FrameSize.SCREEN_DPI, Optional.of(FrameSize.Pixels.parse(size, "--size"))),
                false,
                false,
                Contents.SESSION_AND_DATA);
    }

    private Path written(Session session, String name, Request request) throws IOException {
        var file = folder.resolve(name);
        Animations.write(session, Optional.empty(), file, request);
        return file;
    }

    static Stream<AnimationFormat> formats() {
        return AnimationCatalog.formats().stream();
    }

    static String name(AnimationFormat format, String stem) {
        return format.extension().isEmpty() ? stem : stem + "." + format.extension();
    }

    /** Whether this machine cannot write a format; a missing ffmpeg is reported in one line. */
    static boolean unavailable(AnimationFormat format, Path folder) {
        try {
            format.require(folder.resolve(name(format, "try")), AnimationTiming.STANDARD);
            return false;
        } catch (FailedWork missing) {
            assertTrue(missing.getMessage().contains(".gif"), missing.getMessage());
            return true;
        }
    }

    /** No flicker: pixels far from moving particles do not change. */
    @Test
    void flatAreasDoNotChange() throws IOException {
        var file = written(session("""
                {"scorescope": 1, "sampler": {"kind": "langevin", "steps": 12, "particles": 1,
                                              "start": {"kind": "point", "at": [3, 3]}},
                 "view": {"layers": ["density", "particles"]}}""", folder), "one.gif", request(0.8, "300x320"));
        var frames = GifFrames.of(Files.readAllBytes(file));
        assertEquals(8, frames.pixels().size());
        int changed = 0;
        for (int i = 1; i < frames.pixels().size(); i++) {
            for (int at = 0; at < 300 * 320; at++) {
                boolean low = at / 300 > 260;
                if (frames.pixels().get(i)[at] != frames.pixels().get(i - 1)[at]) {
                    assertTrue(
                            low || (at % 300 > 150 && at / 300 < 140),
                            "frame " + i + " at " + at % 300 + "," + at / 300);
                    changed += low ? 0 : 1;
                }
            }
        }
        assertTrue(changed > 8 && changed < 8 * 400, changed + " pixels change where the particle is");
    }

    @ParameterizedTest
    @MethodSource("formats")
    void aCancelledAnimationLeavesNothing(AnimationFormat format) throws IOException {
        if (unavailable(format, folder)) {
            return;
        }
        var old = folder.resolve(name(format, "kept"));
        boolean isFile = !format.extension().isEmpty();
        if (isFile) {
            Files.writeString(old, "old");
        }
        var questions = new AtomicInteger();
        Watcher impatient = new Watcher() {
            @Override
            public void reached(Work work, double share) {
                questions.incrementAndGet();
            }

            @Override
            public boolean cancelled() {
                return questions.get() >= 3;
            }
        };
        assertThrows(
                CancellationException.class,
                () -> impatient.during(() -> {
                    Animations.write(session(RUN, folder), Optional.empty(), old, request(2, "100x120"));
                    return 0;
                }));
        try (var left = Files.list(folder)) {
            assertEquals(isFile ? List.of(old) : List.of(), left.toList());
        }
        if (isFile) {
            assertEquals("old", Files.readString(old));
        }
    }

    @Test
    void thePosterIsTheFirstFrameAndOpensAsAFigure() throws IOException {
        var questions = request(0.5, "120x140");
        var file = folder.resolve("run.gif");
        Animations.write(
                session(RUN, folder),
                Optional.empty(),
                file,
                new Request(questions.over(), questions.timing(), questions.size(), true, true, questions.contents()));
        var poster = folder.resolve("run-poster.png");
        var image = javax.imageio.ImageIO.read(poster.toFile());
        int[] first = GifFrames.of(Files.readAllBytes(file)).pixels().getFirst();
        assertEquals(120, image.getWidth());
        int same = 0;
        for (int at = 0; at < first.length; at++) {
            same += near(first[at], image.getRGB(at % 120, at / 120)) ? 1 : 0;
        }
        assertTrue(same > 0.999 * first.length, same + " of " + first.length);
        var unused = Exports.write(
                SessionFile.read(poster), Optional.empty(), folder.resolve("f.svg"), 90, Contents.SESSION_AND_DATA);
        assertTrue(Files.exists(folder.resolve("f.svg")));
    }

    private static boolean near(int a, int b) {
        for (int shift = 0; shift < 24; shift += 8) {
            if (Math.abs((a >> shift & 0xff) - (b >> shift & 0xff)) > 12) {
                return false;
            }
        }
        return true;
    }

    @Test
    void aFolderIsWholeOrNotThereAndForeignFilesAreSafe() throws IOException {
        var frames = written(session(RUN, folder), "frames", request(0.5, "100x120"));
        try (var files = Files.list(frames)) {
            assertEquals(
                    List.of(
                            "frames-0001.png",
                            "frames-0002.png",
                            "frames-0003.png",
                            "frames-0004.png",
                            "frames-0005.png"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
        Files.writeString(frames.resolve("mine.txt"), "x");
        var refused = assertThrows(
                BadInputException.class, () -> written(session(RUN, folder), "frames", request(0.5, "100x120")));
        assertTrue(refused.getMessage().contains("mine.txt"), refused.getMessage());
        assertTrue(Files.exists(frames.resolve("frames-0001.png")));
    }
}
