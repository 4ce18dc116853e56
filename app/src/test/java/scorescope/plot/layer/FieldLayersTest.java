package scorescope.plot.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.BadInputException;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.parameter.Parameters;
import scorescope.plot.color.ColorBar;
import scorescope.plot.color.ColorMapCatalog;
import scorescope.plot.figure.PanelContent;
import scorescope.plot.guide.Legend;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.RecordingPainter;
import scorescope.plot.paint.Style;
import scorescope.plot.paint.Viewport;
import scorescope.plot.scene.Examples;
import scorescope.plot.scene.Scene;
import scorescope.plot.scene.ShownLayers;

class FieldLayersTest {
    private static final Viewport SQUARE = Viewport.fit(40, 30, 240, 240, -5, 5, -5, 5);
    private static final Scene EXACT = Scene.analytic(
            Examples.THREE, NoiseLevel.plain(0.5), ColorMapCatalog.named(ColorMapCatalog.QUIET, false, ""));

    private static PanelContent content(String layer, Map<String, Object> settings, Scene scene) {
        var shown = new ShownLayers(List.of(layer), Map.of(layer, new Parameters(settings)));
        var content = new PanelContent(shown, Style.SCREEN);
        content.compute(scene, SQUARE);
        return content;
    }

    private static ColorBar bar(PanelContent content) {
        return content.colorBar().orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"divergence", "curl", "eigenvalues", "hyvarinen"})
    void signedFieldsDivergeFromZero(String layer) {
        var bar = bar(content(layer, Map.of(), EXACT.learned(Examples.BENT)));
        assertEquals(-bar.high(), bar.low());
        assertTrue(bar.high() > 0);
        assertEquals("coolwarm", bar.map().name());
    }

    @Test
    void panelsThatAreComparedShareTheScale() {
        var exact = content("magnitude", Map.of(), EXACT);
        var difference = content("magnitude", Map.of(), EXACT.difference(Examples.BENT));
        double larger = Math.max(bar(exact).high(), bar(difference).high());
        assertFalse(bar(exact).high() == bar(difference).high());
        PanelContent.shareScales(List.of(exact, difference));
        assertEquals(larger, bar(exact).high());
        assertEquals(larger, bar(difference).high());
    }

    @Test
    void theTermsOfHyvarinensLossAddUp() {
        double[] ends = List.of("trace", "half-magnitude", "sum").stream()
                .mapToDouble(term ->
                        bar(content("hyvarinen", Map.of("term", term), EXACT)).high())
                .toArray();
        assertTrue(ends[2] <= ends[0] + ends[1] + 1e-6, "the sum's range lies within the terms' together");
        assertTrue(ends[0] > 0 && ends[1] > 0);
    }

    @Test
    void aShiftOfTheEnergyMovesItsNumbersAndZ() {
        var plain = content("energy", Map.of(), EXACT);
        var shifted = content("energy", Map.of("shift", 3.0), EXACT);
        assertEquals(bar(plain).low() + 3, bar(shifted).low(), 1e-5);
        double z = ((EnergyLayer) plain.layers().getFirst()).partition().value();
        assertEquals(1, z, 1e-3);
        assertEquals(
                z * Math.exp(-3),
                ((EnergyLayer) shifted.layers().getFirst()).partition().value(),
                1e-6);
    }

    @Test
    void overlaidScoresKeepTheirColoursAndHeads() {
        var painter = new RecordingPainter();
        var content = content("quiver", Map.of(), EXACT.overlay(Examples.BENT));
        content.draw(painter, SQUARE, Palette.LIGHT);
        assertEquals(1, painter.of("triangles").size(), "solid heads of the exact score alone");
        assertEquals(
                List.of(Palette.LIGHT.analytic(), Palette.LIGHT.learned()),
                painter.of("segments").stream()
                        .map(RecordingPainter.Call::color)
                        .toList());
        var words = new Legend(content.legend()).words();
        assertEquals(List.of("Analytic score", "Learned score"), words.subList(0, 2));
        assertTrue(words.getLast().contains("per data unit"), "one length for both: " + words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"divergence", "curl", "magnitude", "hyvarinen", "streamlines", "recovered", "denoising"})
    void whatShowsOneOfTwoOverlaidScoresSaysThatItIsTheLearnedOne(String layer) {
        var overlaid = new Legend(
                        content(layer, Map.of(), EXACT.overlay(Examples.BENT)).legend())
                .words();
        assertEquals(1, overlaid.size());
        assertTrue(overlaid.getFirst().contains("learned score"), overlaid.toString());
        var alone = new Legend(
                        content(layer, Map.of(), EXACT.learned(Examples.BENT)).legend())
                .words();
        assertFalse(alone.toString().contains("learned"), "a panel of one score has a caption: " + alone);
    }

    @Test
    void densityBackFromTheExactScoreIsTheDensity() {
        var painter = content("recovered", Map.of("show", "difference"), EXACT);
        assertTrue(bar(painter).high() < 1e-3, "off by " + bar(painter).high());
    }

    @Test
    void criticalPointsHaveAShapeEach() {
        var painter = new RecordingPainter();
        var content = content("critical-points", Map.of("paths", "hidden"), EXACT);
        content.draw(painter, SQUARE, Palette.LIGHT);
        assertEquals(2 * 3, painter.of("discs").size(), "a rimmed disc for each of three maxima");
        assertEquals(2 * 2, painter.of("segments").size(), "a rimmed cross for each of two saddles");
        assertEquals(List.of("maximum", "saddle", "minimum"), new Legend(content.legend()).words());
    }

    @Test
    void settingsAreRefusedByTheirPlace() {
        var unknown =
                assertThrows(BadInputException.class, () -> content("quiver", Map.of("scalling", "length"), EXACT));
        assertEquals("view.settings.quiver.scalling", unknown.place());
        assertTrue(unknown.remedy().contains("scaling"), unknown.remedy());
        var shown = new ShownLayers(List.of("density"), Map.of("quiver", new Parameters(Map.of("across", 1000L))));
        var large = assertThrows(BadInputException.class, () -> LayerCatalog.check(shown));
        assertEquals("view.settings.quiver.across", large.place());
    }
}
