package scorescope.plot.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import scorescope.core.BadInputException;
import scorescope.core.io.FileKind;
import scorescope.core.io.InputFile;
import scorescope.core.io.InputText;
import scorescope.core.io.Npz;
import scorescope.core.io.StorageException;
import scorescope.core.training.Checkpoint;
import scorescope.plot.color.ColorMapCatalog;
import scorescope.plot.layer.LayerCatalog;
import scorescope.plot.paint.Latex;
import scorescope.plot.paint.Length;
import scorescope.plot.scene.ShownLayers;
import scorescope.plot.study.StudyCatalog;
import scorescope.session.Session;
import scorescope.session.codec.LinkText;
import scorescope.session.codec.Patches;
import scorescope.session.codec.SessionJson;
import scorescope.session.source.Resolved;
import scorescope.words.NotationCatalog;
import scorescope.words.Words;

/**
 * Opens every file that contains a session: its own JSON file, an exported figure, or the weights of a training. Unlike
 * {@link SessionJson} alone it knows the catalogs of drawing, so it also refuses layers, studies, colour maps, widths
 * and panels that do not exist.
 */
public final class SessionFile {
    private SessionFile() {}

    /**
     * @throws BadInputException if {@code file} contains no session, or an invalid one
     */
    public static Session read(Path file) {
        return read(file, List.of());
    }

    /**
     * The session with some keys overridden.
     *
     * @param overrides {@code KEY=VALUE} each, KEY a path such as {@code noise.sigma}
     */
    public static Session read(Path file, List<String> overrides) {
        var carried = carried(file);
        return drawable(
                carried.isPresent()
                        ? SessionJson.read(carried.get(), file.toAbsolutePath().getParent(), file.toString(), overrides)
                        : SessionJson.read(file, overrides),
                file.toString());
    }

    /**
     * The session in the bytes of such a file.
     *
     * @param folder base of relative paths in it
     * @param place what to call the bytes in messages
     */
    public static Session read(byte[] bytes, Path folder, String place, List<String> overrides) {
        return read(carried(bytes, place).orElseGet(() -> SessionJson.text(bytes, place)), folder, place, overrides);
    }

    /** The session in the text {@code json}, likewise. */
    public static Session read(String json, Path folder, String place, List<String> overrides) {
        return drawable(SessionJson.read(json, folder, place, overrides), place);
    }

    private static Session drawable(Session session, String place) {
        try {
            return drawable(session);
        } catch (BadInputException bad) {
            throw bad.in(place);
        }
    }

    /**
     * Returns the session if it can be drawn.
     *
     * @throws BadInputException if its view or figure names something that there is not
     */
    public static Session drawable(Session session) {
        checkView(session);
        double unusedWidth = Length.points(session.figure().length(), "figure.width");
        var unusedNotation = NotationCatalog.named(session.notation());
        var panels = session.figure().panels();
        for (int i = 0; i < panels.size(); i++) {
            String place = Patches.panelPlace(i);
            panels.get(i).title().ifPresent(title -> {
                var unused = Latex.checked(title, place + ".panel.title");
            });
        }
        Patches.applied(session).forEach((place, own) -> {
            try {
                checkView(own);
            } catch (BadInputException bad) {
                throw bad.under(place);
            }
        });
        return session;
    }

    /**
     * Returns the session if everything that its panels and lanes name can be read: points, weights and times of their
     * processes. What the session itself names is read by the commands that need it.
     *
     * @throws BadInputException naming the panel or lane and what it lacks
     */
    static Session resolvable(Session session) {
        Patches.applied(session).forEach((place, own) -> {
            try {
                var unused = Resolved.of(own);
                var unusedNetwork = Resolved.network(own);
            } catch (BadInputException bad) {
                throw bad.in(place);
            }
        });
        return session;
    }

    private static void checkView(Session session) {
        var view = session.view();
        LayerCatalog.check(ShownLayers.of(view));
        StudyCatalog.check(view.study());
        var unusedMap = ColorMapCatalog.named(view.colorMap(), false, "view.colorMap");
    }

    /** Whether {@code file} is a session, a link to one, or a picture or weights that contain one, valid or not. */
    public static boolean carriesSession(Path file) {
        try {
            byte[] bytes = InputFile.bytes(file);
            if (EmbeddedSession.isPicture(bytes)) {
                return EmbeddedSession.carries(bytes);
            }
            return Npz.isZip(bytes)
                    ? !Checkpoint.session(bytes, file.toString()).isEmpty()
                    : FileKind.of(bytes).filter(FileKind.JSON::equals).isPresent()
                            || InputText.decode(bytes).filter(LinkText::isLink).isPresent();
        } catch (IOException failed) {
            throw StorageException.of(failed, file.toString(), false).asBadInput();
        }
    }

    /** The text of the session inside a picture or a file of weights; empty if {@code file} is neither. */
    private static Optional<String> carried(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (var stream = Files.newInputStream(file)) {
            byte[] start = stream.readNBytes(SessionCarrier.START);
            return EmbeddedSession.isPicture(start) || Npz.isZip(start)
                    ? carried(InputFile.bytes(file), file.toString())
                    : Optional.empty();
        } catch (IOException failed) {
            throw StorageException.of(failed, file.toString(), false).asBadInput();
        }
    }

    private static Optional<String> carried(byte[] bytes, String place) {
        if (EmbeddedSession.isPicture(bytes)) {
            return Optional.of(EmbeddedSession.in(bytes, place));
        }
        return Npz.isZip(bytes) ? Optional.of(ofWeights(bytes, place)) : Optional.empty();
    }

    private static String ofWeights(byte[] bytes, String place) {
        String text = Checkpoint.session(bytes, place);
        if (text.isEmpty()) {
            throw new BadInputException(
                    place,
                    Words.text("figure.session-file.carries-no-session"),
                    Words.text("figure.session-file.name-file-scorescope-train-has"));
        }
        return text;
    }
}
