package scorescope.plot.layer;

import java.util.List;
import java.util.Optional;
import scorescope.core.density.GaussianMixture;
import scorescope.core.guidance.Guidance;
import scorescope.core.guidance.TiltedDensity;
import scorescope.core.measure.TypicalScore;
import scorescope.core.memo.Memo;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameters;
import scorescope.core.score.MixtureScore;
import scorescope.plot.field.ArrowGrid;
import scorescope.plot.field.ArrowScaling;
import scorescope.plot.field.DensityGrid;
import scorescope.plot.field.QuiverArrows;
import scorescope.plot.guide.Legend;
import scorescope.plot.guide.Numbers;
import scorescope.plot.paint.ArrowHead;
import scorescope.plot.paint.Painter;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.Range;
import scorescope.plot.paint.Style;
import scorescope.plot.paint.ThemeColor;
import scorescope.plot.paint.Viewport;
import scorescope.plot.scene.Scene;
import scorescope.session.Conditioning;
import scorescope.words.Words;

/**
 * The guided score as arrows, and at the same points the score of the noised tilted density, with which it is often
 * confused. Class and weight are the session's {@code guidance}; without one, the first class and {@value #WEIGHT}.
 */
public final class GuidanceLayer implements SceneLayer {
    public static final String ID = "guidance";

    /** Weight if the session names none. */
    public static final double WEIGHT = 4;

    static final Kind<LayerKind> KIND = LayerKind.of(
            ID,
            Words.constant("figure.layer.guidance.title"),
            Words.constant("help.layer.guidance"),
            LayerKind.Group.ARROWS,
            LayerKind.Subject.DENSITY,
            List.of(),
            GuidanceLayer::new);

    private static final double ACROSS = 16;
    private static final ThemeColor GUIDED = Palette::text;
    private static final ThemeColor TILTED = Palette::analytic;

    private final Style style;
    private final ArrowGrid grid = new ArrowGrid();
    private final QuiverArrows guided;
    private final QuiverArrows tilted;
    private final Memo<Key, TiltedDensity> densities = new Memo<>(key -> new TiltedDensity(
            key.mixture(), key.guidance().label(), key.guidance().weight()));
    private Optional<Guidance> shown = Optional.empty();
    private List<String> classes = List.of();
    private boolean defined;

    private record Key(GaussianMixture mixture, Guidance guidance) {}

    GuidanceLayer(Style style, Parameters values) {
        this.style = style;
        guided = new QuiverArrows(style, ArrowScaling.COMPRESSED);
        tilted = new QuiverArrows(style, ArrowScaling.COMPRESSED);
    }

    @Override
    public void compute(Scene scene, Viewport viewport, DensityGrid density) {
        var mixture = Conditioning.labelled(scene.exact().mixture());
        var all = new MixtureScore(mixture);
        var guidance = scene.conditioning().guidanceIn(mixture, WEIGHT);
        classes = mixture.labels();
        if (!classes.contains(guidance.label())) {
            shown = Optional.of(guidance);
            guided.clear();
            tilted.clear();
            return;
        }
        var truth = densities.of(new Key(mixture, guidance));
        shown = Optional.of(guidance);
        grid.place(viewport, style, ACROSS);
        double unit = TypicalScore.of(scene.exact(), scene.level());
        var range = guided.evaluate(guidance.of(all), scene.level(), grid);
        guided.place(grid, viewport, unit, range, ArrowHead.SOLID, false);
        tilted.clear();
        defined = truth.definedAt(scene.level());
        if (defined) {
            var reached = range.and(tilted.evaluate(truth, scene.level(), grid));
            tilted.place(grid, viewport, unit, reached, ArrowHead.OPEN, false);
        }
    }

    @Override
    public Range range() {
        return Range.NONE;
    }

    @Override
    public void draw(Painter painter, Viewport viewport, Palette palette) {
        tilted.draw(painter, TILTED.on(palette), palette, true);
        guided.draw(painter, GUIDED.on(palette), palette, true);
    }

    @Override
    public List<Legend.Entry> legend() {
        var unknown = shown.filter(guidance -> !classes.contains(guidance.label()));
        if (unknown.isPresent()) {
            return List.of(new Legend.Entry(
                    Legend.NOTHING,
                    Words.text("figure.legend.guidance.no-class", unknown.get().label(), String.join(", ", classes))));
        }
        return shown.map(guidance -> List.of(
                        new Legend.Entry(
                                Legend.Sample.arrow(GUIDED, ArrowHead.SOLID),
                                Words.text(
                                        "figure.legend.guidance.guided",
                                        guidance.label(),
                                        Numbers.significant(guidance.weight(), 3))),
                        defined
                                ? new Legend.Entry(
                                        Legend.Sample.arrow(TILTED, ArrowHead.OPEN),
                                        Words.text("figure.legend.guidance.tilted"))
                                : new Legend.Entry(Legend.NOTHING, Words.text("figure.legend.guidance.no-density"))))
                .orElseGet(List::of);
    }
}
