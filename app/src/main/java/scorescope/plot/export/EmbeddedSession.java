package scorescope.plot.export;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import scorescope.core.BadInputException;
import scorescope.session.Session;
import scorescope.session.codec.LinkText;
import scorescope.session.codec.SessionJson;
import scorescope.session.source.Sources;
import scorescope.words.Words;

/** The session that travels inside an exported figure or a link, as the text of its JSON. */
public final class EmbeddedSession {
    private EmbeddedSession() {}

    /**
     * The text of {@code session} as a picture carries it; empty if it carries none.
     *
     * @param folder where the picture will lie; files under it are named relative to it
     * @throws BadInputException if a file that the session names is missing or altered
     */
    public static Optional<String> text(Session session, Path folder, Contents contents) {
        return switch (contents) {
            case SESSION_AND_DATA -> Optional.of(SessionJson.toText(Sources.carried(session, folder), folder));
            case SESSION -> Optional.of(SessionJson.toText(Sources.hashed(session), folder));
            case NOTHING -> Optional.empty();
        };
    }

    /**
     * The session that a picture with these contents is drawn from: where it carries nothing, also captions name no file.
     *
     * @throws BadInputException if a file that the session names is missing or altered
     */
    public static Session drawn(Session session, Contents contents) {
        return contents == Contents.NOTHING ? Sources.anonymous(session) : session;
    }

    private static Stream<SessionCarrier> carriers() {
        return Stream.concat(ExportCatalog.formats().stream(), AnimationCatalog.formats().stream());
    }

    /** The format of a file that begins with these bytes, if it is one of a figure or an animation. */
    private static Optional<SessionCarrier> carrier(byte[] start) {
        return carriers().filter(format -> format.recognises(start)).findFirst();
    }

    /** Whether the bytes of a figure carry a session; not whether it can be used. */
    static boolean carries(byte[] bytes) {
        return carrier(bytes).flatMap(format -> format.session(bytes, "")).isPresent();
    }

    /** Whether the file is a figure by its first bytes, rather than plain JSON. */
    public static boolean isPicture(byte[] start) {
        return carrier(start).isPresent();
    }

    /**
     * A link to the session with the bytes of all files that it names.
     *
     * @throws BadInputException if a file is missing or altered, or all that takes more characters than a link has
     */
    public static String link(Session session) {
        var here = Path.of("").toAbsolutePath();
        return LinkText.of(SessionJson.toLine(Sources.carried(session, here), here));
    }

    /** The session inside the bytes of a figure; {@code place} names them in messages. */
    static String in(byte[] bytes, String place) {
        var format = carrier(bytes)
                .orElseThrow(() -> new BadInputException(
                        place,
                        Words.text("figure.embedded-session.no-figure-scorescope"),
                        Words.text(
                                "figure.embedded-session.open",
                                carriers()
                                        .map(SessionCarrier::extension)
                                        .filter(extension -> !extension.isEmpty())
                                        .distinct()
                                        .collect(Collectors.joining(", ")))));
        Optional<String> session = format.session(bytes, place);
        return session.orElseThrow(() -> new BadInputException(
                place,
                Words.text("figure.embedded-session.carries-no-session"),
                Words.text("figure.embedded-session.open-figure-scorescope-exported-no")));
    }
}
