package scorescope.plot.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.font.PDCIDFontType2;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.BadInputException;
import scorescope.plot.figure.Figure;
import scorescope.plot.paint.Typeface;
import scorescope.plot.picture.Pictures;
import scorescope.plot.scene.Examples;
import scorescope.plot.scene.Findings;
import scorescope.plot.scene.Source;
import scorescope.session.FigurePanel;
import scorescope.session.FigureSpec;
import scorescope.session.Patch;
import scorescope.session.SessionDefaults;

class PdfExportTest {
    private static final String JSON = "{\"title\": \"σ < 1 & ]]> \\\"x̃\\\" endstream\",\n  \"layers\": []}\n";

    private static Figure sideBySide() {
        return Examples.figure("quiet", "85mm", Source.ANALYTIC, Source.LEARNED);
    }

    private static byte[] pdf(Figure figure) {
        return new PdfExport().encode(figure, ExportOptions.carrying(JSON)).file();
    }

    /** A picture whose panel's title has accents, subscripts and kerning. */
    private static Figure titled(String title) {
        var panel = new FigurePanel(Patch.NONE, Optional.of(title), Optional.empty());
        var session = SessionDefaults.opening().withFigure(new FigureSpec("120mm", List.of(panel)));
        return Pictures.of(session, Findings.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"85mm", "3.25in", "183mm"})
    void thePageHasTheFiguresSize(String width) throws IOException {
        var figure = Examples.figure("quiet", width, Source.ANALYTIC);
        try (var document = Loader.loadPDF(pdf(figure))) {
            assertEquals(1, document.getNumberOfPages());
            assertEquals(1.5f, document.getVersion());
            var box = document.getPage(0).getMediaBox();
            assertEquals(figure.width(), box.getWidth(), 0.001);
            assertEquals(figure.height(), box.getHeight(), 0.001);
        }
    }

    @Test
    void everyFontIsAnEmbeddedTrueTypeSubsetWithAMapToUnicode() throws IOException {
        try (var document = Loader.loadPDF(pdf(titled("A title")))) {
            var resources = document.getPage(0).getResources();
            int fonts = 0;
            for (var name : resources.getFontNames()) {
                var font = (PDType0Font) resources.getFont(name);
                assertTrue(font.getDescendantFont() instanceof PDCIDFontType2, font.getName());
                assertTrue(font.isEmbedded() && font.getName().matches("[A-Z]{6}\\+Inter.*"), font.getName());
                assertTrue(font.getCOSObject().containsKey("ToUnicode"), font.getName());
                fonts++;
            }
            assertEquals(2, fonts);
        }
    }

    @Test
    void textIsText() throws IOException {
        try (var document = Loader.loadPDF(pdf(titled("AVATAR $\\nabla\\log p_\\sigma(\\tilde x)$")))) {
            var text = new PDFTextStripper().getText(document);
            assertTrue(text.contains("σ = 0.5"), text);
            assertTrue(text.contains("∇") && text.contains("x̃"), text);
            assertTrue(text.contains("AVATAR"), text);
        }
    }

    /** Texts have in the file the widths used for layout, kerning included, within 0.02 pt. */
    @Test
    void lettersStandWhereTheyWereMeasured() throws IOException {
        var figure = titled("AVATAR To Wave");
        try (var document = Loader.loadPDF(pdf(figure))) {
            var letters = new ArrayList<TextPosition>();
            new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition text) {
                    letters.add(text);
                }
            }.getText(document);
            var all = new StringBuilder();
            letters.forEach(letter -> all.append(letter.getUnicode()));
            for (var word : List.of("AVATAR", "Wave")) {
                int at = all.indexOf(word);
                assertTrue(at >= 0, all.toString());
                var first = letters.get(at);
                var last = letters.get(at + word.length() - 1);
                boolean bold = first.getFont().getName().contains("SemiBold");
                double width = last.getX() + last.getWidth() - first.getX();
                assertEquals(Typeface.width(word, first.getFontSizeInPt(), bold), width, 0.02, word);
            }
        }
    }

    @Test
    void thePageIsOneFigureWithADescription() throws IOException {
        var figure = sideBySide();
        try (var document = Loader.loadPDF(pdf(figure))) {
            var catalog = document.getDocumentCatalog();
            assertTrue(catalog.getMarkInfo().isMarked());
            assertEquals("en", catalog.getLanguage());
            var kid = (PDStructureElement)
                    catalog.getStructureTreeRoot().getKids().getFirst();
            assertEquals("Figure", kid.getStructureType());
            assertEquals(figure.alternative().get(), kid.getAlternateDescription());
            assertEquals(figure.description(), document.getDocumentInformation().getTitle());
        }
    }

    @Test
    void aFigureHasNoDate() throws IOException {
        try (var document = Loader.loadPDF(pdf(sideBySide()))) {
            var information = document.getDocumentInformation();
            assertEquals(null, information.getCreationDate());
            assertEquals(null, information.getModificationDate());
        }
    }

    @Test
    void theSessionIsAttachedAndRead() {
        byte[] file = pdf(sideBySide());
        assertTrue(new PdfExport().recognises(file));
        assertEquals(Optional.of(JSON), new PdfExport().session(file, "f.pdf"));
        byte[] bare = new PdfExport()
                .encode(sideBySide(), new ExportOptions(300, Optional.empty()))
                .file();
        assertEquals(Optional.empty(), new PdfExport().session(bare, "f.pdf"));
        assertFalse(new String(bare, StandardCharsets.ISO_8859_1).contains("scorescope.json"));
    }

    @Test
    void aDamagedFileIsRefusedWithARemedy() {
        byte[] file = pdf(sideBySide());
        byte[] torn = Arrays.copyOf(file, 400);
        var refused = assertThrows(BadInputException.class, () -> new PdfExport().session(torn, "f.pdf"));
        assertTrue(refused.getMessage().contains("export the figure again"), refused.getMessage());
    }

    /** The page against the picture of the PNG painter at the same resolution, except text and edges. */
    @Test
    void thePageLooksLikeTheImage() throws IOException {
        var figure = sideBySide();
        int dpi = 144;
        var image = javax.imageio.ImageIO.read(new java.io.ByteArrayInputStream(new PngExport()
                .encode(figure, new ExportOptions(dpi, Optional.empty()))
                .file()));
        try (PDDocument document = Loader.loadPDF(pdf(figure))) {
            var page = new PDFRenderer(document).renderImageWithDPI(0, dpi);
            assertEquals(image.getWidth(), page.getWidth(), 1);
            assertEquals(image.getHeight(), page.getHeight(), 1);
            var differences = new ArrayList<Integer>();
            for (int i = 0; i < Math.min(page.getHeight(), image.getHeight()); i++) {
                for (int j = 0; j < Math.min(page.getWidth(), image.getWidth()); j++) {
                    int a = image.getRGB(j, i);
                    int b = page.getRGB(j, i);
                    differences.add(Math.max(
                            Math.abs((a & 0xff) - (b & 0xff)),
                            Math.max(
                                    Math.abs((a >> 8 & 0xff) - (b >> 8 & 0xff)),
                                    Math.abs((a >> 16 & 0xff) - (b >> 16 & 0xff)))));
                }
            }
            Collections.sort(differences);
            int n = differences.size();
            assertTrue(differences.get(n / 2) <= 2, "median " + differences.get(n / 2));
            assertTrue(differences.get(n * 9 / 10) <= 24, "nine tenths " + differences.get(n * 9 / 10));
            assertTrue(
                    differences.stream().mapToInt(d -> d).average().orElseThrow() < 6,
                    "mean " + differences.stream().mapToInt(d -> d).average().orElseThrow());
        }
    }
}
