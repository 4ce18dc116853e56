package scorescope.plot.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import scorescope.core.BadInputException;
import scorescope.core.io.InputFile;
import scorescope.core.io.StorageException;
import scorescope.session.Carried;
import scorescope.session.DensitySpec;
import scorescope.session.ScoreSpec;
import scorescope.session.Session;
import scorescope.session.codec.SessionJson;
import scorescope.session.source.Resolved;
import scorescope.session.source.SourceBytes;
import scorescope.words.Words;

/** The session that travels inside an exported figure, as the text of its JSON. */
public final class EmbeddedSession {
    static final String NAMESPACE = "urn:scorescope:session";

    private EmbeddedSession() {}

    /**
     * The text of {@code session} as a picture carries it: points from a file stand in it themselves, so that the
     * picture needs no CSV file beside it, and a network's file is named with its SHA-256.
     *
     * @param folder where the picture will lie; files under it are named relative to it
     * @throws BadInputException if a file that the session names is missing, altered or malformed
     */
    public static String text(Session session, Path folder) {
        var density =
                switch (session.density()) {
                    case DensitySpec.File file -> points(session, file);
                    case DensitySpec.Preset _, DensitySpec.Components _, DensitySpec.Points _ -> session.density();
                };
        var score =
                switch (session.score()) {
                    case ScoreSpec.Learned learned ->
                        learned.file()
                                .<ScoreSpec>map(file -> new ScoreSpec.Learned(
                                        Optional.of(file),
                                        Optional.of(Carried.sha256(SourceBytes.of(
                                                session.carried(), Optional.of(file), learned.sha256(), "score")))))
                                .orElse(learned);
                    case ScoreSpec.Analytic analytic -> analytic;
                };
        return SessionJson.toText(session.withDensity(density).withScore(score), folder);
    }

    private static DensitySpec points(Session session, DensitySpec.File file) {
        var xy = new ArrayList<Double>();
        for (var component : Resolved.mixture(session).components()) {
            xy.add(component.meanX());
            xy.add(component.meanY());
        }
        return new DensitySpec.Points(xy, file.bandwidth());
    }

    /** Whether the file may carry a session, being XML or PNG by its beginning, rather than be one, as plain JSON. */
    public static boolean isPicture(byte[] start) {
        return PngText.isPng(start) || SvgSession.isXml(start);
    }

    /**
     * Reads the session of an exported SVG or PNG.
     *
     * @throws BadInputException if the file cannot be read, is damaged, or carries no session
     */
    public static String read(Path file) {
        try {
            return in(InputFile.bytes(file), file.toString());
        } catch (IOException failed) {
            throw StorageException.of(failed, file.toString(), false).asBadInput();
        }
    }

    /** The session inside the bytes of an SVG or PNG; {@code place} names them in messages. */
    static String in(byte[] bytes, String place) {
        var session = PngText.isPng(bytes) ? PngText.under(PngFile.KEYWORD, bytes, place) : SvgSession.in(bytes, place);
        return session.orElseThrow(() -> new BadInputException(
                place, Words.text("figure.embedded-session.carries-no-session"), Words.text("figure.embedded-session.open-figure-scorescope-exported-no")));
    }
}
