package scorescope.plot.layer;

import java.util.Arrays;
import java.util.List;
import scorescope.core.field.Contours;
import scorescope.core.field.HighestDensity;
import scorescope.core.field.ScalarField;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.plot.field.ContourLines;
import scorescope.plot.field.DensityGrid;
import scorescope.plot.guide.Legend;
import scorescope.plot.guide.Numbers;
import scorescope.plot.paint.Painter;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.Style;
import scorescope.plot.paint.Viewport;
import scorescope.plot.scene.Scene;
import scorescope.words.Words;

/** Hatching where data is so rare that a learned score had nothing to learn from. */
public final class LowDensityLayer implements SceneLayer {
    private static final Parameter.Real OUTSIDE = new Parameter.Real(
            "outside",
            "",
            Words.constant("figure.low-density.percent-mass"),
            99,
            50,
            99.99,
            false,
            Words.constant("help.layer.low-density.outside"));

    static final Kind<LayerKind> KIND = LayerKind.of(
            "low-density",
            Words.constant("figure.layer.low-density.title"),
            Words.constant("help.layer.low-density"),
            LayerKind.Group.LINES,
            LayerKind.Subject.DENSITY,
            List.of(OUTSIDE),
            LowDensityLayer::new);

    private static final double OPACITY = 0.45;

    private final Style style;
    private final double share;
    private final HighestDensity regions = new HighestDensity();
    private final Contours contours = new Contours();
    private final ContourLines edge = new ContourLines();
    private double[] x = new double[0];
    private double[] y = new double[0];
    private int points;

    LowDensityLayer(Style style, Parameters values) {
        this.style = style;
        share = values.get(OUTSIDE) / 100;
    }

    @Override
    public void compute(Scene scene, Viewport viewport, DensityGrid density) {
        var logs = density.logField();
        double cut = regions.logLevels(density.mixture(), share)[0];
        contours.take(logs);
        contours.trace(cut);
        edge.take(contours, viewport, style.framed());
        hatch(logs, (float) cut, viewport);
    }

    /** Draws parallel lines at 45° where the value is below the cut. */
    private void hatch(ScalarField logs, float cut, Viewport v) {
        points = 0;
        double gap = 0.5 * style.spacing();
        double step = 0.15 * gap;
        for (double offset = gap / 2; offset < v.width() + v.height(); offset += gap) {
            double first = Math.max(0, offset - v.height());
            double last = Math.min(offset, v.width());
            double began = -1;
            for (double dx = first; dx <= last; dx += step) {
                boolean low = at(logs, dx / v.width(), (offset - dx) / v.height()) < cut;
                if (low && began < 0) {
                    began = dx;
                }
                if (began >= 0 && (!low || dx + step > last)) {
                    add(v, began, dx, offset);
                    began = -1;
                }
            }
        }
    }

    private static float at(ScalarField field, double alongX, double alongY) {
        int column = Math.clamp(
                (int) (alongX * field.grid().columns()), 0, field.grid().columns() - 1);
        int row =
                Math.clamp((int) (alongY * field.grid().rows()), 0, field.grid().rows() - 1);
        return field.at(column, row);
    }

    private void add(Viewport v, double from, double to, double offset) {
        if (x.length < points + 2) {
            x = Arrays.copyOf(x, 2 * points + 64);
            y = Arrays.copyOf(y, 2 * points + 64);
        }
        x[points] = v.left() + from;
        y[points++] = v.top() + offset - from;
        x[points] = v.left() + to;
        y[points++] = v.top() + offset - to;
    }

    @Override
    public void draw(Painter painter, Viewport viewport, Palette palette) {
        var color = palette.mute().fade(OPACITY);
        painter.segments(x, y, points, color, style.hairline());
        edge.draw(painter, color, style.hairline());
    }

    @Override
    public List<Legend.Entry> legend() {
        return List.of(new Legend.Entry(
                LowDensityLayer::sample,
                Words.text(
                        regions.rough() ? "figure.legend.low.about" : "figure.legend.low",
                        Numbers.significant(100 * share, 4))));
    }

    private static void sample(Painter painter, double x, double y, Palette palette, Style style) {
        double size = style.ticks();
        double[] from = {x, x + 0.35 * size, x + 0.35 * size, x + 0.7 * size, x + 0.7 * size, x + 1.05 * size};
        double[] height = {
            y + 0.35 * size, y - 0.35 * size, y + 0.35 * size, y - 0.35 * size, y + 0.35 * size, y - 0.35 * size
        };
        painter.segments(from, height, 6, palette.mute().fade(2 * OPACITY), style.hairline());
    }
}
