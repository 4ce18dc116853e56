package scorescope.plot.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import scorescope.core.denoise.Posterior;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.parameter.Parameters;
import scorescope.plot.color.ColorMapCatalog;
import scorescope.plot.figure.PanelContent;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.RecordingPainter;
import scorescope.plot.paint.Style;
import scorescope.plot.paint.Viewport;
import scorescope.plot.scene.Examples;
import scorescope.plot.scene.Scene;
import scorescope.plot.scene.ShownLayers;
import scorescope.plot.scene.Source;
import scorescope.words.Words;

class ProbeLayerTest {
    private static final Viewport SQUARE = Viewport.fit(0, 0, 500, 500, -5, 5, -5, 5);
    private static final NoiseLevel LEVEL = new NoiseLevel(0.5, 0.8, 0.9);

    private final RecordingPainter painter = new RecordingPainter();

    private PanelContent draw(Source source) {
        var exact = Scene.analytic(Examples.THREE, LEVEL, ColorMapCatalog.named("quiet", false, ""));
        var scene = source == Source.ANALYTIC
                ? exact
                : exact.learned((x, y, from, to, level, sx, sy) -> {
                    Arrays.fill(sx, from, to, 1);
                    Arrays.fill(sy, from, to, 0);
                });
        var at = Parameters.NONE.with(ProbePoint.X, 0.5).with(ProbePoint.Y, -0.25);
        var content = new PanelContent(
                new ShownLayers(List.of(ProbePoint.LAYER), Map.of(ProbePoint.LAYER, at)), Style.SCREEN);
        content.compute(scene, SQUARE);
        content.draw(painter, SQUARE, Palette.LIGHT);
        return content;
    }

    @Test
    void showsTheNoisyPointAndTheExactMeanCleanPoint() {
        draw(Source.ANALYTIC);
        var x = new double[1];
        var y = new double[1];
        new Posterior(Examples.THREE).mean(new double[] {0.5}, new double[] {-0.25}, 0, 1, LEVEL, x, y);
        var denoised = painter.of("discs").getLast();
        assertEquals(SQUARE.toX(x[0]), denoised.x()[0], 1e-9);
        assertEquals(SQUARE.toY(y[0]), denoised.y()[0], 1e-9);
        var diamond = painter.of("triangles").getLast();
        assertEquals(SQUARE.toX(0.5), Arrays.stream(diamond.x()).average().orElseThrow(), 1e-9);
        assertEquals(SQUARE.toY(-0.25), Arrays.stream(diamond.y()).average().orElseThrow(), 1e-9);
    }

    /** With the score (1, 0) the denoised point is ((x + σ²)/α, y/α). */
    @Test
    void aLearnedAnswerStandsBesideTheExactOneAndIsNamed() {
        var content = draw(Source.LEARNED);
        var learned = painter.of("discs").getLast();
        assertEquals(SQUARE.toX((0.5 + 0.81) / 0.8), learned.x()[0], 1e-9);
        assertEquals(SQUARE.toY(-0.25 / 0.8), learned.y()[0], 1e-9);
        var words = PanelContent.words(List.of(content)).words();
        assertTrue(words.contains(Words.text("figure.legend.probe.learned")), words.toString());
    }

    /** A constant score has no Jacobian, so the learned posterior is a circle of variance σ²/α²; drawn at two deviations. */
    @Test
    void theLearnedPosteriorStandsBesideTheExactOne() {
        var content = draw(Source.LEARNED);
        var ellipses = painter.of("ellipse");
        assertEquals(2, ellipses.size());
        var exact = new Posterior(Examples.THREE).at(0.5, -0.25, LEVEL).moments();
        assertEquals(SQUARE.toX(exact.meanX()), ellipses.getFirst().x()[0], 1e-9);
        var learned = ellipses.getLast();
        double radius = SQUARE.scale() * 2 * 0.9 / 0.8;
        assertEquals(SQUARE.toX((0.5 + 0.81) / 0.8), learned.x()[0], 1e-9);
        assertEquals(radius, learned.x()[1] - learned.x()[0], 1e-3);
        assertEquals(radius, learned.x()[2] - learned.x()[0], 1e-3);
        assertEquals(Palette.LIGHT.learned(), learned.color());
        var words = PanelContent.words(List.of(content)).words();
        assertTrue(words.contains(Words.text("figure.legend.probe.spread")), words.toString());
    }
}
