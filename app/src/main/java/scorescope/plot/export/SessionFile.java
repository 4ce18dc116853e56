package scorescope.plot.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import scorescope.core.BadInputException;
import scorescope.core.io.InputFile;
import scorescope.core.io.Npz;
import scorescope.core.io.StorageException;
import scorescope.core.training.Checkpoint;
import scorescope.plot.color.ColorMapCatalog;
import scorescope.plot.layer.LayerCatalog;
import scorescope.plot.paint.Latex;
import scorescope.plot.paint.Length;
import scorescope.plot.scene.ShownLayers;
import scorescope.plot.study.StudyCatalog;
import scorescope.session.Patch;
import scorescope.session.Session;
import scorescope.session.codec.Patches;
import scorescope.session.codec.SessionJson;
import scorescope.words.NotationCatalog;
import scorescope.words.Words;

/**
 * Opens whatever carries a session: its own JSON file, an exported figure, or the weights of a training. Unlike {@link SessionJson} alone it
 * knows the catalogs of drawing, so it also refuses layers, studies, colour maps, widths and panels that do not exist.
 */
public final class SessionFile {
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
        var carried = carried(file);
        var session = carried.isPresent()
                ? SessionJson.read(carried.get(), file.toAbsolutePath().getParent(), file.toString(), overrides)
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
        checkView(session);
        double unusedWidth = Length.points(session.figure().width(), "figure.width");
        var unusedNotation = NotationCatalog.named(session.notation());
        var panels = session.figure().panels();
        var bare = session.withFigure(session.figure().withPanels(List.of()));
        for (int i = 0; i < panels.size(); i++) {
            String place = "figure.panels[" + i + "]";
            check(bare, panels.get(i).patch(), place);
            panels.get(i).title().ifPresent(title -> {
                var unused = Latex.marked(title, place + ".panel.title");
            });
        }
        for (int i = 0; i < session.lanes().size(); i++) {
            check(bare, session.lanes().get(i), "lanes[" + i + "]");
        }
        return session;
    }

    private static void check(Session session, Patch patch, String place) {
        try {
            checkView(Patches.apply(session, patch));
        } catch (BadInputException bad) {
            throw bad.under(place);
        }
    }

    private static void checkView(Session session) {
        var view = session.view();
        LayerCatalog.check(ShownLayers.of(view));
        StudyCatalog.check(view.study());
        var unusedMap = ColorMapCatalog.named(view.colorMap(), false, "view.colorMap");
    }

    /** The text of the session inside a picture or a file of weights; empty if {@code file} is neither. */
    private static Optional<String> carried(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (var stream = Files.newInputStream(file)) {
            byte[] start = stream.readNBytes(SessionCarrier.START);
            if (EmbeddedSession.isPicture(start)) {
                return Optional.of(EmbeddedSession.read(file));
            }
            return Npz.isZip(start) ? Optional.of(ofWeights(file)) : Optional.empty();
        } catch (IOException failed) {
            throw StorageException.of(failed, file.toString(), false).asBadInput();
        }
    }

    private static String ofWeights(Path file) throws IOException {
        String text = Checkpoint.session(InputFile.bytes(file), file.toString());
        if (text.isEmpty()) {
            throw new BadInputException(
                    file.toString(),
                    Words.text("figure.session-file.carries-no-session"),
                    Words.text("figure.session-file.name-file-scorescope-train-has"));
        }
        return text;
    }
}
