package scorescope.plot.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import scorescope.core.BadInputException;
import scorescope.plot.export.png.PngFile;
import scorescope.plot.figure.Figure;
import scorescope.plot.paint.Formula;
import scorescope.plot.paint.Painter;
import scorescope.plot.paint.Palette;
import scorescope.plot.picture.Pictures;
import scorescope.plot.scene.Examples;
import scorescope.plot.scene.Findings;
import scorescope.plot.scene.Source;
import scorescope.session.DensitySpec;
import scorescope.session.FigurePanel;
import scorescope.session.FigureSpec;
import scorescope.session.Patch;
import scorescope.session.ScoreSpec;
import scorescope.session.source.Resolved;

class ExportTest {
    private static final String JSON = "{\"title\": \"σ < 1 & ]]> \\\"x̃\\\"\",\n  \"layers\": []}\n";

    @TempDir
    Path folder;

    private static Figure sideBySide() {
        return Examples.figure("quiet", "85mm", Source.ANALYTIC, Source.LEARNED);
    }

    private static Element xml(byte[] svg) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg)).getDocumentElement();
    }

    @Test
    void svgHoldsWhatTheFigureShows() throws Exception {
        var root = xml(new SvgExport()
                .encode(sideBySide(), ExportOptions.carrying(JSON))
                .file());
        assertEquals("85mm", root.getAttribute("width"));
        assertTrue(root.getAttribute("viewBox").startsWith("0 0 240.94 "), root.getAttribute("viewBox"));
        assertEquals(3, root.getElementsByTagName("image").getLength(), "two densities and a colour bar");
        assertEquals(2, root.getElementsByTagName("clipPath").getLength());
        var words = root.getTextContent();
        assertTrue(words.contains("Analytic score") && words.contains("Learned score"), words);
        assertTrue(words.contains("σ = 0.5") && words.contains("140 particles"), words);
        int paths = root.getElementsByTagName("path").getLength();
        assertTrue(paths < 120, "arrows and particles are merged: " + paths + " paths");
        assertTrue(root.getAttribute("font-family").startsWith("Inter"), "real text");
    }

    private static Set<String> names(byte[] svg) throws Exception {
        var root = xml(svg);
        var names = new TreeSet<String>();
        var clips = root.getElementsByTagName("clipPath");
        for (int i = 0; i < clips.getLength(); i++) {
            names.add(((Element) clips.item(i)).getAttribute("id"));
        }
        var families = root.getAttribute("font-family");
        var family = families.substring(0, families.indexOf(','));
        assertTrue(root.getElementsByTagName("style").item(0).getTextContent().contains("font-family:" + family));
        names.add(family);
        return names;
    }

    @Test
    void figuresInOnePageShareNoNames() throws Exception {
        var one = new SvgExport()
                .encode(sideBySide(), ExportOptions.carrying(JSON))
                .file();
        var other = new SvgExport()
                .encode(Examples.figure("quiet", "120mm", Source.ANALYTIC), ExportOptions.carrying(JSON))
                .file();
        assertTrue(Collections.disjoint(names(one), names(other)), names(one) + " and " + names(other));
        assertEquals(
                names(one),
                names(new SvgExport()
                        .encode(sideBySide(), ExportOptions.carrying(JSON))
                        .file()));
        var text = new String(one, StandardCharsets.UTF_8);
        for (var name : names(one)) {
            assertTrue(name.startsWith("Inter") || text.contains("url(#" + name + ")"), name);
        }
    }

    @Test
    void svgStaysSmall() {
        int bytes = new SvgExport()
                .encode(sideBySide(), ExportOptions.carrying(JSON))
                .file()
                .length;
        assertTrue(bytes < 250_000, bytes + " bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.svg", "a.png"})
    void sessionTravelsInTheFile(String name) throws Exception {
        var file = folder.resolve(name);
        ExportCatalog.write(sideBySide(), file, ExportOptions.carrying(JSON));
        assertEquals(JSON, EmbeddedSession.in(Files.readAllBytes(file), file.toString()));
        assertTrue(EmbeddedSession.isPicture(Files.readAllBytes(file)));
        assertFalse(EmbeddedSession.isPicture(JSON.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.svg", "a.png"})
    void cutOffPictureIsRefused(String name) throws Exception {
        var file = folder.resolve(name);
        ExportCatalog.write(sideBySide(), file, new ExportOptions(100, Optional.empty()));
        assertThrows(
                BadInputException.class,
                () -> EmbeddedSession.in(Files.readAllBytes(file), file.toString()),
                "carries no session");
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, 60));
        var e = assertThrows(
                BadInputException.class, () -> EmbeddedSession.in(Files.readAllBytes(file), file.toString()));
        assertTrue(e.getMessage().contains(name), e.getMessage());
    }

    @Test
    void pngHasItsSizeAndResolution() throws Exception {
        var figure = sideBySide();
        byte[] png = new PngExport()
                .encode(figure, new ExportOptions(150, Optional.of(JSON)))
                .file();
        var reader = ImageIO.getImageReadersByFormatName("png").next();
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(png))) {
            reader.setInput(in);
            assertEquals(Math.round(85 / 25.4 * 150), reader.getWidth(0));
            assertEquals(Math.round(figure.height() / 72 * 150), reader.getHeight(0));
            var tree = (Element) reader.getImageMetadata(0).getAsTree("javax_imageio_png_1.0");
            var physical = (Element) tree.getElementsByTagName("pHYs").item(0);
            assertEquals("5906", physical.getAttribute("pixelsPerUnitXAxis"));
            assertEquals("meter", physical.getAttribute("unitSpecifier"));
            var text = (Element) tree.getElementsByTagName("iTXtEntry").item(0);
            assertEquals(JSON, text.getAttribute("text"));
            var described = (Element) tree.getElementsByTagName("iTXtEntry").item(1);
            assertEquals("Description", described.getAttribute("keyword"));
            assertEquals(figure.alternative().get(), described.getAttribute("text"));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void pngKeepsEveryPixel(boolean opaque) throws Exception {
        var random = new Random(11);
        int[] pixels =
                random.ints(37 * 23).map(p -> opaque ? p | 0xff000000 : p).toArray();
        byte[] png = PngFile.of(pixels, 37, 23);
        var image = ImageIO.read(new ByteArrayInputStream(png));
        assertArrayEquals(pixels, image.getRGB(0, 0, 37, 23, null, 0, 37));
    }

    @ParameterizedTest
    @ValueSource(strings = {"figure.svgg", "figure", "figure.jpg"})
    void unknownFormatsAreRefusedBeforeAnythingIsWritten(String name) {
        var file = folder.resolve(name);
        var e = assertThrows(
                BadInputException.class, () -> ExportCatalog.write(sideBySide(), file, ExportOptions.carrying("{}")));
        assertTrue(e.remedy().contains(".svg"), e.remedy());
        assertFalse(Files.exists(file));
    }

    @Test
    void missingFolderIsRefused() {
        var file = folder.resolve("none/figure.svg");
        assertThrows(
                BadInputException.class, () -> ExportCatalog.write(sideBySide(), file, ExportOptions.carrying("{}")));
    }

    @Test
    void panelsThatCannotBeShownAreRefused() {
        var session = Examples.session("quiet", "85mm", Source.LEARNED);
        assertEquals(
                "score.source",
                assertThrows(BadInputException.class, () -> Pictures.of(session, Findings.NONE))
                        .place());
        var odd = session.withFigure(new FigureSpec("85mm", List.of(FigurePanel.of(Patch.of("score.sources", 1)))));
        assertEquals(
                "figure.panels[0].score.sources",
                assertThrows(BadInputException.class, () -> Pictures.of(odd, Examples.findings()))
                        .place());
    }

    @Test
    void captionFlowsAsOneTextInWhateverFace() throws Exception {
        var figure = Examples.figure("quiet", "120mm", Source.ANALYTIC);
        var texts = xml(new SvgExport()
                        .encode(figure, ExportOptions.carrying(JSON))
                        .file())
                .getElementsByTagName("text");
        var lines = java.util.stream.IntStream.range(0, texts.getLength())
                .mapToObj(i -> texts.item(i).getTextContent())
                .toList();
        assertTrue(lines.contains("Analytic score∇ log pσ(x)"), lines.toString());
        assertTrue(lines.containsAll(java.util.List.of("x1", "x2", "pσ(x)")), lines.toString());
    }

    @Test
    void raisedAndLoweredPiecesReturnToTheirBaseline() throws Exception {
        var painter = new SvgPainter();
        Formula.parse("a^{2}b_{i}c").draw(painter, 10, 20, 10, false, Painter.Align.RIGHT, Palette.LIGHT.text());
        var root = xml(
                painter.document(50, 50, "", "", Optional.empty()).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        var text = (Element) root.getElementsByTagName("text").item(0);
        assertEquals("end", text.getAttribute("text-anchor"));
        var shifts = new java.util.ArrayList<String>();
        var pieces = text.getElementsByTagName("tspan");
        for (int i = 0; i < pieces.getLength(); i++) {
            shifts.add(((Element) pieces.item(i)).getAttribute("dy"));
        }
        assertEquals(java.util.List.of("", "-3.6", "3.6", "2.2", "-2.2"), shifts);
        assertTrue(root.getElementsByTagName("style").item(0).getTextContent().contains("font/ttf;base64,"));
    }

    @Test
    void pointsTravelInsideThePicture() throws Exception {
        var csv = folder.resolve("points.csv");
        Files.writeString(csv, "x,y\n0.1,2\n-3e-7,0.3333333333333333\n");
        var session = Examples.session("quiet", "85mm", Source.ANALYTIC)
                .withDensity(new DensitySpec.File(csv).withPointWidth(0.25));
        var expected = Resolved.mixture(session);
        var picture = folder.resolve("a.svg");
        ExportCatalog.write(
                sideBySide(),
                picture,
                new ExportOptions(
                        ExportOptions.PRINT_DPI, EmbeddedSession.text(session, folder, Contents.SESSION_AND_DATA)));
        Files.delete(csv);
        assertEquals(
                expected.components(),
                Resolved.mixture(SessionFile.read(picture)).components());
    }

    @Test
    void alteredNetworkOfAPictureIsAnErrorThatSaysWhich() throws Exception {
        var net = Files.writeString(folder.resolve("net.npz"), "weights");
        var session =
                Examples.session("quiet", "85mm", Source.LEARNED).withScore(new ScoreSpec.Learned(Optional.of(net)));
        var picture = folder.resolve("a.png");
        ExportCatalog.write(
                sideBySide(),
                picture,
                new ExportOptions(ExportOptions.PRINT_DPI, EmbeddedSession.text(session, folder, Contents.SESSION)));
        Files.writeString(net, "other");
        var opened = Resolved.of(SessionFile.read(picture));
        var altered = assertThrows(BadInputException.class, opened::score);
        assertTrue(
                altered.getMessage().contains("net.npz") && altered.getMessage().contains("SHA-256"),
                altered::getMessage);
        Files.delete(net);
        var missing = assertThrows(BadInputException.class, opened::score);
        assertTrue(missing.getMessage().contains("net.npz"), missing::getMessage);
    }
}
