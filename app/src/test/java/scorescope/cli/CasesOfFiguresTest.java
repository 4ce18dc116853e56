package scorescope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import scorescope.core.density.NoisedMixture;
import scorescope.core.field.CriticalPoint;
import scorescope.core.field.CriticalPoints;
import scorescope.core.noise.NoiseLevel;
import scorescope.plot.export.SessionFile;
import scorescope.plot.paint.Typeface;
import scorescope.session.source.Resolved;

/** Inputs that once gave wrong pictures, drawn by the command line. Each test names its cases. */
class CasesOfFiguresTest {
    @TempDir
    Path folder;

    /** A text of a figure with its left end and width in points. */
    private record Label(String text, double left, double width) {}

    private Element figure(String name, String session) throws Exception {
        var output = folder.resolve("a.svg");
        new Case(name).run("figure @" + session + " -o " + output).done();
        var factory = DocumentBuilderFactory.newInstance();
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(Files.readAllBytes(output)))
                .getDocumentElement();
    }

    private static List<Element> elements(Element root, String tag) {
        var found = new ArrayList<Element>();
        var nodes = root.getElementsByTagName(tag);
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }

    private static String words(Element figure) {
        var all = new StringBuilder();
        elements(figure, "text")
                .forEach(text -> all.append(text.getTextContent()).append('\n'));
        return all.toString();
    }

    /** arrow-where-the-score-is-zero: s(0) = 0, so that there is no arrow within a quarter of their spacing. */
    @Test
    void noArrowWhereTheScoreIsZero() throws Exception {
        var root = figure("arrow-where-the-score-is-zero", "q.json");
        var clip = (Element) root.getElementsByTagName("clipPath").item(0).getFirstChild();
        double width = Double.parseDouble(clip.getAttribute("width"));
        double x = Double.parseDouble(clip.getAttribute("x")) + width / 2;
        double y = Double.parseDouble(clip.getAttribute("y")) + Double.parseDouble(clip.getAttribute("height")) / 2;
        var layer = elements(root, "g").stream()
                .filter(group -> group.getAttribute("id").contains("quiver"))
                .findFirst()
                .orElseThrow();
        int starts = 0;
        var start = Pattern.compile("M(-?[0-9.]+)[ ]?(-?[0-9.]+)l(-?[0-9.]+)");
        for (var path : elements(layer, "path")) {
            var found = start.matcher(path.getAttribute("d"));
            while (found.find()) {
                double away =
                        Math.hypot(Double.parseDouble(found.group(1)) - x, Double.parseDouble(found.group(2)) - y);
                assertTrue(away > width / 7 / 4, "an arrow " + away + " pt from the mode");
                starts++;
            }
        }
        assertTrue(starts >= 48, "the other arrows are there: " + starts);
    }

    /** circle-at-small-noise, three-gaussians-from-afar: the legend states the density's own maximum. */
    @Test
    void theMaximumIsTheDensitysOwn() throws Exception {
        assertTrue(words(figure("circle-at-small-noise", "ci_0.002.json")).contains("99.47"));
        var afar = words(figure("three-gaussians-from-afar", "fig_million.json"));
        assertTrue(afar.contains("averaged over each pixel") && afar.contains("0.104"), afar);
    }

    /** colour-bar-of-an-empty-field. */
    @Test
    void anEmptyFieldHasNoScaleAndNoContours() throws Exception {
        var words = words(figure("colour-bar-of-an-empty-field", "fig_far.json"));
        assertTrue(words.contains("p = 0 here to machine precision"), words);
        assertFalse(words.contains("of its maximum") || words.contains("narrower") || words.contains("10⁻³⁸"), words);
    }

    /** math-contours-zoom-legend: no contour lies in this view, where p is at most 1.6 % of its maximum. */
    @Test
    void contoursAreSharesOfTheDensitysMaximum() throws Exception {
        var root = figure("math-contours-zoom-legend", "session.scorescope.json");
        var words = words(root).replace('\n', ' ');
        assertTrue(words.contains("no contour in view") && words.contains("1.6 % of its maximum"), words);
        assertTrue(
                elements(root, "g").stream()
                        .filter(group -> group.getAttribute("id").contains("contours"))
                        .allMatch(group -> elements(group, "path").isEmpty()),
                "no line is drawn");
    }

    /** figure-close-zoom, three-gaussians-from-afar: numbers on an axis do not overlap, and there are at least two. */
    @Test
    void numbersOnAxesDoNotTouch() throws Exception {
        for (var one : List.of(
                List.of("figure-close-zoom", "fig_zoomoff.json"),
                List.of("three-gaussians-from-afar", "fig_million.json"))) {
            var lines = new TreeMap<Double, List<Label>>();
            for (var text : elements(figure(one.get(0), one.get(1)), "text")) {
                if (!text.getAttribute("text-anchor").equals("middle")
                        || text.getElementsByTagName("tspan").getLength() > 0) {
                    continue;
                }
                double size = Double.parseDouble(text.getAttribute("font-size"));
                double width = Typeface.width(text.getTextContent(), size, false);
                double left = Double.parseDouble(text.getAttribute("x")) - width / 2;
                lines.computeIfAbsent(Double.parseDouble(text.getAttribute("y")), _ -> new ArrayList<>())
                        .add(new Label(text.getTextContent(), left, width));
            }
            assertTrue(lines.values().stream().anyMatch(line -> line.size() >= 2), one + ": " + lines);
            for (Map.Entry<Double, List<Label>> line : lines.entrySet()) {
                double end = Double.NEGATIVE_INFINITY;
                for (var label : line.getValue()) {
                    assertTrue(label.left() > end + 2, one + ": " + line.getValue());
                    end = label.left() + label.width();
                }
            }
        }
    }

    /** math-critical-missing-b: the pair whose indices cancel is found, and drawn. */
    @Test
    void criticalPointsWhoseIndicesCancelAreFound() throws IOException {
        var one = new Case("math-critical-missing-b");
        var session = SessionFile.read(one.file("session.scorescope.json"));
        var mixture = new NoisedMixture(Resolved.mixture(session), NoiseLevel.plain(0));
        var found = CriticalPoints.of(mixture);
        assertTrue(found.complete());
        var expected = Files.readString(one.file("expected.json"), StandardCharsets.UTF_8);
        var point = Pattern.compile(
                        "\"kind\"\\s*:\\s*\"(\\w+)\"[^}]*?\"x\"\\s*:\\s*([-0-9.e]+)[^}]*?\"y\"\\s*:\\s*([-0-9.e]+)")
                .matcher(expected);
        int count = 0;
        while (point.find()) {
            var kind = point.group(1).equals("min") ? CriticalPoint.Kind.MINIMUM : CriticalPoint.Kind.SADDLE;
            double x = Double.parseDouble(point.group(2));
            double y = Double.parseDouble(point.group(3));
            assertEquals(
                    1,
                    found.points().stream()
                            .filter(p -> p.kind() == kind && Math.hypot(p.x() - x, p.y() - y) < 1e-9)
                            .count(),
                    kind + " at " + x + ", " + y);
            count++;
        }
        assertEquals(2, count);
    }
}
