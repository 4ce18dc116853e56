package scorescope.plot.layer;

import java.util.ArrayList;
import java.util.List;
import scorescope.core.measure.TypicalScore;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.plot.color.Background;
import scorescope.plot.field.ArrowGrid;
import scorescope.plot.field.ArrowScaling;
import scorescope.plot.field.DensityGrid;
import scorescope.plot.field.QuiverArrows;
import scorescope.plot.guide.Legend;
import scorescope.plot.guide.Numbers;
import scorescope.plot.guide.Ticks;
import scorescope.plot.paint.Painter;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.Range;
import scorescope.plot.paint.Style;
import scorescope.plot.paint.Viewport;
import scorescope.plot.scene.Scene;
import scorescope.plot.scene.Source;
import scorescope.words.Words;

/**
 * The score as arrows on a square grid, each centred on its grid point; the arrows of two overlaid scores begin at the
 * grid point.
 */
public final class QuiverLayer implements SceneLayer {
    private static final Parameter.OneOf<ArrowScaling> SCALING =
            Parameter.OneOf.of("scaling", "", ArrowScaling.COMPRESSED, Words.constant("help.layer.quiver.scaling"));
    private static final Parameter.Whole ACROSS =
            new Parameter.Whole("across", "", ArrowGrid.USUAL, 6, 60, Words.constant("help.layer.quiver.across"));

    static final Kind<LayerKind> KIND = LayerKind.of(
            "quiver",
            Words.constant("figure.layer.quiver.title"),
            Words.constant("help.layer.quiver"),
            LayerKind.Group.ARROWS,
            LayerKind.Subject.SCORE,
            List.of(SCALING, ACROSS),
            QuiverLayer::new);

    private final Style style;
    private final ArrowScaling scaling;
    private final double across;
    private final QuiverArrows shown;
    private final QuiverArrows exact;
    private final ArrowGrid grid = new ArrowGrid();
    private Viewport seen = new Viewport(0, 0, 1, 1, 0, 0, 1);
    private Source source = Source.ANALYTIC;
    private Range range = Range.NONE;
    private Range scale = Range.NONE;
    private boolean onQuietBackground = true;
    private Range typical = Range.NONE;
    private double unit = 1;
    private boolean ownUnit = true;
    private Scene measured;

    QuiverLayer(Style style, Parameters values) {
        this.style = style;
        scaling = values.get(SCALING);
        across = values.get(ACROSS);
        shown = new QuiverArrows(style, scaling);
        exact = new QuiverArrows(style, scaling);
    }

    @Override
    public void compute(Scene scene, Viewport viewport, DensityGrid density) {
        grid.place(viewport, style, across);
        measure(scene);
        source = scene.source();
        seen = viewport;
        onQuietBackground = scene.background() == Background.QUIET;
        range = shown.evaluate(scene.score(), scene.level(), grid);
        if (source == Source.OVERLAY) {
            range = range.and(exact.evaluate(scene.exact(), scene.level(), grid));
        }
    }

    @Override
    public Range range() {
        return range;
    }

    /**
     * Computes the typical ‖s‖ of the level, the unit of shortened lengths; always of the exact score, whichever is
     * drawn.
     */
    private void measure(Scene scene) {
        if (measured == null
                || measured.exact() != scene.exact()
                || !measured.level().equals(scene.level())) {
            double magnitude = TypicalScore.of(scene.exact(), scene.level());
            typical = new Range(magnitude, magnitude);
        }
        measured = scene;
    }

    @Override
    public Range extent() {
        return typical;
    }

    /**
     * Panels of several levels share the geometric mean of the smallest and the largest of their typical magnitudes as
     * unit.
     */
    @Override
    public void share(Range common, Range all) {
        scale = common;
        unit = Math.sqrt(all.low()) * Math.sqrt(all.high());
        ownUnit = all.low() == all.high();
        boolean two = source == Source.OVERLAY;
        exact.clear();
        shown.place(grid, seen, unit, scale, source.shown().head(), !two);
        if (two) {
            exact.place(grid, seen, unit, scale, Source.ANALYTIC.head(), false);
        }
    }

    /** The legend's arrow: of the typical magnitude, or of a round one near the unit that several levels share. */
    private Legend.Entry key() {
        double magnitude = ownUnit ? unit : Ticks.roundBelow(unit);
        // Rounded, since equal panels have different rounding errors in the positions of their arrows.
        double length = Math.rint(100 * grid.spacing() * scaling.length(magnitude, unit, scale.high())) / 100;
        String key = ownUnit ? "figure.legend.arrows.typical" : "figure.legend.arrows.key";
        return source.shown().entry(Words.text(key, Numbers.significant(magnitude, ownUnit ? 3 : 1)), length);
    }

    @Override
    public void draw(Painter painter, Viewport viewport, Palette palette) {
        if (source == Source.OVERLAY) {
            exact.draw(painter, Source.ANALYTIC.color(palette), palette, !onQuietBackground);
        }
        shown.draw(painter, source.shown().color(palette), palette, !onQuietBackground);
    }

    @Override
    public List<Legend.Entry> legend() {
        var entries = new ArrayList<Legend.Entry>();
        if (source == Source.OVERLAY) {
            entries.add(Source.ANALYTIC.entry(Words.text("figure.analytic.title")));
            entries.add(Source.LEARNED.entry(Words.text("figure.learned.title")));
        }
        if (scale.empty()) {
            return entries;
        }
        String high = Numbers.significant(scale.high(), 3);
        switch (scaling) {
            case COMPRESSED -> entries.add(key());
            case NORMALISED -> entries.add(source.shown().entry(Words.text("figure.legend.arrows.normalised")));
            case BY_LENGTH -> entries.add(source.shown().entry(Words.text("figure.legend.arrows.length", high)));
            case COLOUR ->
                entries.add(source.shown()
                        .entry(Words.text("figure.legend.arrows.colour", Numbers.significant(scale.low(), 2), high)));
        }
        return entries;
    }
}
