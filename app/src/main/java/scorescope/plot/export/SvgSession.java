package scorescope.plot.export;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import scorescope.core.BadInputException;
import scorescope.core.io.InputText;
import scorescope.words.Words;

/**
 * Reads the session from an SVG file in any form of XML: with any encoding, prefix, document type or comments, and also
 * compressed by gzip (SVGZ).
 */
final class SvgSession {
    private static final int LARGEST = 512 << 20;
    private static final int GZIP = 0x1f8b;

    private SvgSession() {}

    /**
     * Whether a file with these first bytes is XML (its first character that is not blank is {@code <}) or compressed
     * by gzip.
     */
    static boolean isXml(byte[] start) {
        return isPacked(start) || text(start, true).stripLeading().startsWith("<");
    }

    /**
     * The text of the first element in the namespace of sessions.
     *
     * @param place what to call the file in messages
     * @throws BadInputException if the file is not well-formed up to there
     */
    static Optional<String> in(byte[] bytes, String place) {
        byte[] file = isPacked(bytes) ? unpacked(bytes, place) : bytes;
        try {
            var xml = reader(file);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && SvgPainter.NAMESPACE.equals(xml.getNamespaceURI())) {
                    return Optional.of(content(xml));
                }
            }
            return Optional.empty();
        } catch (XMLStreamException e) {
            throw new BadInputException(
                    Words.text("figure.svg-session.line", place, e.getLocation().getLineNumber()),
                    Words.text("figure.svg-session.not-readable-svg-png"),
                    Words.text("figure.svg-session.export-figure-again"));
        }
    }

    /** All text in the element at which {@code xml} stands, and in elements that another program put inside it. */
    private static String content(XMLStreamReader xml) throws XMLStreamException {
        var text = new StringBuilder();
        int depth = 1;
        while (depth > 0) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS,
                        XMLStreamConstants.CDATA,
                        XMLStreamConstants.SPACE,
                        XMLStreamConstants.ENTITY_REFERENCE -> text.append(xml.getText());
                default -> {} // comments and instructions of other programs
            }
        }
        return text.toString();
    }

    /**
     * A reader of the file. Characters are decoded here if the encoding is evident, since XML allows nothing before its
     * declaration, but some programs write blank lines there. Nothing outside the file is read.
     */
    private static XMLStreamReader reader(byte[] file) throws XMLStreamException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty("http://java.sun.com/xml/stream/properties/ignore-external-dtd", true);
        factory.setXMLResolver((_, _, _, _) -> new ByteArrayInputStream(new byte[0]));
        String text = text(file, false);
        return text.isEmpty()
                ? factory.createXMLStreamReader(new ByteArrayInputStream(file))
                : factory.createXMLStreamReader(new StringReader(text.stripLeading()));
    }

    /**
     * The file's characters; empty if only its declaration states its encoding.
     *
     * @param lenient whether a character may be cut off at the end
     */
    private static String text(byte[] file, boolean lenient) {
        return InputText.decode(file).orElseGet(() -> lenient ? new String(file, StandardCharsets.ISO_8859_1) : "");
    }

    private static boolean isPacked(byte[] bytes) {
        return bytes.length > 2 && (((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff)) == GZIP;
    }

    private static byte[] unpacked(byte[] bytes, String place) {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            byte[] file = in.readNBytes(LARGEST);
            if (in.read() < 0) {
                return file;
            }
        } catch (IOException damaged) {
            throw new BadInputException(
                    place,
                    Words.text("figure.svg-session.cut-off-damaged"),
                    Words.text("figure.svg-session.export-figure-again"));
        }
        throw new BadInputException(
                place,
                Words.text("figure.svg-session.larger-than-mb", LARGEST >> 20),
                Words.text("figure.svg-session.export-figure-again"));
    }
}
