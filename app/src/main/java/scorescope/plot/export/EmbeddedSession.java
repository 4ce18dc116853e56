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
     * The text of {@code session} for embedding in a picture; empty if the contents include none.
     *
     * @param folder of the picture; files under it are named relative to it
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
     * The session from which a picture with these contents is drawn: if it contains no session, its captions name no
     * file either.
     *
     * @throws BadInputException if a file that the session names is missing or altered
     */
    public static Session drawn(Session session, Contents contents) {
        return contents == Contents.NOTHING ? Sources.anonymous(session) : session;
    }

    private static Stream<SessionCarrier> carriers() {
        return Stream.concat(ExportCatalog.formats().stream(), AnimationCatalog.formats().stream());
    }

    /** The format of a file that begins with these bytes, if it is a figure or an animation. */
    private static Optional<SessionCarrier> carrier(byte[] start) {
        return carriers().filter(format -> format.recognises(start)).findFirst();
    }

    /** Whether the bytes of a figure contain a session, valid or not. */
    static boolean carries(byte[] bytes) {
        return carrier(bytes).flatMap(format -> session(format, bytes, "")).isPresent();
    }

    /** Whether the first bytes are those of a figure instead of plain JSON. */
    public static boolean isPicture(byte[] start) {
        return carrier(start).isPresent();
    }

    /**
     * A link to the session with the bytes of all files that it names.
     *
     * @throws BadInputException if a file is missing or altered, or the link would be too long
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
        return session(format, bytes, place)
                .orElseThrow(() -> new BadInputException(
                        place,
                        Words.text("figure.embedded-session.carries-no-session"),
                        Words.text("figure.embedded-session.open-figure-scorescope-exported-no")));
    }

    /** The text of the session; programs that clean files up may leave its element or keyword with nothing in it. */
    private static Optional<String> session(SessionCarrier format, byte[] bytes, String place) {
        return format.session(bytes, place).filter(text -> !text.isBlank());
    }
}
