package scorescope.ui.chart;

import java.util.List;
import scorescope.core.training.LevelLosses;
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

/** The loss by noise level, σ/α on a logarithmic scale; hidden until there are two levels. */
public final class LevelLossChart extends DrawnChart {
    private static final double HEIGHT = 132;
    private static final double TOP = 22;
    private static final double BOTTOM = 34;
    private static final double WIDE = 30;

    private LevelLosses losses = LevelLosses.EMPTY;

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

    /** Logarithmic if losses span more than a factor of {@value #WIDE}, as for x₀ prediction or λ = 1; else linear. */
    private static ChartAxis upward(Range range) {
        boolean wide = !range.empty() && range.low() > 0 && range.high() > WIDE * range.low();
        return wide ? ChartAxis.log("", 0.8 * range.low(), 1.25 * range.high()) : ChartAxis.around("", range);
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
        var chart = new Chart(across, upward(curve.range()), List.of(curve));
        canvas().clear();
        var painter = new CanvasPainter(canvas().context(), "Inter");
        double height = canvas().getHeight() - TOP - BOTTOM;
        double left = ChartPanel.left(painter, Style.SCREEN, chart, height);
        var place = new Place(left, TOP, width - left - 4, height);
        new ChartPanel(Caption.plain(Words.text("ui.level-loss-chart.loss-noise-level"), "", ""), place, chart)
                .draw(painter, palette(), Style.SCREEN);
    }
}
