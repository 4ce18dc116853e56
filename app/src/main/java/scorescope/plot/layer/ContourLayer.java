package scorescope.plot.layer;

import java.util.ArrayList;
import java.util.List;
import scorescope.core.field.Contours;
import scorescope.core.field.HighestDensity;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Option;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.plot.color.Background;
import scorescope.plot.field.ContourLines;
import scorescope.plot.field.DensityGrid;
import scorescope.plot.guide.Legend;
import scorescope.plot.guide.Numbers;
import scorescope.plot.paint.Color;
import scorescope.plot.paint.Painter;
import scorescope.plot.paint.Painter.Dash;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.Range;
import scorescope.plot.paint.Style;
import scorescope.plot.paint.Viewport;
import scorescope.plot.scene.Scene;
import scorescope.words.Words;

/**
 * Thin lines of equal density under arrows and particles: at fixed shares of the maximum, or around fixed shares of the
 * mass.
 */
public final class ContourLayer implements SceneLayer {
    /** Levels as shares of the density's maximum in the plane, so that lines stay where they are while the view moves. */
    public static final List<Double> SHARES = List.of(0.08, 0.22, 0.4, 0.6, 0.8);

    /** Shares of the mass that lie within the lines, from the outermost on. */
    static final double[] MASSES = {0.99, 0.9, 0.5};

    private static final Option VALUES = Option.of(
            "values", Words.constant("figure.contour.values"), Words.constant("figure.contour.shares-largest-density"));
    private static final Option MASS = Option.of(
            "mass",
            Words.constant("figure.contour.mass"),
            Words.constant("figure.contour.smallest-regions-hold-50-90"));
    private static final Parameter.OneOf<Option> AT =
            new Parameter.OneOf<>("at", "", VALUES, List.of(VALUES, MASS), Words.constant("help.layer.contours.at"));

    static final Kind<LayerKind> KIND = LayerKind.of(
            "contours",
            Words.constant("figure.layer.contours.title"),
            Words.constant("help.layer.contours"),
            LayerKind.Group.LINES,
            LayerKind.Subject.DENSITY,
            List.of(AT),
            ContourLayer::new);

    private static final int STRONG = 0x8c000000;

    private final Style style;
    private final boolean byMass;
    private final Contours contours = new Contours();
    private final HighestDensity regions = new HighestDensity();
    private final List<ContourLines> lines = new ArrayList<>();
    private int levels;
    private boolean certain = true;

    /** The densities in the view as shares of the maximum. */
    private Range shares = Range.NONE;

    private boolean averaged;
    private boolean onStrongBackground;

    ContourLayer(Style style, Parameters values) {
        this.style = style;
        byMass = values.get(AT).equals(MASS);
    }

    @Override
    public void compute(Scene scene, Viewport viewport, DensityGrid density) {
        levels = 0;
        shares = Range.NONE;
        averaged = density.averaged();
        onStrongBackground = scene.background() != Background.QUIET;
        if (!(density.field().largest() > 0)) {
            return;
        }
        certain = density.peak().certain();
        double peak = Math.max(density.peak().density(), density.field().largest());
        shares = new Range(density.field().smallest() / peak, density.largest() / peak);
        contours.take(density.field());
        if (byMass) {
            for (double log : regions.logLevels(density.mixture(), MASSES)) {
                trace(Math.exp(log), viewport);
            }
        } else {
            for (double share : SHARES) {
                trace(share * peak, viewport);
            }
        }
    }

    private void trace(double level, Viewport viewport) {
        if (lines.size() == levels) {
            lines.add(new ContourLines());
        }
        contours.trace(level);
        lines.get(levels++).take(contours, viewport, style.framed());
    }

    @Override
    public List<Legend.Entry> legend() {
        if (lines.stream().limit(levels).allMatch(ContourLines::isEmpty)) {
            return List.of(new Legend.Entry(Legend.NOTHING, absence()));
        }
        return List.of(
                new Legend.Entry(Legend.Sample.line(this::color, Style::contour, Dash.SOLID), Words.text(meaning())));
    }

    /** The meaning of the lines, and whether they are only approximate. */
    private String meaning() {
        if (byMass) {
            return regions.rough() ? "figure.legend.masses.about" : "figure.legend.masses";
        }
        return certain ? "figure.legend.contours" : "figure.legend.contours.largest";
    }

    /** Why there is no line; without a reason the density would look flat. */
    private String absence() {
        if (averaged && !shares.empty()) {
            return Words.text("figure.legend.contours.narrow");
        }
        return byMass || shares.empty()
                ? Words.text("figure.legend.contours.none")
                : Words.text(
                        "figure.legend.contours.none.shares",
                        Numbers.significant(100 * shares.low(), 2),
                        Numbers.significant(100 * shares.high(), 2));
    }

    @Override
    public boolean explainsItself() {
        return !byMass && lines.stream().limit(levels).anyMatch(line -> !line.isEmpty());
    }

    @Override
    public void draw(Painter painter, Viewport viewport, Palette palette) {
        for (int level = 0; level < levels; level++) {
            lines.get(level).draw(painter, color(palette), palette.strength() * style.contour());
        }
    }

    /** Hairlines in print are less transparent on a strong colour map than lines on a screen. */
    private Color color(Palette palette) {
        return style.framed() && onStrongBackground
                ? new Color((palette.contour().argb() & 0xffffff) | STRONG)
                : palette.contour();
    }
}
