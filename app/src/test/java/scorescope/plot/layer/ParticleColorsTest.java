package scorescope.plot.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.parameter.Parameters;
import scorescope.core.sampling.history.ParticleHistory;
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

/** Colours of particles. */
class ParticleColorsTest {
    private static final Viewport SQUARE = Viewport.fit(0, 0, 480, 480, -5, 5, -5, 5);
    private static final int COUNT = 400;

    /** Particles at random positions that began on a line. */
    private static Particles particles(int step) {
        var random = new SplittableRandom(5);
        var x = random.doubles(COUNT, -4, 4).toArray();
        var y = random.doubles(COUNT, -4, 4).toArray();
        var startX = random.doubles(COUNT, -4, 4).toArray();
        var marks = List.of(
                new ParticleHistory.Mark(0, startX, new double[COUNT]),
                new ParticleHistory.Mark(50, startX.clone(), new double[COUNT]));
        return new Particles(x, y, List.of(), new ParticleHistory.Past(startX, new double[COUNT], marks, step, 100));
    }

    private static PanelContent content(String color, Particles particles) {
        var layers = new ShownLayers(List.of("particles"), Map.of("particles", new Parameters(Map.of("color", color))));
        var content = new PanelContent(layers, Style.SCREEN);
        var map = ColorMapCatalog.named("quiet", false, "");
        content.compute(
                Scene.analytic(Examples.THREE, NoiseLevel.plain(0.5), map).with(particles), SQUARE);
        return content;
    }

    private static RecordingPainter drawn(String color, Particles particles) {
        var painter = new RecordingPainter();
        content(color, particles).draw(painter, SQUARE, Palette.LIGHT);
        return painter;
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "start", "mode", "time"})
    void everyParticleIsDrawnOnceWhateverColoursMean(String color) {
        var particles = particles(60);
        var seen = new HashSet<String>();
        for (var call : drawn(color, particles).of("discs")) {
            for (int i = 0; i < call.x().length; i++) {
                seen.add(call.x()[i] + " " + call.y()[i]);
            }
        }
        for (int i = 0; i < COUNT; i++) {
            assertTrue(seen.contains(
                    SQUARE.toX(particles.x()[i]) + " " + SQUARE.toY(particles.y()[i])));
        }
    }

    /** The starts of each colour are contiguous. */
    @Test
    void coloursByStartPartTheStarts() {
        var particles = particles(60);
        var low = new HashMap<Integer, Double>();
        var high = new HashMap<Integer, Double>();
        for (var call : drawn("start", particles).of("discs")) {
            for (int i = 0; i < call.x().length; i++) {
                double start = particles.past().startX()[index(particles, call.x()[i])];
                low.merge(call.color().argb(), start, Math::min);
                high.merge(call.color().argb(), start, Math::max);
            }
        }
        assertTrue(low.size() >= 8, low.size() + " colours");
        for (int one : low.keySet()) {
            for (int other : low.keySet()) {
                assertTrue(one == other || low.get(one) > high.get(other) || high.get(one) < low.get(other));
            }
        }
    }

    private static int index(Particles particles, double px) {
        for (int i = 0; i < COUNT; i++) {
            if (SQUARE.toX(particles.x()[i]) == px) {
                return i;
            }
        }
        throw new AssertionError("no particle at " + px);
    }

    @Test
    void coloursByModeFollowTheNearestMean() {
        var particles = particles(60);
        var drawn = new HashMap<Integer, Integer>();
        for (var call : drawn("mode", particles).of("discs")) {
            if (call.x().length > 1) {
                for (double px : call.x()) {
                    int i = index(particles, px);
                    int nearest = nearest(particles.x()[i], particles.y()[i]);
                    assertEquals(
                            drawn.computeIfAbsent(nearest, _ -> call.color().argb()),
                            call.color().argb());
                }
            }
        }
        assertEquals(3, new HashSet<>(drawn.values()).size());
    }

    private static int nearest(double x, double y) {
        int best = 0;
        var components = Examples.THREE.mixture().components();
        for (int k = 1; k < components.size(); k++) {
            if (distance(components.get(k), x, y) < distance(components.get(best), x, y)) {
                best = k;
            }
        }
        return best;
    }

    private static double distance(scorescope.core.density.Component c, double x, double y) {
        return Math.hypot(c.meanX() - x, c.meanY() - y);
    }

    @Test
    void coloursByTimeGoFromBeginningToEndAndShowTheWay() {
        var early = drawn("time", particles(0));
        var late = drawn("time", particles(100));
        int first = early.of("discs").getFirst().color().argb();
        assertTrue(first != late.of("discs").getFirst().color().argb());
        var segments = late.of("segments");
        assertEquals(2, segments.size());
        assertEquals(2 * COUNT, segments.getFirst().x().length);
        assertEquals(
                first & 0xffffff, segments.getFirst().color().argb() & 0xffffff, "its beginning has the first shade");
    }

    @ParameterizedTest
    @ValueSource(strings = {"start", "mode", "time"})
    void theLegendSaysWhatColoursMeanInTheWindowToo(String color) {
        var content = content(color, particles(60));
        assertEquals(2, content.legend().size());
        assertEquals(2, PanelContent.words(List.of(content)).entries().size());
        assertTrue(PanelContent.words(List.of(content("plain", particles(60))))
                .entries()
                .isEmpty());
        assertFalse(content.legend().getLast().text().isBlank());
    }
}
