package scorescope.plot.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import scorescope.plot.figure.Figure;
import scorescope.words.Words;

/**
 * Figures as PDF 1.5, one page of the figure's size: text in embedded TrueType subsets, tagged as one figure with its
 * description, the session attached as a file. It contains neither dates nor random numbers: equal figures have equal
 * bytes.
 */
public final class PdfExport implements ExportFormat {
    private static final float VERSION = 1.5f;

    @Override
    public String extension() {
        return "pdf";
    }

    @Override
    public String title() {
        return Words.text("figure.pdf-export.pdf-document");
    }

    @Override
    public boolean recognises(byte[] start) {
        return PdfSession.isPdf(start);
    }

    @Override
    public Optional<String> session(byte[] file, String place) {
        return PdfSession.in(file, place);
    }

    @Override
    public ExportedFigure encode(Figure figure, ExportOptions options) {
        try (var document = new PDDocument()) {
            document.getDocument().setVersion(VERSION);
            // Replaces the clock in the file's identifier.
            document.setDocumentId(1L);
            var page = new PDPage(new PDRectangle((float) figure.width(), (float) figure.height()));
            document.addPage(page);
            describe(document, page, figure.description(), figure.alternative().get());
            var rastered = draw(document, page, figure);
            options.session().ifPresent(json -> PdfSession.attach(document, json.getBytes(StandardCharsets.UTF_8)));
            var out = new ByteArrayOutputStream();
            // Object streams would make pdflatex warn when it includes the file.
            document.save(out, CompressParameters.NO_COMPRESSION);
            return ExportedFigure.of(out.toByteArray(), rastered);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<ExportedFigure.Rastered> draw(PDDocument document, PDPage page, Figure figure)
            throws IOException {
        try (var content = new PDPageContentStream(document, page)) {
            var marked = new COSDictionary();
            marked.setInt(COSName.MCID, 0);
            content.beginMarkedContent(
                    COSName.getPDFName(StandardStructureTypes.Figure), PDPropertyList.create(marked));
            var painter = new PdfPainter(document, content, figure.height());
            var rastered = HybridPainter.draw(figure, painter, HybridPainter.MOST_MARKS);
            painter.unclip();
            content.endMarkedContent();
            return rastered;
        }
    }

    /** Title, language and the alternative text of the page's one element. */
    private static void describe(PDDocument document, PDPage page, String title, String alternative) {
        var catalog = document.getDocumentCatalog();
        catalog.setLanguage("en");
        document.getDocumentInformation().setTitle(title);
        document.getDocumentInformation().setCreator("Scorescope");
        var preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        catalog.setViewerPreferences(preferences);
        var mark = new PDMarkInfo();
        mark.setMarked(true);
        catalog.setMarkInfo(mark);
        var root = new PDStructureTreeRoot();
        catalog.setStructureTreeRoot(root);
        var element = new PDStructureElement(StandardStructureTypes.Figure, root);
        element.setPage(page);
        element.setAlternateDescription(alternative);
        element.getCOSObject().setInt(COSName.K, 0);
        root.appendKid(element);
        page.setStructParents(0);
        var parents = new PDNumberTreeNode(PDParentTreeValue.class);
        var elements = new COSArray();
        elements.add(element);
        parents.setNumbers(Map.of(0, new PDParentTreeValue(elements)));
        root.setParentTree(parents);
        root.setParentTreeNextKey(1);
    }
}
