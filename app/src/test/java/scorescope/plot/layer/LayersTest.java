package scorescope.plot.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.BadInputException;
import scorescope.core.measure.TypicalScore;
import scorescope.core.noise.NoiseLevel;
import scorescope.plot.color.ColorMapCatalog;
import scorescope.plot.field.ArrowScaling;
import scorescope.plot.figure.PanelContent;
import scorescope.plot.guide.Numbers;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.RecordingPainter;
import scorescope.plot.paint.Style;
import scorescope.plot.paint.Viewport;
import scorescope.plot.scene.Examples;
import scorescope.plot.scene.Particles;
import scorescope.plot.scene.Scene;
import scorescope.plot.scene.ShownLayers;

class LayersTest {
    private static final Viewport SQUARE = Viewport.fit(40, 30, 480, 480, -5, 5, -5, 5);
    private static final NoiseLevel LEVEL = NoiseLevel.plain(0.5);

    static List<String> ids() {
        return LayerCatalog.CATALOG.ids();
    }

    private static Scene scene(String map) {
        return Scene.analytic(Examples.THREE, LEVEL, ColorMapCatalog.named(map, false, ""))
                .with(Examples.particles(50, 3));
    }

    private static RecordingPainter drawn(String layer, Scene scene, Style style) {
        var content = new PanelContent(ShownLayers.of(layer), style);
        content.compute(scene, SQUARE);
        var painter = new RecordingPainter();
        content.draw(painter, SQUARE, Palette.LIGHT);
        assertFalse(painter.clipped(), "the clip is taken back");
        return painter;
    }

    @ParameterizedTest
    @MethodSource("ids")
    void everyLayerDrawsWithinReachOfThePlot(String id) {
        var painter = drawn(id, scene("quiet"), Style.SCREEN);
        assertFalse(painter.calls.isEmpty());
        for (var call : painter.calls) {
            assertTrue(call.x().length > 0, call.kind());
            for (int i = 0; i < call.x().length; i++) {
                assertTrue(call.x()[i] >= 20 && call.x()[i] <= 540, id + " x " + call.x()[i]);
                assertTrue(call.y()[i] >= 10 && call.y()[i] <= 530, id + " y " + call.y()[i]);
            }
        }
    }

    @Test
    void arrowsPointAlongTheScore() {
        var painter = drawn("quiver", scene("quiet"), Style.SCREEN);
        var heads = painter.of("triangles").getFirst();
        assertEquals(24 * 24, heads.x().length / 3);
        double[] sx = new double[1];
        double[] sy = new double[1];
        for (int k = 0; k < 24 * 24; k++) {
            int column = k % 24;
            int row = k / 24;
            double[] x = {SQUARE.dataX(40 + 20 * (column + 0.5))};
            double[] y = {SQUARE.dataY(30 + 20 * (row + 0.5))};
            double dx = heads.x()[3 * k] - (heads.x()[3 * k + 1] + heads.x()[3 * k + 2]) / 2;
            double dy = (heads.y()[3 * k + 1] + heads.y()[3 * k + 2]) / 2 - heads.y()[3 * k];
            Examples.THREE.score(x, y, 0, 1, LEVEL, sx, sy);
            double cosine = (dx * sx[0] + dy * sy[0]) / Math.hypot(dx, dy) / Math.hypot(sx[0], sy[0]);
            assertTrue(cosine > 0.999999, "arrow at " + x[0] + ", " + y[0] + ": cosine " + cosine);
        }
    }

    @Test
    void learnedArrowsDifferInShapeAndColour() {
        var analytic = drawn("quiver", scene("quiet"), Style.PAPER);
        var learned = drawn("quiver", scene("quiet").learned(Examples.BENT), Style.PAPER);
        assertEquals(1, analytic.of("triangles").size());
        assertEquals(0, learned.of("triangles").size());
        assertNotEquals(
                analytic.of("segments").getFirst().color(),
                learned.of("segments").getFirst().color());
    }

    @Test
    void arrowsHaveARimOnStrongColourMaps() {
        assertEquals(
                1, drawn("quiver", scene("quiet"), Style.PAPER).of("segments").size());
        var content = new PanelContent(ShownLayers.of("density", "quiver"), Style.PAPER);
        content.compute(scene("viridis"), SQUARE);
        var painter = new RecordingPainter();
        content.draw(painter, SQUARE, Palette.LIGHT);
        assertEquals(2, painter.of("segments").size());
        assertEquals(Palette.DARK.analytic(), painter.of("triangles").getFirst().color(), "pale colours on a dark map");
    }

    /** The arrow of a typical score fills half of its cell at every level, and the key states its magnitude. */
    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.5, 8, 80})
    void typicalArrowsAreReadableAtEveryLevel(double sigma) {
        var level = NoiseLevel.plain(sigma);
        double typical = TypicalScore.of(Examples.THREE, level);
        double reach = 3 + 1.5 * sigma;
        var viewport = Viewport.fit(40, 30, 480, 480, -reach, reach, -reach, reach);
        var content = new PanelContent(ShownLayers.of("quiver"), Style.PAPER);
        content.compute(Scene.analytic(Examples.THREE, level, ColorMapCatalog.named("quiet", false, "")), viewport);
        var key = content.legend().getLast();
        assertTrue(key.text().contains(Numbers.significant(typical, 3)), key.text());
        assertEquals(0.53 * 480 / 24, key.sample().measure(), 0.01);
        var painter = new RecordingPainter();
        content.draw(painter, viewport, Palette.LIGHT);
        var tips = painter.of("triangles").getFirst();
        // Tips lie half an arrow from the centres of the cells, which are 20 points wide.
        long specks = IntStream.range(0, tips.x().length / 3)
                .filter(k -> Math.hypot(fromCentre(tips.x()[3 * k] - 40), fromCentre(tips.y()[3 * k] - 30)) < 2.5)
                .count();
        assertTrue(specks < 0.1 * tips.x().length / 3, specks + " specks");
    }

    private static double fromCentre(double place) {
        return place - 20 * (Math.floor(place / 20) + 0.5);
    }

    @ParameterizedTest
    @EnumSource(ArrowScaling.class)
    void arrowLengthsGrowWithTheScoreAndStayInTheirCell(ArrowScaling scaling) {
        double before = 0;
        for (double magnitude = 1e-6; magnitude < 1e9; magnitude *= 10) {
            double length = scaling.length(magnitude, 10, 1e9);
            assertTrue(length >= before && length > 0 && length < 1, scaling + " " + magnitude + " " + length);
            before = length;
        }
    }

    @ParameterizedTest
    @MethodSource("styles")
    void contoursRunWhereTheDensityHasTheirLevel(Style style) {
        var painter = drawn("contours", scene("quiet"), style);
        double[] x = {2};
        double[] y = {1};
        double[] log = new double[1];
        Examples.THREE.logDensity(x, y, 0, 1, LEVEL, log);
        double peak = Math.exp(log[0]);
        for (var call : painter.calls) {
            for (int i = 0; i < call.x().length; i++) {
                x[0] = SQUARE.dataX(call.x()[i]);
                y[0] = SQUARE.dataY(call.y()[i]);
                Examples.THREE.logDensity(x, y, 0, 1, LEVEL, log);
                double share = Math.exp(log[0]) / peak;
                assertTrue(
                        ContourLayer.SHARES.stream().anyMatch(s -> Math.abs(s - share) < 0.01),
                        "at " + x[0] + ", " + y[0] + " the density is " + share + " of its peak");
            }
        }
    }

    static List<Style> styles() {
        return List.of(Style.SCREEN, Style.PAPER.withDetail(1));
    }

    @Test
    void lostParticlesAreNotDrawn() {
        double[] x = {0, Double.NaN, 1e9};
        double[] y = {0, 0, 0};
        var painter = drawn("particles", scene("quiet").with(new Particles(x, y, List.of())), Style.SCREEN);
        assertEquals(1, painter.of("discs").getFirst().x().length);
    }

    @Test
    void unknownLayerIsRefusedByItsPlace() {
        var e = assertThrows(
                BadInputException.class, () -> new PanelContent(ShownLayers.of("density", "quivr"), Style.SCREEN));
        assertEquals("view.layers[1]", e.place());
        assertTrue(e.remedy().contains("\"quiver\""), e.remedy());
    }

    /** JavaFX labels repeat words where they wrap a line with combining characters. */
    @Test
    void helpHasNoLettersWithMarksOfTheirOwn() {
        for (var kind : LayerCatalog.CATALOG.kinds()) {
            assertTrue(
                    kind.help().codePoints().noneMatch(c -> Character.getType(c) == Character.NON_SPACING_MARK),
                    kind.help());
        }
    }
}
