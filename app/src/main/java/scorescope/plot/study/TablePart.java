package scorescope.plot.study;

import java.util.List;
import scorescope.plot.Caption;
import scorescope.plot.KeptContents;
import scorescope.plot.Legend;
import scorescope.plot.Painter;
import scorescope.plot.Panel;
import scorescope.plot.Place;
import scorescope.plot.Style;
import scorescope.plot.Table;
import scorescope.plot.TablePanel;

/** Numbers in columns. */
public record TablePart(Caption caption, Table table) implements Part {
    /** It is not set smaller than this share of its size. */
    private static final double SMALLEST = 0.8;

    @Override
    public double left(Painter ruler, Style style, boolean first, double height) {
        return 0;
    }

    @Override
    public double bottom(Style style) {
        return 0;
    }

    @Override
    public double height(Style style, double width) {
        return table.height(style);
    }

    @Override
    public double narrowest(Painter ruler, Style style) {
        return SMALLEST * TablePanel.width(ruler, style, table);
    }

    @Override
    public double elasticity() {
        return 1;
    }

    @Override
    public double size(Style style, double width, double height) {
        return width;
    }

    @Override
    public Panel at(Place place, Style style, boolean first, KeptContents kept) {
        return new TablePanel(caption, place, table);
    }

    @Override
    public List<Legend.Entry> legend() {
        return List.of();
    }
}
