package scorescope.plot.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import scorescope.core.density.GaussianMixture;
import scorescope.core.field.Contours;
import scorescope.core.guidance.Measurement;
import scorescope.core.memo.Memo;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameters;
import scorescope.core.score.MixtureScore;
import scorescope.plot.field.ContourLines;
import scorescope.plot.field.DensityGrid;
import scorescope.plot.guide.Legend;
import scorescope.plot.guide.Numbers;
import scorescope.plot.paint.Painter;
import scorescope.plot.paint.Painter.Dash;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.Style;
import scorescope.plot.paint.Viewport;
import scorescope.plot.scene.Scene;
import scorescope.words.Words;

/**
 * A measurement y = Ax₀ + ρn: for each row of A the line of points with its value, ± ρ, scaled by the noise level's
 * factor α, and contours of the exact posterior under noise. The measurement is the session's {@code measurement};
 * without one, the first coordinate at the data's mean.
 */
public final class MeasurementLayer implements SceneLayer {
    public static final String ID = "measurement";

    static final Kind<LayerKind> KIND = LayerKind.of(
            ID,
            Words.constant("figure.layer.measurement.title"),
            Words.constant("help.layer.measurement"),
            LayerKind.Group.LINES,
            LayerKind.Subject.DENSITY,
            List.of(),
            MeasurementLayer::new);

    private static final double BAND = 0.55;

    private final Style style;
    private final DensityGrid density = new DensityGrid();
    private final Contours contours = new Contours();
    private final List<ContourLines> lines =
            ContourLayer.SHARES.stream().map(_ -> new ContourLines()).toList();
    private final Memo<Key, MixtureScore> posteriors =
            new Memo<>(key -> new MixtureScore(key.measurement().posterior(key.prior())));
    private Optional<Measurement> shown = Optional.empty();
    private double alpha = 1;

    private record Key(GaussianMixture prior, Measurement measurement) {}

    MeasurementLayer(Style style, Parameters values) {
        this.style = style;
    }

    @Override
    public void compute(Scene scene, Viewport viewport, DensityGrid prior) {
        var mixture = scene.exact().mixture();
        var measurement = scene.conditioning().measurementIn(mixture);
        shown = Optional.of(measurement);
        alpha = scene.level().alpha();
        density.compute(
                posteriors.of(new Key(mixture, measurement)), scene.level(), viewport, Math.min(1, prior.detail()));
        double peak = Math.max(density.peak().density(), density.field().largest());
        contours.take(density.field());
        for (int i = 0; i < lines.size(); i++) {
            contours.trace(ContourLayer.SHARES.get(i) * peak);
            lines.get(i).take(contours, viewport, style.framed());
        }
    }

    @Override
    public void draw(Painter painter, Viewport viewport, Palette palette) {
        shown.ifPresent(measurement -> {
            for (int row = 0; row < measurement.rows(); row++) {
                double value = measurement.value().get(row);
                line(painter, viewport, palette, measurement.matrix().get(row), value, Dash.SOLID);
                line(painter, viewport, palette, measurement.matrix().get(row), value - measurement.std(), Dash.DASHED);
                line(painter, viewport, palette, measurement.matrix().get(row), value + measurement.std(), Dash.DASHED);
            }
        });
        lines.forEach(line -> line.draw(painter, palette.clean(), 1.4 * style.contour()));
    }

    /** The points with a·x = α·value across the view. */
    private void line(Painter painter, Viewport viewport, Palette palette, List<Double> row, double value, Dash dash) {
        double a = row.get(0);
        double b = row.get(1);
        double square = a * a + b * b;
        double x = alpha * value * a / square;
        double y = alpha * value * b / square;
        // Along (−b, a) from there: the section inside the view.
        double[] across = within(x, -b, viewport.x0(), viewport.x1());
        double[] upwards = within(y, a, viewport.y0(), viewport.y1());
        double from = Math.max(across[0], upwards[0]);
        double to = Math.min(across[1], upwards[1]);
        if (!(from < to)) {
            return;
        }
        painter.polyline(
                new double[] {viewport.toX(x - from * b), viewport.toX(x - to * b)},
                new double[] {viewport.toY(y + from * a), viewport.toY(y + to * a)},
                2,
                false,
                dash == Dash.SOLID ? palette.probe() : palette.probe().fade(BAND),
                dash == Dash.SOLID ? 1.4 * style.outline() : style.outline(),
                dash);
    }

    /** The interval of t in which low ≤ start + t·slope ≤ high; empty ones end before they begin. */
    private static double[] within(double start, double slope, double low, double high) {
        if (slope == 0) {
            return start >= low && start <= high
                    ? new double[] {Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY}
                    : new double[] {1, 0};
        }
        double first = (low - start) / slope;
        double second = (high - start) / slope;
        return new double[] {Math.min(first, second), Math.max(first, second)};
    }

    /** "1 x₁ + 0.5 x₂ = 0.2", a term for each row. */
    public static String formula(Measurement measurement) {
        var rows = new ArrayList<String>();
        for (int row = 0; row < measurement.rows(); row++) {
            rows.add(Words.text(
                    "figure.measurement.row",
                    Numbers.significant(measurement.matrix().get(row).get(0), 3),
                    Numbers.significant(measurement.matrix().get(row).get(1), 3),
                    Numbers.significant(measurement.value().get(row), 3)));
        }
        return String.join(Words.text("patch.separator"), rows);
    }

    @Override
    public List<Legend.Entry> legend() {
        return shown.map(measurement -> List.of(
                        new Legend.Entry(
                                Legend.Sample.line(Palette::probe, around -> 1.4 * around.outline(), Dash.SOLID),
                                Words.text(
                                        "figure.legend.measurement.line",
                                        formula(measurement),
                                        Numbers.significant(measurement.std(), 3))),
                        new Legend.Entry(
                                Legend.Sample.line(Palette::clean, around -> 1.4 * around.contour(), Dash.SOLID),
                                Words.text("figure.legend.measurement.posterior"))))
                .orElseGet(List::of);
    }
}
