package scorescope.plot.figure;

import java.util.List;
import scorescope.plot.chart.Table;
import scorescope.plot.guide.Caption;
import scorescope.plot.guide.Legend;
import scorescope.plot.paint.Place;
import scorescope.plot.paint.Style;
import scorescope.plot.paint.TextMeasure;

/** A table of numbers before the layout. */
public record TablePart(Caption caption, Table table) implements Part {
    /** Smallest size, as a share of the full size. */
    private static final double SMALLEST = 0.8;

    @Override
    public double left(TextMeasure ruler, Style style, boolean first, Place plot) {
        return 0;
    }

    @Override
    public double bottom(TextMeasure ruler, Style style, Place plot) {
        return 0;
    }

    @Override
    public double height(Style style, double width) {
        return table.height(style);
    }

    @Override
    public double narrowest(TextMeasure ruler, Style style) {
        return SMALLEST * TablePanel.width(ruler, style, table);
    }

    @Override
    public double elasticity() {
        return 1;
    }

    @Override
    public boolean shrinks() {
        return false;
    }

    @Override
    public double size(Style style, double width, double height) {
        return width;
    }

    @Override
    public Panel at(Place place, Style style, boolean first, PanelContentCache cache) {
        return new TablePanel(caption, place, table);
    }

    @Override
    public List<Legend.Entry> legend() {
        return List.of();
    }

    @Override
    public Part under(Caption changed) {
        return new TablePart(changed, table);
    }
}
