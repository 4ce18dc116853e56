package scorescope.plot.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import scorescope.core.noise.NoiseLevel;
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

class MarginalLayerTest {
    private static final Viewport SQUARE = Viewport.fit(0, 0, 400, 400, -5, 5, -5, 5);
    private static final NoiseLevel LEVEL = NoiseLevel.plain(0.5);

    private static RecordingPainter drawn(Particles particles) {
        var content = new PanelContent(ShownLayers.of("marginals"), Style.SCREEN);
        var map = ColorMapCatalog.named("quiet", false, "");
        content.compute(Scene.analytic(Examples.THREE, LEVEL, map).with(particles), SQUARE);
        var painter = new RecordingPainter();
        content.draw(painter, SQUARE, Palette.LIGHT);
        return painter;
    }

    /** For many exact samples bars and curve have equal areas on both edges, and the curve is the marginal density. */
    @Test
    void barsOfExactSamplesFillTheExactCurves() {
        int count = 200_000;
        var x = new double[count];
        var y = new double[count];
        Examples.THREE.mixture().draw(3, x, y);
        var random = new SplittableRandom(4);
        for (int i = 0; i < count; i++) {
            x[i] += 0.5 * random.nextGaussian();
            y[i] += 0.5 * random.nextGaussian();
        }
        var painter = drawn(new Particles(x, y, List.of()));
        var curves = painter.of("polyline");
        assertEquals(2, curves.size());
        double under = 0;
        double highest = 0;
        for (int i = 1; i < curves.getFirst().x().length; i++) {
            var curve = curves.getFirst();
            under += (curve.x()[i] - curve.x()[i - 1]) * (400 - 0.5 * (curve.y()[i] + curve.y()[i - 1]));
            highest = Math.max(highest, 400 - curve.y()[i]);
        }
        double bars = area(painter);
        double beside = 0;
        for (int i = 1; i < curves.getLast().x().length; i++) {
            var curve = curves.getLast();
            beside += (curve.y()[i - 1] - curve.y()[i]) * 0.5 * (curve.x()[i] + curve.x()[i - 1]);
        }
        assertEquals(under + beside, bars, 0.01 * bars);
        assertEquals(64, highest, 1);
        assertTrue(under > 0 && beside > 0);
    }

    /** With half of the particles far outside the bars have half the height. */
    @Test
    void particlesOutsideThePictureAreCounted() {
        var inside = drawn(new Particles(new double[] {0.1, 0.1}, new double[] {0.1, 0.1}, List.of()));
        var half = drawn(new Particles(new double[] {0.1, 900}, new double[] {0.1, 900}, List.of()));
        assertEquals(0.5 * area(inside), area(half), 1e-9);
    }

    private static double area(RecordingPainter painter) {
        return painter.of("rectangle").stream()
                .mapToDouble(bar -> (bar.x()[1] - bar.x()[0]) * (bar.y()[1] - bar.y()[0]))
                .sum();
    }
}
