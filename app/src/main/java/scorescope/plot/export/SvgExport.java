package scorescope.plot.export;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import scorescope.core.BadInputException;
import scorescope.plot.figure.Figure;

/** Figures as SVG, in millimetres, with real text. */
public final class SvgExport implements ExportFormat {
    @Override
    public String extension() {
        return "svg";
    }

    @Override
    public String title() {
        return "SVG vector graphics";
    }

    @Override
    public byte[] encode(Figure figure, ExportOptions options) {
        var painter = new SvgPainter();
        figure.draw(painter);
        return painter.document(figure.width(), figure.height(), figure.description(), options.session())
                .getBytes(StandardCharsets.UTF_8);
    }

    /** An angle bracket, after a byte order mark and white space. */
    @Override
    public boolean recognises(byte[] start) {
        var text = new String(start, StandardCharsets.UTF_8);
        return (text.startsWith("\ufeff") ? text.substring(1) : text)
                .stripLeading()
                .startsWith("<");
    }

    @Override
    public Optional<String> session(byte[] bytes, String place) {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            var xml = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && SvgPainter.NAMESPACE.equals(xml.getNamespaceURI())) {
                    return Optional.of(xml.getElementText());
                }
            }
            return Optional.empty();
        } catch (XMLStreamException e) {
            throw new BadInputException(
                    place + ", line " + e.getLocation().getLineNumber(),
                    "not a readable SVG or PNG",
                    "export the figure again");
        }
    }
}
