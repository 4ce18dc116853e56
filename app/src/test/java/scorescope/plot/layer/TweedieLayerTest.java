package scorescope.plot.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import scorescope.core.denoise.Denoiser;
import scorescope.core.denoise.FollowedParticle;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.parameter.Parameters;
import scorescope.core.score.ScoreField;
import scorescope.plot.color.ColorMapCatalog;
import scorescope.plot.figure.PanelContent;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.RecordingPainter;
import scorescope.plot.paint.Style;
import scorescope.plot.paint.Viewport;
import scorescope.plot.scene.Examples;
import scorescope.plot.scene.Particles;
import scorescope.plot.scene.Scene;
import scorescope.plot.scene.ShownLayers;
import scorescope.session.SessionDefaults;

class TweedieLayerTest {
    private static final Viewport SQUARE = Viewport.fit(0, 0, 500, 500, -5, 5, -5, 5);
    private static final double[] X = {0, 1.2, -2};
    private static final double[] Y = {0, 0.7, 3};

    private final RecordingPainter painter = new RecordingPainter();

    /** The second of three particles after two steps down from σ = 3, with its path. */
    private static Particles followed(ScoreField score, double endX) {
        var one = new FollowedParticle(1, Denoiser.of(score));
        one.pass(Examples.state(0, 3, new double[] {0, -1, 0}, new double[] {0, 2, 0}));
        one.pass(Examples.state(1, 1.5, new double[] {0, 0.5, 0}, new double[] {0, 1.5, 0}));
        var end = new double[] {X[0], endX, X[2]};
        return new Particles(end, Y, List.of()).following(Optional.of(one.track(Examples.state(2, 0.5, end, Y))));
    }

    private List<String> draw(Particles particles, boolean learned, long number) {
        var exact = Scene.analytic(Examples.THREE, NoiseLevel.plain(0.2), ColorMapCatalog.named("quiet", false, ""));
        var scene = (learned ? exact.learned(Examples.BENT) : exact).with(particles);
        var layers = new ShownLayers(
                List.of(ChosenParticle.LAYER),
                Map.of(ChosenParticle.LAYER, Parameters.NONE.with(ChosenParticle.NUMBER, number)));
        var content = new PanelContent(layers, Style.SCREEN);
        content.compute(scene, SQUARE);
        content.draw(painter, SQUARE, Palette.LIGHT);
        return PanelContent.words(List.of(content)).words();
    }

    private static double[] clean(ScoreField score, double sigma, double x, double y) {
        var out = new double[2][1];
        Denoiser.of(score).mean(new double[] {x}, new double[] {y}, 0, 1, NoiseLevel.plain(sigma), out[0], out[1]);
        return new double[] {SQUARE.toX(out[0][0]), SQUARE.toY(out[1][0])};
    }

    @Test
    void aRingALineAndTheDenoisedPointAtTheParticlesOwnLevel() {
        var words = draw(followed(Examples.THREE, X[1]), false, 2);
        var clean = clean(Examples.THREE, 0.5, X[1], Y[1]);
        var ring = painter.of("ellipse").getLast();
        assertEquals(SQUARE.toX(X[1]), ring.x()[0], 1e-9);
        assertEquals(SQUARE.toY(Y[1]), ring.y()[0], 1e-9);
        assertEquals(Palette.LIGHT.probe(), ring.color());
        var mark = painter.of("discs").getLast();
        assertArrayEquals(clean, new double[] {mark.x()[0], mark.y()[0]}, 1e-9);
        assertEquals(Palette.LIGHT.clean(), mark.color());
        var line = painter.of("polyline").getLast();
        assertArrayEquals(new double[] {SQUARE.toX(X[1]), clean[0]}, line.x(), 1e-9);
        assertArrayEquals(new double[] {SQUARE.toY(Y[1]), clean[1]}, line.y(), 1e-9);
        assertTrue(words.contains("particle 2 after 2 of 2 steps, σ = 0.5"), words.toString());
        assertEquals(3, words.size(), words.toString());
    }

    @Test
    void theTrailGoesThroughTheDenoisedPointsOfEarlierLevels() {
        draw(followed(Examples.THREE, X[1]), false, 2);
        double[][] path = {
            clean(Examples.THREE, 3, -1, 2),
            clean(Examples.THREE, 1.5, 0.5, 1.5),
            clean(Examples.THREE, 0.5, X[1], Y[1])
        };
        var lines = painter.of("polyline").subList(1, 3);
        for (int k = 0; k < 2; k++) {
            assertArrayEquals(
                    new double[] {path[k][0], path[k + 1][0]}, lines.get(k).x(), 1e-9);
            assertArrayEquals(
                    new double[] {path[k][1], path[k + 1][1]}, lines.get(k).y(), 1e-9);
        }
        assertTrue(lines.get(0).color().argb() >>> 24 < lines.get(1).color().argb() >>> 24, "faint where old");
    }

    @Test
    void aLearnedDenoisedPointIsARingOfItsOwnColour() {
        var words = draw(followed(Examples.BENT, X[1]), true, 2);
        var discs = painter.of("discs");
        var clean = clean(Examples.BENT, 0.5, X[1], Y[1]);
        assertEquals(Palette.LIGHT.learned(), discs.get(discs.size() - 2).color());
        assertEquals(Palette.LIGHT.panel(), discs.getLast().color());
        assertEquals(clean[0], discs.getLast().x()[0], 1e-9);
        assertTrue(words.stream().anyMatch(word -> word.contains("learned")), words.toString());
    }

    @Test
    void lostParticlesAndRunsWithoutThemDrawNothing() {
        assertTrue(draw(followed(Examples.THREE, Double.NaN), false, 2).isEmpty());
        assertTrue(draw(Particles.NONE, false, 2).isEmpty());
        assertEquals(
                List.of("there is no particle 4 to follow: 3 are sampled"),
                draw(new Particles(X, Y, List.of()), false, 4));
        assertTrue(painter.calls.isEmpty());
    }

    @Test
    void theNearestParticleWithinReachIsMeant() {
        var particles = new Particles(new double[] {0, 0.3, Double.NaN}, new double[] {0, 0, 0}, List.of());
        double px = SQUARE.toX(0.2);
        double py = SQUARE.toY(0);
        assertEquals(OptionalInt.of(1), ChosenParticle.near(particles, SQUARE, px, py, 12));
        assertEquals(OptionalInt.of(0), ChosenParticle.near(particles, SQUARE, px - 6, py, 12));
        assertEquals(OptionalInt.empty(), ChosenParticle.near(particles, SQUARE, px, py + 13, 12));
        var view = SessionDefaults.opening().view();
        assertEquals(OptionalInt.empty(), ChosenParticle.of(view));
        var shown = view.withLayers(List.of("density", ChosenParticle.LAYER));
        assertEquals(OptionalInt.of(0), ChosenParticle.of(shown));
        assertEquals(OptionalInt.of(41), ChosenParticle.of(ChosenParticle.in(shown, 41)));
    }
}
