package scorescope.plot.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.density.Box;
import scorescope.core.field.MassInBox;
import scorescope.core.measure.Sample;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.parameter.Parameters;
import scorescope.core.quadrature.Estimate;
import scorescope.plot.color.ColorMapCatalog;
import scorescope.plot.figure.PanelContent;
import scorescope.plot.guide.Legend;
import scorescope.plot.paint.Style;
import scorescope.plot.paint.Viewport;
import scorescope.plot.scene.Examples;
import scorescope.plot.scene.Scene;
import scorescope.plot.scene.ShownLayers;

/** Integrals in a legend are correct to the digits printed. */
class StatedErrorsTest {
    private static final Viewport OPENING = Viewport.fit(40, 30, 240, 240, -5, 5, -5, 5);
    private static final Viewport CLOSE = Viewport.fit(40, 30, 200, 200, -3, 0.5, -1, 2.5);

    private static Scene exact(double sigma) {
        return Scene.analytic(
                Examples.THREE, NoiseLevel.plain(sigma), ColorMapCatalog.named(ColorMapCatalog.QUIET, false, ""));
    }

    private static PanelContent content(String layer, Scene scene, Viewport viewport, double detail) {
        var content = new PanelContent(new ShownLayers(List.of(layer), Map.of(layer, Parameters.NONE)), Style.SCREEN);
        content.compute(scene, viewport, detail);
        return content;
    }

    private static RecoveredLayer recovered(Scene scene, Viewport viewport, double detail) {
        return (RecoveredLayer)
                content("recovered", scene, viewport, detail).layers().getFirst();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.2, 0.5, 2})
    void theTotalVariationOfALearnedScoreIsWithinItsErrorOfThatOnFinerCells(double sigma) {
        for (var viewport : List.of(OPENING, CLOSE)) {
            var scene = exact(sigma).learned(Examples.BENT);
            var stated = recovered(scene, viewport, 1).variation();
            var finer = recovered(scene, viewport, 4).variation();
            assertTrue(stated.error() < 0.6 * stated.value(), stated.toString());
            assertEquals(finer.value(), stated.value(), stated.error());
        }
    }

    /** For the exact score p̂ is p: the total variation is error, and is stated as at most that. */
    @ParameterizedTest
    @ValueSource(doubles = {0.2, 0.5, 2})
    void theTotalVariationOfTheExactScoreIsNoMoreThanItsError(double sigma) {
        var stated = recovered(exact(sigma), OPENING, 1).variation();
        assertTrue(stated.value() <= stated.error() && stated.error() < 0.01, stated.toString());
        var words = new Legend(content("recovered", exact(sigma), OPENING, 1).legend())
                .words()
                .getFirst();
        assertTrue(words.contains("< "), words);
    }

    private static Estimate weighted(String layer, Scene scene) {
        var settings = layer.equals("fisher") ? Parameters.NONE : new Parameters(Map.of("weighted", "density"));
        var content = new PanelContent(new ShownLayers(List.of(layer), Map.of(layer, settings)), Style.SCREEN);
        content.compute(scene, Viewport.fit(40, 30, 240, 240, -8, 8, -8, 8), 1);
        return ((ScoreHeat) content.layers().getFirst()).integral();
    }

    /** E[tr J + ½‖s_θ‖²] is half the Fisher divergence, but for a number that is the same for every score. */
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 2})
    void halfTheFisherDivergenceIsWhatHyvarinensLossIsAboveThatOfTheExactScore(double sigma) {
        var scene = exact(sigma);
        var learned = scene.learned(Examples.BENT);
        var fisher = weighted("fisher", learned);
        var above = weighted("hyvarinen", learned);
        var least = weighted("hyvarinen", scene);
        assertTrue(fisher.error() < 0.1 * fisher.value(), fisher.toString());
        assertEquals(
                0.5 * fisher.value(),
                above.value() - least.value(),
                0.5 * fisher.error() + above.error() + least.error());
        assertTrue(weighted("fisher", scene).value() < 1e-12, "of the exact score itself");
    }

    /** Against a mean over points drawn from p, within four standard errors. */
    @Test
    void theFisherDivergenceIsAMeanOverSamples() {
        var fisher = weighted("fisher", exact(1).learned(Examples.BENT));
        var level = NoiseLevel.plain(1);
        int n = 40_000;
        var drawn = Sample.drawn(Examples.THREE.mixture().noised(level), n, 5);
        var s = new double[4][n];
        Examples.BENT.score(drawn.x(), drawn.y(), 0, n, level, s[0], s[1]);
        Examples.THREE.score(drawn.x(), drawn.y(), 0, n, level, s[2], s[3]);
        double mean = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double square = Math.pow(s[0][i] - s[2][i], 2) + Math.pow(s[1][i] - s[3][i], 2);
            mean += square / n;
            squares += square * square / n;
        }
        assertEquals(mean, fisher.value(), 4 * Math.sqrt((squares - mean * mean) / n) + fisher.error());
    }

    @Test
    void zOfTheEnergyIsTheMassSeenHoweverFewTheCells() {
        var seen = new Box(CLOSE.x0(), CLOSE.x1(), CLOSE.y0(), CLOSE.y1());
        var mass = MassInBox.of(exact(0.5).exact().at(NoiseLevel.plain(0.5)), seen);
        for (double detail : new double[] {0.05, 0.2, 1}) {
            var layer = (EnergyLayer)
                    content("energy", exact(0.5), CLOSE, detail).layers().getFirst();
            assertEquals(mass.value(), layer.partition().value(), 1e-12);
            assertTrue(layer.partition().digits(4) == 4, layer.partition().toString());
        }
    }
}
