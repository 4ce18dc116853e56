package scorescope.plot.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.density.Component;
import scorescope.core.density.DensityCatalog;
import scorescope.core.density.GaussianMixture;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.parameter.Choice;
import scorescope.core.parameter.Parameters;
import scorescope.core.score.MixtureScore;
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

/** Scales, lines, arrows and texts correspond to the field. */
class HonestScalesTest {
    private static Scene scene(MixtureScore exact, double sigma) {
        return Scene.analytic(exact, NoiseLevel.plain(sigma), ColorMapCatalog.named(ColorMapCatalog.QUIET, false, ""));
    }

    private static PanelContent content(String layer, Map<String, Object> settings, Scene scene, Viewport view) {
        var shown = new ShownLayers(List.of(layer), Map.of(layer, new Parameters(settings)));
        var content = new PanelContent(shown, Style.SCREEN);
        content.compute(scene, view);
        return content;
    }

    private static Viewport view(double x0, double x1, double y0, double y1) {
        return Viewport.fit(40, 30, 200, 200, x0, x1, y0, y1);
    }

    private static String words(PanelContent content) {
        return String.join("; ", new Legend(content.legend()).words());
    }

    @Test
    void contoursStandWhereTheyAreWhileTheViewMoves() {
        var whole = content("contours", Map.of(), scene(Examples.THREE, 0.5), view(-5, 5, -5, 5));
        assertTrue(words(whole).contains("of its maximum"), words(whole));
        var away = content("contours", Map.of(), scene(Examples.THREE, 0.5), view(3, 5, 3, 5));
        assertTrue(words(away).startsWith("no contour in view"), words(away));
        var painter = new RecordingPainter();
        away.draw(painter, view(3, 5, 3, 5), Palette.LIGHT);
        assertTrue(painter.calls.stream().noneMatch(call -> call.kind().equals("segments") && call.x().length > 0));
    }

    /** In views of one mode, of a flank of another and of all, each line lies at its share of the maximum of the whole plane. */
    @ParameterizedTest
    @CsvSource({"-5, 5, -5, 5", "1, 3, 0, 2", "-2.6, -1.4, -0.6, 0.6", "2, 2.8, 1, 1.8", "-1, 1, -3, -1"})
    void contoursLieAtTheirSharesInEveryView(double x0, double x1, double y0, double y1) {
        var view = view(x0, x1, y0, y1);
        var content = content("contours", Map.of(), scene(Examples.THREE, 0.5), view);
        var painter = new RecordingPainter();
        content.draw(painter, view, Palette.LIGHT);
        double highest = 0.104366;
        int points = 0;
        for (var call : painter.calls) {
            for (int i = 0; i < call.x().length; i++) {
                double[] x = {view.dataX(call.x()[i])};
                double[] y = {view.dataY(call.y()[i])};
                var log = new double[1];
                Examples.THREE.logDensity(x, y, 0, 1, NoiseLevel.plain(0.5), log);
                double share = Math.exp(log[0]) / highest;
                double off = ContourLayer.SHARES.stream()
                        .mapToDouble(right -> Math.abs(right - share))
                        .min()
                        .orElseThrow();
                assertEquals(0, off, 0.006, share + " at " + x[0] + ", " + y[0]);
                points++;
            }
        }
        assertTrue(points > 20, points + " points");
    }

    @ParameterizedTest
    @ValueSource(doubles = {500, 5000, 5e5})
    void aDensityThatIsZeroThroughoutHasNoScale(double far) {
        var content = content("density", Map.of(), scene(Examples.THREE, 0.01), view(far, far + 10, far, far + 10));
        assertTrue(content.colorBar().isEmpty());
        assertTrue(words(content).contains("p = 0 here"), words(content));
        var lines = content("contours", Map.of(), scene(Examples.THREE, 0.01), view(far, far + 10, far, far + 10));
        assertFalse(words(lines).contains("maximum"), words(lines));
        var log = content(
                "density", Map.of("scale", "log"), scene(Examples.THREE, 0.01), view(far, far + 10, far, far + 10));
        assertTrue(log.colorBar().isPresent());
    }

    /** Fields are computed at pixel centres; the legend says that narrower features may be missing. */
    @ParameterizedTest
    @ValueSource(strings = {"energy", "divergence", "magnitude", "eigenvalues", "hyvarinen", "recovered"})
    void aFieldSaysThatItCanMissWhatIsNarrowerThanAPixel(String layer) {
        var wide = Component.isotropic(1, -2, 1, 0.7);
        for (double std : new double[] {1e-5, 1e-3, 0.01}) {
            var both = new MixtureScore(new GaussianMixture(List.of(wide, Component.isotropic(1, 0.013, 0.027, std))));
            var said = words(content(layer, Map.of(), scene(both, 0), view(-5, 5, -5, 5)));
            assertTrue(said.contains("narrower than one may be missing"), said);
        }
        var alone = new MixtureScore(new GaussianMixture(List.of(wide)));
        var said = words(content(layer, Map.of(), scene(alone, 0), view(-5, 5, -5, 5)));
        assertFalse(said.contains("narrower"), said);
    }

    /** An exact score has none in any distribution, at any level, near and far. */
    @ParameterizedTest
    @ValueSource(strings = {"eight-gaussians", "circle", "swiss-roll", "single-gaussian"})
    void theCurlOfAnExactScoreIsZeroInEveryPicture(String preset) {
        var exact = new MixtureScore(DensityCatalog.CATALOG.create(Choice.of(preset), ""));
        for (double sigma : new double[] {1e-3, 0.1, 10}) {
            for (double half : new double[] {1e-3, 5, 1e4}) {
                var content = content("curl", Map.of(), scene(exact, sigma), view(-half, half, 2 - half, 2 + half));
                assertTrue(content.colorBar().isEmpty(), preset + ", " + sigma + ", " + half);
                assertTrue(words(content).contains("= 0 everywhere"), words(content));
            }
        }
    }

    @Test
    void aCurlOfZeroHasNoScale() {
        var content = content("curl", Map.of(), scene(Examples.THREE, 0.5), view(-5, 5, -5, 5));
        assertTrue(content.colorBar().isEmpty());
        assertTrue(words(content).contains("= 0 everywhere"), words(content));
        var learned = content("curl", Map.of(), scene(Examples.THREE, 0.5).learned(Examples.BENT), view(-5, 5, -5, 5));
        assertTrue(learned.colorBar().isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"divergence", "magnitude", "eigenvalues", "energy"})
    void aBarSaysThatValuesLieBeyondIt(String layer) {
        var bar = content(layer, Map.of(), scene(Examples.THREE, 0.05), view(-5, 5, -5, 5))
                .colorBar()
                .orElseThrow();
        assertTrue(bar.above() || bar.below(), layer);
        assertTrue(bar.lying().text().contains("beyond"));
    }

    @Test
    void aBarThatHoldsAllValuesHasNoArrows() {
        var bar = content("density", Map.of(), scene(Examples.THREE, 0.5), view(-5, 5, -5, 5))
                .colorBar()
                .orElseThrow();
        assertFalse(bar.above() || bar.below());
        assertEquals(0.104366, bar.high(), 2e-6);
    }

    @Test
    void pointsNarrowerThanAPixelAreSeenAndSayHowHighTheyReach() {
        var circle = new MixtureScore(DensityCatalog.CATALOG.create(Choice.of("circle"), ""));
        var content = content("density", Map.of(), scene(circle, 0.002), view(-5, 5, -5, 5));
        assertTrue(words(content).contains("99.47"), words(content));
        var painter = new RecordingPainter();
        content.draw(painter, view(-5, 5, -5, 5), Palette.LIGHT);
        assertTrue(content.colorBar().orElseThrow().high() > 0.1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1e-3, 1e3})
    void noArrowIsDrawnWhereTheScoreIsZero(double std) {
        var one = new MixtureScore(new GaussianMixture(List.of(Component.isotropic(1, 0, 0, std))));
        assertEquals(7 * 7 - 1, arrows(one, view(-3 * std, 3 * std, -3 * std, 3 * std)));
    }

    /** In the middle of a ring of modes the terms of the score cancel but for rounding. */
    @ParameterizedTest
    @CsvSource({"8, 2, 0, 0", "5, 1.5, 0, 0", "2, 1.5, 3, -4", "6, 0.7, 0.1, 0.3", "12, 3, -20, 50"})
    void noArrowShowsTheDirectionOfRounding(int modes, double radius, double x, double y) {
        var ring = IntStream.range(0, modes)
                .mapToDouble(mode -> 2 * Math.PI * mode / modes)
                .mapToObj(turn ->
                        Component.isotropic(1, x + radius * Math.cos(turn), y + radius * Math.sin(turn), radius / 2))
                .toList();
        var view = view(x - 2 * radius, x + 2 * radius, y - 2 * radius, y + 2 * radius);
        assertEquals(7 * 7 - 1, arrows(new MixtureScore(new GaussianMixture(ring)), view));
    }

    /** Number of arrows of equal length, of seven in each direction. */
    private static long arrows(MixtureScore score, Viewport view) {
        var content = content("quiver", Map.of("scaling", "normalised", "across", 7), scene(score, 0), view);
        var painter = new RecordingPainter();
        content.draw(painter, view, Palette.LIGHT);
        return painter.calls.stream()
                .filter(call -> call.kind().equals("segments"))
                .mapToLong(call -> call.x().length / 2)
                .sum();
    }
}
