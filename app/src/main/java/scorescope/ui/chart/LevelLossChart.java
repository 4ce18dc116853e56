package scorescope.ui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.quadrature.Estimate;
import scorescope.core.training.LevelLosses;
import scorescope.core.training.LossFloor;
import scorescope.plot.chart.Chart;
import scorescope.plot.chart.ChartAxis;
import scorescope.plot.chart.Curve;
import scorescope.plot.figure.ChartPanel;
import scorescope.plot.guide.Caption;
import scorescope.plot.paint.Painter.Dash;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.Place;
import scorescope.plot.paint.Range;
import scorescope.plot.paint.Style;
import scorescope.ui.draw.CanvasPainter;
import scorescope.words.Words;

/** The loss by noise level, σ/α on a logarithmic scale, over the least loss, dashed; hidden until there are two levels. */
public final class LevelLossChart extends DrawnChart {
    private static final double HEIGHT = 132;
    private static final double TOP = 22;
    private static final double BOTTOM = 34;
    private static final double WIDE = 30;

    private LevelLosses losses = LevelLosses.EMPTY;
    private Optional<LossFloor> floor = Optional.empty();
    private double present = Double.NaN;

    public LevelLossChart() {
        super("level-loss-chart", Words.text("ui.level-loss-chart.loss-noise-level"), HEIGHT);
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    public void show(LevelLosses shown) {
        losses = shown;
        setVisible(shown.size() > 1);
        draw();
    }

    /** Shows the least loss at each level. */
    public void show(Optional<LossFloor> leastLoss) {
        floor = leastLoss.map(LossFloor::byRatio);
        draw();
    }

    /** Marks the noise level of the window by a line. */
    public void mark(double ratio) {
        present = ratio;
        draw();
    }

    /** Logarithmic if losses span more than a factor of {@value #WIDE}, as for x₀ prediction or λ = 1; else linear. */
    private static ChartAxis upward(Range range) {
        boolean wide = !range.empty() && range.low() > 0 && range.high() > WIDE * range.low();
        return wide ? ChartAxis.log("", 0.8 * range.low(), 1.25 * range.high()) : ChartAxis.around("", range);
    }

    private static Curve line(LossFloor floor) {
        return Curve.line(
                "",
                floor.levels().stream().mapToDouble(NoiseLevel::ratio).toArray(),
                floor.floors().stream().mapToDouble(Estimate::value).toArray(),
                Palette::text,
                Dash.DASHED);
    }

    @Override
    void draw() {
        double width = canvas().getWidth();
        if (!isVisible() || losses.size() < 2 || width < 80) {
            return;
        }
        double[] ratios = new double[losses.size()];
        double[] values = new double[losses.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = losses.ratio(i);
            values[i] = losses.loss(i);
        }
        var curve = Curve.line("", ratios, values, Palette::learned, Dash.SOLID);
        var across = ChartAxis.log(Words.text("notation.ratio"), ratios[0], ratios[ratios.length - 1]);
        var curves = new ArrayList<Curve>(List.of(curve));
        floor.map(LevelLossChart::line).ifPresent(curves::add);
        var range = curves.stream().map(Curve::range).reduce(Range.NONE, Range::and);
        var drawn = new Chart(across, upward(range), curves);
        var chart = present >= across.low() && present <= across.high() ? drawn.at(present) : drawn;
        canvas().clear();
        var painter = new CanvasPainter(canvas().context(), "Inter");
        double height = canvas().getHeight() - TOP - BOTTOM;
        double left = ChartPanel.left(painter, Style.SCREEN, chart, height);
        var place = new Place(left, TOP, width - left - 4, height);
        new ChartPanel(Caption.plain(Words.text("ui.level-loss-chart.loss-noise-level"), "", ""), place, chart)
                .draw(painter, palette(), Style.SCREEN);
    }
}
