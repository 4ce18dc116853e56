package scorescope.plot.figure;

import java.util.List;
import scorescope.plot.chart.Chart;
import scorescope.plot.guide.Caption;
import scorescope.plot.guide.Legend;
import scorescope.plot.paint.Place;
import scorescope.plot.paint.Style;
import scorescope.plot.paint.TextMeasure;

/** Curves with their own axes. */
public record ChartPart(Caption caption, Chart chart) implements Part {
    private static final double SHAPE = 0.62;
    /** Width beyond which the height of a chart no longer grows, as a multiple of the text size. */
    private static final double WIDE = 20;

    /** Largest height on a screen, as a multiple of that height; charts grow to it if no plane needs the space. */
    private static final double GROWS = 3;

    /** Smallest width with the numbers of the axis, as a multiple of the text size. */
    private static final double NARROWEST = 11.5;

    public ChartPart(String title, String formula, Chart chart) {
        this(Caption.plain(title, formula, ""), chart);
    }

    @Override
    public double left(TextMeasure ruler, Style style, boolean first, Place plot) {
        return ChartPanel.left(ruler, style, chart, plot.height());
    }

    @Override
    public double bottom(TextMeasure ruler, Style style, Place plot) {
        return ChartPanel.bottom(style, chart);
    }

    @Override
    public double height(Style style, double width) {
        return SHAPE * Math.min(width, WIDE * style.text());
    }

    @Override
    public double narrowest(TextMeasure ruler, Style style) {
        return NARROWEST * style.text();
    }

    @Override
    public double elasticity() {
        return GROWS;
    }

    @Override
    public double size(Style style, double width, double height) {
        return Math.sqrt(width * Math.min(height, GROWS * height(style, width)));
    }

    @Override
    public Panel at(Place place, Style style, boolean first, PanelContentCache cache) {
        return new ChartPanel(caption, place, chart);
    }

    @Override
    public List<Legend.Entry> legend() {
        return chart.legend();
    }

    @Override
    public Part under(Caption changed) {
        return new ChartPart(changed, chart);
    }
}
