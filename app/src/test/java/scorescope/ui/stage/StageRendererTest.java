package scorescope.ui.stage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import scorescope.core.Watcher;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.parameter.Parameters;
import scorescope.core.score.MixtureScore;
import scorescope.core.score.ScoreField;
import scorescope.plot.color.ColorMapCatalog;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.Style;
import scorescope.plot.paint.Viewport;
import scorescope.plot.scene.Particles;
import scorescope.plot.scene.Scene;
import scorescope.plot.scene.ShownLayers;
import scorescope.words.Words;

/** Caches of a renderer do not change pictures: each equals that of a new renderer. */
class StageRendererTest {
    private static final MixtureScore[] EXACT = {mixture(1), mixture(2)};
    private static final ScoreField[] LEARNED = {mixture(0.8), mixture(1.7)};
    private static final List<ShownLayers> LAYERS = List.of(
            ShownLayers.of("density", "contours", "quiver", "particles"),
            ShownLayers.of("density", "particles", "quiver"),
            ShownLayers.of("particles"),
            ShownLayers.of("magnitude", "quiver"),
            new ShownLayers(
                    List.of("density", "quiver", "particles"),
                    Map.of("particles", new Parameters(Map.of("color", "mode")))),
            ShownLayers.of());

    private static MixtureScore mixture(double x) {
        return new MixtureScore(new GaussianMixture(
                List.of(Component.isotropic(0.5, x, 0, 0.4), Component.isotropic(0.5, -x, 0.5, 0.6))));
    }

    private static Particles particles(long seed) {
        var random = new SplittableRandom(seed);
        return new Particles(
                random.doubles(40, -3, 3).toArray(), random.doubles(40, -3, 3).toArray(), List.of());
    }

    /** A request from choices, of which one changes at a time, so that caches are used. */
    private static StageRequest request(int[] chosen) {
        boolean dark = chosen[0] == 1;
        var map = ColorMapCatalog.named(chosen[1] == 0 ? "quiet" : "viridis", dark, "");
        var analytic = Scene.analytic(EXACT[chosen[2]], NoiseLevel.plain(chosen[3] == 0 ? 0.3 : 1), map);
        double wide = chosen[4] == 0 ? 3 : 5;
        var viewport = Viewport.fit(0, 0, 120, 100, -wide, wide, -wide, wide);
        var layers = LAYERS.get(chosen[5] * 3 + chosen[6]);
        var panels = new ArrayList<StageRequest.Panel>();
        panels.add(new StageRequest.Panel(analytic.with(particles(chosen[7])), viewport, layers, HandleMarks.NONE));
        if (chosen[8] == 1) {
            var learned = analytic.learned(LEARNED[chosen[9]]).with(particles(chosen[10]));
            panels.add(new StageRequest.Panel(learned, viewport, layers, HandleMarks.NONE));
        }
        return new StageRequest(
                panels,
                chosen[11] + 1,
                dark ? Palette.DARK : Palette.LIGHT,
                chosen[12] == 0 ? 0.25 : 0.5,
                0,
                Words.notation());
    }

    @Test
    void whatIsKeptFromPictureToPictureIsNotSeen() {
        var random = new SplittableRandom(11);
        int[] choices = {2, 2, 2, 2, 2, 2, 3, 3, 2, 2, 3, 2, 2};
        int[] chosen = new int[choices.length];
        var renderer = new StageRenderer(Style.SCREEN);
        for (int picture = 0; picture < 150; picture++) {
            int change = random.nextInt(choices.length);
            chosen[change] = random.nextInt(choices[change]);
            var request = request(chosen);
            var reused = new StagePicture();
            renderer.render(request, reused);
            var first = new StagePicture();
            new StageRenderer(Style.SCREEN).render(request, first);
            for (int i = 0; i < request.panels().size(); i++) {
                assertArrayEquals(
                        pixels(first, i), pixels(reused, i), "picture " + picture + ", " + Arrays.toString(chosen));
            }
        }
    }

    private static int[] pixels(StagePicture picture, int plot) {
        var raster = picture.plot(plot).raster();
        return Arrays.copyOf(raster.pixels(), raster.width() * raster.height());
    }

    /** A picture cancelled at any point does not change later ones. */
    @Test
    void aPictureGivenUpLeavesNoTrace() {
        var renderer = new StageRenderer(Style.SCREEN);
        var plain = request(new int[13]);
        var before = new StagePicture();
        renderer.render(plain, before);
        var critical = new StageRequest(
                plain.panels().stream()
                        .map(panel -> new StageRequest.Panel(
                                panel.scene(),
                                panel.viewport(),
                                ShownLayers.of("density", "critical-points", "contours", "quiver", "particles"),
                                panel.marks()))
                        .toList(),
                plain.pixelsPerPoint(),
                plain.palette(),
                plain.detail(),
                0,
                plain.notation());
        var impatient = new Watcher() {
            @Override
            public void reached(Work work, double share) {
                throw new CancellationException();
            }
        };
        assertThrows(
                CancellationException.class,
                () -> impatient.during(() -> {
                    renderer.render(critical, new StagePicture());
                    return true;
                }));
        var after = new StagePicture();
        renderer.render(plain, after);
        assertArrayEquals(pixels(before, 0), pixels(after, 0));
    }
}
