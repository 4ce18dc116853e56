package scorescope.plot.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import scorescope.core.score.LearnedScore;
import scorescope.plot.export.Contents;
import scorescope.plot.export.ExportCatalog;
import scorescope.plot.export.ExportFormat;
import scorescope.plot.export.SessionFile;
import scorescope.session.Session;
import scorescope.session.Shown;

/**
 * Checks for every format of the catalog that an exported figure, opened again, gives equal bytes, including images beside it,
 * after all files that its session refers to are deleted.
 */
abstract class DrawnAgain {
    @TempDir
    Path folder;

    /** A session with a small network in a file. */
    Session learned;

    @BeforeEach
    final void nameANetwork() throws IOException {
        learned = LearnedSession.in(folder);
    }

    /** Checks all formats. */
    final void holds(Session session) throws IOException {
        holds(session, Optional.empty());
    }

    final void holds(Session session, Optional<LearnedScore> trained) throws IOException {
        holds(session, trained, ExportCatalog.formats());
    }

    /** The picture of a member of a catalog, in {@link #formats(int)}. */
    final void holds(Session session, int member) throws IOException {
        holds(session, Optional.empty(), formats(member));
    }

    /** A share of all formats: the first, and one of the others, which take turns by {@code member}. */
    List<ExportFormat> formats(int member) {
        var formats = ExportCatalog.formats();
        return List.of(formats.getFirst(), formats.get(1 + member % (formats.size() - 1)));
    }

    /**
     * Exports a session, deletes its files, opens each export, and exports it again to another folder, which must give equal
     * bytes.
     *
     * @param trained network instead of the one that the session refers to
     */
    private void holds(Session session, Optional<LearnedScore> trained, List<ExportFormat> formats) throws IOException {
        var first = save(session, trained, Files.createDirectories(folder.resolve("first")), formats);
        var hidden = hide();
        var opened = SessionFile.read(first.getFirst());
        for (var file : first) {
            assertEquals(opened, SessionFile.read(file), "session inside " + file.getFileName());
        }
        var second = save(opened, Optional.empty(), Files.createDirectories(folder.resolve("second")), formats);
        restore(hidden);
        for (var file : saved("second")) {
            assertArrayEquals(
                    Files.readAllBytes(folder.resolve("first").resolve(file.getFileName())),
                    Files.readAllBytes(file),
                    file.getFileName().toString());
            Files.delete(file);
        }
        assertEquals(first.size(), second.size());
    }

    private static List<Path> save(
            Session session, Optional<LearnedScore> trained, Path place, List<ExportFormat> formats)
            throws IOException {
        var drawn = Exports.drawn(session, trained, place, LearnedSession.DPI, Contents.SESSION_AND_DATA);
        var files = formats.stream()
                .map(format -> place.resolve("figure." + format.extension()))
                .toList();
        for (var file : files) {
            ExportCatalog.write(drawn.figure(), file, drawn.options());
        }
        return files;
    }

    private List<Path> saved(String place) throws IOException {
        try (var files = Files.list(folder.resolve(place))) {
            return files.toList();
        }
    }

    private List<Path> hide() throws IOException {
        try (var files = Files.list(folder)) {
            var named = files.filter(file -> file.toString().matches(".*\\.(npz|csv)"))
                    .toList();
            for (var file : named) {
                Files.move(file, file.resolveSibling(file.getFileName() + ".hidden"));
            }
            return named;
        }
    }

    private static void restore(List<Path> named) throws IOException {
        for (var file : named) {
            Files.move(file.resolveSibling(file.getFileName() + ".hidden"), file);
        }
    }

    static Session showing(Session session, Shown shown) {
        return session.withView(session.view().withShown(Optional.of(shown)));
    }

    static Session at(Session session, OptionalInt step) {
        return session.withSampler(session.sampler().at(step));
    }

    /** The SVG of a session without the session inside. */
    final String drawing(Session session) throws IOException {
        var file = folder.resolve("drawing.svg");
        Exports.write(session, Optional.empty(), file, LearnedSession.DPI, Contents.SESSION);
        return Files.readString(file).replaceAll("(?s)<metadata>.*?</metadata>", "");
    }
}
