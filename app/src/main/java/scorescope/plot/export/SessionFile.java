package scorescope.plot.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import scorescope.core.BadInputException;
import scorescope.plot.color.ColorMapCatalog;
import scorescope.plot.layer.LayerCatalog;
import scorescope.plot.paint.Length;
import scorescope.plot.scene.SceneData;
import scorescope.plot.scene.ShownLayers;
import scorescope.plot.study.StudyCatalog;
import scorescope.session.Session;
import scorescope.session.codec.SessionJson;
import scorescope.words.Words;

/**
 * Opens whatever carries a session: its own JSON file, or an exported SVG or PNG. Unlike {@link SessionJson} alone it
 * knows the catalogs of drawing, so it also refuses layers, studies, colour maps, widths and panels that do not exist.
 */
public final class SessionFile {
    private static final int LONGEST_START = 8;

    private SessionFile() {}

    /** @throws BadInputException if {@code file} carries no session, or one that cannot be used */
    public static Session read(Path file) {
        return read(file, List.of());
    }

    /**
     * The session with some keys set otherwise.
     *
     * @param overrides {@code KEY=VALUE} each, KEY a path such as {@code noise.sigma}
     */
    public static Session read(Path file, List<String> overrides) {
        var session = isPicture(file)
                ? SessionJson.read(
                        EmbeddedSession.read(file), file.toAbsolutePath().getParent(), file.toString(), overrides)
                : SessionJson.read(file, overrides);
        try {
            return drawable(session);
        } catch (BadInputException bad) {
            throw bad.in(file.toString());
        }
    }

    /**
     * The session itself.
     *
     * @throws BadInputException if its view or figure names something that there is not
     */
    public static Session drawable(Session session) {
        var view = session.view();
        LayerCatalog.check(ShownLayers.of(view));
        StudyCatalog.check(view.study());
        var unusedMap = ColorMapCatalog.named(view.colorMap(), false, "view.colorMap");
        double unusedWidth = Length.points(session.figure().width(), "figure.width");
        var unusedSources = SceneData.sources(session);
        return session;
    }

    private static boolean isPicture(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (var stream = Files.newInputStream(file)) {
            return EmbeddedSession.isPicture(stream.readNBytes(LONGEST_START));
        } catch (IOException unreadable) {
            throw new BadInputException(
                    file.toString(),
                    Words.text("figure.session-file.cannot-read"),
                    Words.text("figure.session-file.check-permissions"));
        }
    }
}
