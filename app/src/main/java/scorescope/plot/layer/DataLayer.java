package scorescope.plot.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import scorescope.core.denoise.NoisyPairs;
import scorescope.core.density.GaussianMixture;
import scorescope.core.memo.Memo;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Option;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.plot.field.DensityGrid;
import scorescope.plot.guide.Legend;
import scorescope.plot.paint.Painter;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.Style;
import scorescope.plot.paint.Viewport;
import scorescope.plot.scene.Scene;
import scorescope.words.Words;

/**
 * Data as points: clean ones, their noisy versions at the scene's level, or both, joined in pairs. If the density
 * consists of points only, these points are drawn; otherwise samples. The only layer that shows the distribution where
 * no density exists.
 */
public final class DataLayer implements SceneLayer {
    public static final String ID = "data";

    private static final Option CLEAN =
            Option.of("clean", Words.constant("figure.layer.data.clean"), Words.constant("help.layer.data.clean"));
    private static final Option NOISY =
            Option.of("noisy", Words.constant("figure.layer.data.noisy"), Words.constant("help.layer.data.noisy"));
    private static final Option JOINED =
            Option.of("joined", Words.constant("figure.layer.data.joined"), Words.constant("help.layer.data.joined"));
    private static final Parameter.OneOf<Option> SHOWN = new Parameter.OneOf<>(
            "shown", "", CLEAN, List.of(CLEAN, NOISY, JOINED), Words.constant("help.layer.data.shown"));
    private static final Parameter.Whole POINTS =
            new Parameter.Whole("points", "n", 400, 1, 20_000, Words.constant("help.layer.data.points"));
    private static final Parameter.Whole SEED =
            new Parameter.Whole("seed", "", 1, 0, Integer.MAX_VALUE, Words.constant("help.layer.data.seed"));

    static final Kind<LayerKind> KIND = LayerKind.of(
            ID,
            Words.constant("figure.layer.data.title"),
            Words.constant("help.layer.data"),
            LayerKind.Group.POINTS,
            LayerKind.Subject.DENSITY,
            List.of(SHOWN, POINTS, SEED),
            DataLayer::new);

    private static final double JOIN = 0.5;
    private static final double FEW = 400;

    private final Style style;
    private final boolean clean;
    private final boolean noisy;
    private final int points;
    private final long seed;
    private final Memo<Key, NoisyPairs> pairs;
    private Optional<NoisyPairs> shown = Optional.empty();

    private record Key(GaussianMixture mixture, NoiseLevel level) {}

    DataLayer(Style style, Parameters values) {
        this.style = style;
        clean = !values.get(SHOWN).equals(NOISY);
        noisy = !values.get(SHOWN).equals(CLEAN);
        points = Math.toIntExact(values.get(POINTS));
        seed = values.get(SEED);
        pairs = new Memo<>(key -> NoisyPairs.of(key.mixture(), key.level(), points, seed));
    }

    @Override
    public void compute(Scene scene, Viewport viewport, DensityGrid density) {
        shown = Optional.of(pairs.of(new Key(scene.exact().mixture(), scene.level())));
    }

    @Override
    public void draw(Painter painter, Viewport viewport, Palette palette) {
        shown.ifPresent(all -> {
            int count = all.cleanX().length;
            var x = new double[2 * count];
            var y = new double[2 * count];
            for (int i = 0; i < count; i++) {
                x[2 * i] = viewport.toX(all.cleanX()[i]);
                y[2 * i] = viewport.toY(all.cleanY()[i]);
                x[2 * i + 1] = viewport.toX(all.noisyX()[i]);
                y[2 * i + 1] = viewport.toY(all.noisyY()[i]);
            }
            if (clean && noisy) {
                painter.segments(x, y, 2 * count, palette.mute().fade(JOIN), style.trail());
            }
            if (noisy) {
                rings(painter, every(x, 1), every(y, 1), radius(count, style), palette);
            }
            if (clean) {
                painter.discs(every(x, 0), every(y, 0), count, radius(count, style), palette.clean());
            }
        });
    }

    private static double[] every(double[] pairs, int offset) {
        var half = new double[pairs.length / 2];
        for (int i = 0; i < half.length; i++) {
            half[i] = pairs[2 * i + offset];
        }
        return half;
    }

    private static double radius(int count, Style style) {
        return 1.2 * style.particle() * Math.clamp(Math.pow(FEW / count, 0.25), 0.6, 2);
    }

    private static void rings(Painter painter, double[] x, double[] y, double radius, Palette palette) {
        painter.discs(x, y, x.length, radius, palette.particle());
        painter.discs(x, y, x.length, 0.55 * radius, palette.panel());
    }

    @Override
    public List<Legend.Entry> legend() {
        var entries = new ArrayList<Legend.Entry>();
        shown.ifPresent(all -> {
            int count = all.cleanX().length;
            if (clean) {
                entries.add(new Legend.Entry(
                        (painter, x, y, palette, size) -> painter.discs(
                                new double[] {x + 0.7 * size.ticks()},
                                new double[] {y},
                                1,
                                radius((int) FEW, size),
                                palette.clean()),
                        Words.text("figure.legend.data.clean", count)));
            }
            if (noisy) {
                entries.add(new Legend.Entry(
                        (painter, x, y, palette, size) -> rings(
                                painter,
                                new double[] {x + 0.7 * size.ticks()},
                                new double[] {y},
                                radius((int) FEW, size),
                                palette),
                        Words.text("figure.legend.data.noisy", count)));
            }
        });
        return entries;
    }
}
