package scorescope.plot.picture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import scorescope.core.io.AtomicFile;
import scorescope.core.score.LearnedScore;
import scorescope.plot.export.Contents;
import scorescope.plot.export.EmbeddedSession;
import scorescope.plot.export.ExportCatalog;
import scorescope.plot.export.ExportFormat;
import scorescope.plot.export.ExportOptions;
import scorescope.plot.export.ExportedFigure;
import scorescope.plot.export.data.DataFile;
import scorescope.plot.figure.Figure;
import scorescope.plot.scene.Findings;
import scorescope.session.Session;
import scorescope.session.source.Sources;

/** Saves pictures of sessions, with the session inside, in all formats. */
public final class Exports {
    private Exports() {}

    /**
     * Saves the picture of a session. The picture is drawn from the session and the network alone, so that opening the
     * saved file gives the same picture.
     *
     * @param network the learned score, in place of the one that the session names
     * @param dpi pixels an inch, for formats made of pixels
     * @return layers that became images since they have too many marks
     * @throws scorescope.core.BadInputException if the format is unknown, the folder does not exist, or the session
     * asks for what there is not; nothing is written then
     * @throws IOException if writing failed; the old file is unchanged
     */
    public static List<ExportedFigure.Rastered> write(
            Session session, Optional<LearnedScore> network, Path file, double dpi, Contents contents)
            throws IOException {
        return write(session, network, file, Manner.of(dpi, contents));
    }

    /**
     * How a picture is saved.
     *
     * @param dpi pixels an inch, for formats made of pixels
     * @param outlines whether an SVG has shapes in place of text
     * @param data an NPZ or CSV file for every array that is drawn
     */
    public record Manner(double dpi, Contents contents, boolean outlines, Optional<Path> data) {
        static Manner of(double dpi, Contents contents) {
            return new Manner(dpi, contents, false, Optional.empty());
        }
    }

    /** The same in more ways. */
    public static List<ExportedFigure.Rastered> write(
            Session session, Optional<LearnedScore> network, Path file, Manner manner) throws IOException {
        var unusedFormat = ExportCatalog.forFile(file);
        AtomicFile.requireWritablePlace(file);
        manner.data().ifPresent(DataFile::require);
        var drawn = drawn(session, network, file.toAbsolutePath().getParent(), manner);
        Map<Path, AtomicFile.Content> beside = manner.data()
                .map(data -> Map.of(data, DataFile.content(drawn.figure(), data)))
                .orElse(Map.of());
        return ExportCatalog.write(drawn.figure(), file, drawn.options(), beside);
    }

    /**
     * The picture of a session in a format, with the session inside, whose files are named relative to the working folder.
     *
     * @throws scorescope.core.BadInputException if the session asks for what there is not
     */
    public static ExportedFigure encoded(Session session, ExportFormat format, Manner manner) {
        var drawn = drawn(session, Optional.empty(), Path.of("").toAbsolutePath(), manner);
        return format.encode(drawn.figure(), drawn.options());
    }

    /** What is saved of a session, in any format. */
    static Drawn drawn(Session session, Optional<LearnedScore> network, Path folder, double dpi, Contents contents) {
        return drawn(session, network, folder, Manner.of(dpi, contents));
    }

    /** @param folder of the file, from where the session that it carries names files */
    private static Drawn drawn(Session session, Optional<LearnedScore> network, Path folder, Manner manner) {
        var whole = network.map(score -> Sources.withNetwork(session, score)).orElse(session);
        var carried = EmbeddedSession.text(whole, folder, manner.contents());
        var options = new ExportOptions(manner.dpi(), carried, manner.outlines());
        return new Drawn(Pictures.of(EmbeddedSession.drawn(whole, manner.contents()), Findings.NONE), options);
    }

    /** A picture, and the session that travels in its file. */
    record Drawn(Figure figure, ExportOptions options) {}
}
