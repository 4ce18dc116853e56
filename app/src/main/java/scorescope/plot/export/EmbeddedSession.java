package scorescope.plot.export;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import scorescope.core.BadInputException;
import scorescope.core.io.InputFile;
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

    /** Whether the file is a picture (SVG or PNG) by its first bytes, rather than plain JSON. */
    public static boolean isPicture(byte[] start) {
        return isPng(start) || startsWith(start, "<") || startsWith(start, "\ufeff<");
    }

    /**
     * Reads the session of an exported SVG or PNG.
     *
     * @throws BadInputException if the file cannot be read, is damaged, or carries no session
     */
    public static String read(Path file) {
        byte[] bytes;
        try {
            bytes = InputFile.bytes(file);
        } catch (IOException e) {
            throw new BadInputException(
                    file.toString(),
                    Words.text("figure.embedded-session.cannot-read", e.getMessage()),
                    Words.text("figure.embedded-session.check-file"));
        }
        return in(bytes, file.toString());
    }

    /** The session inside the bytes of an SVG or PNG; {@code place} names them in messages. */
    static String in(byte[] bytes, String place) {
        var session = isPng(bytes) ? inPng(bytes, place) : inSvg(bytes, place);
        return session.orElseThrow(() -> new BadInputException(
                place,
                Words.text("figure.embedded-session.carries-no-session"),
                Words.text("figure.embedded-session.open-figure-scorescope-exported-unchanged")));
    }

    private static boolean isPng(byte[] bytes) {
        return bytes.length >= 8 && Arrays.equals(bytes, 0, 8, PngFile.SIGNATURE, 0, 8);
    }

    private static boolean startsWith(byte[] bytes, String start) {
        byte[] wanted = start.getBytes(StandardCharsets.UTF_8);
        return bytes.length >= wanted.length && Arrays.equals(bytes, 0, wanted.length, wanted, 0, wanted.length);
    }

    private static Optional<String> inPng(byte[] bytes, String place) {
        var in = ByteBuffer.wrap(bytes);
        in.position(8);
        while (in.remaining() >= 12) {
            int length = in.getInt();
            byte[] type = new byte[4];
            in.get(type);
            if (length < 0 || length > in.remaining() - 4) {
                throw new BadInputException(
                        place,
                        Words.text("figure.embedded-session.png-cut-off"),
                        Words.text("figure.embedded-session.export-figure-again"));
            }
            byte[] data = new byte[length];
            in.get(data);
            in.getInt();
            if (Arrays.equals(type, "iTXt".getBytes(StandardCharsets.ISO_8859_1))) {
                var text = text(data);
                if (text.isPresent()) {
                    return text;
                }
            }
        }
        return Optional.empty();
    }

    /** The text of an uncompressed iTXt chunk under our keyword. */
    private static Optional<String> text(byte[] data) {
        byte[] keyword = (PngFile.KEYWORD + "\0\0").getBytes(StandardCharsets.ISO_8859_1);
        if (data.length < keyword.length + 3 || !Arrays.equals(data, 0, keyword.length, keyword, 0, keyword.length)) {
            return Optional.empty();
        }
        int at = keyword.length + 1;
        for (int zeros = 0; zeros < 2; at++) {
            if (at >= data.length) {
                return Optional.empty();
            }
            zeros += data[at] == 0 ? 1 : 0;
        }
        return Optional.of(new String(data, at, data.length - at, StandardCharsets.UTF_8));
    }

    private static Optional<String> inSvg(byte[] bytes, String place) {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            var xml = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT && NAMESPACE.equals(xml.getNamespaceURI())) {
                    return Optional.of(xml.getElementText());
                }
            }
            return Optional.empty();
        } catch (XMLStreamException e) {
            throw new BadInputException(
                    Words.text(
                            "figure.embedded-session.line",
                            place,
                            e.getLocation().getLineNumber()),
                    Words.text("figure.embedded-session.not-readable-svg-png"),
                    Words.text("figure.embedded-session.export-figure-again"));
        }
    }
}
