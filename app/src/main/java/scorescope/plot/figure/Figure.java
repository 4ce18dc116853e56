package scorescope.plot.figure;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import scorescope.plot.color.ColorBar;
import scorescope.plot.guide.Legend;
import scorescope.plot.paint.Painter;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.Style;

/**
 * A whole picture, laid out and computed; {@link #draw} puts it on any painter.
 *
 * @param description what it shows, in one line of plain text
 * @param alternative the picture in words, for screen readers; computed when the figure is exported
 * @param width in points
 * @param height in points
 * @param colorBar the colour bar of all panels, right of their first line
 * @param transparent whether nothing is drawn under the panels
 */
public record Figure(
        String description,
        Supplier<String> alternative,
        double width,
        double height,
        Palette palette,
        Style style,
        List<Panel> panels,
        Optional<ColorBar> colorBar,
        Legend legend,
        boolean transparent) {
    /** Space around the figure on paper, in points. */
    static final double EDGE = 2;

    /** Space between panels and the colour bar, as a multiple of the text size. */
    static final double BAR_GAP = 0.9;

    public Figure {
        panels = List.copyOf(panels);
    }

    /** A figure on a page of the panels' colour. */
    Figure(
            String description,
            Supplier<String> alternative,
            double width,
            double height,
            Palette palette,
            Style style,
            List<Panel> panels,
            Optional<ColorBar> colorBar,
            Legend legend) {
        this(description, alternative, width, height, palette, style, panels, colorBar, legend, false);
    }

    /** The same with another description for screen readers. */
    public Figure described(Supplier<String> words) {
        return new Figure(description, words, width, height, palette, style, panels, colorBar, legend, transparent);
    }

    /** The same, transparent or on a page of the panels' colour. */
    public Figure transparent(boolean changed) {
        return new Figure(description, alternative, width, height, palette, style, panels, colorBar, legend, changed);
    }

    /** The same, at least {@code least} points high; extra space is placed above the legend. */
    public Figure atLeast(double least) {
        return new Figure(
                description,
                alternative,
                width,
                Math.max(height, least),
                palette,
                style,
                panels,
                colorBar,
                legend,
                transparent);
    }

    public void draw(Painter painter) {
        if (!transparent) {
            painter.rectangle(0, 0, width, height, palette.panel());
        }
        for (var panel : panels) {
            panel.draw(painter, palette, style);
        }
        var last = endOfFirstLine();
        double beside = last.captionRight() + BAR_GAP * style.text();
        colorBar.ifPresent(bar ->
                bar.draw(painter, beside, last.place().top(), last.place().height(), palette, style));
        double left = left(panels);
        double right = right(panels);
        double legendHeight = legend.height(painter, right - left, style);
        legend.draw(painter, left, height - legendHeight - EDGE, right - left, palette, style);
    }

    /** Left end of the plots. */
    static double left(List<Panel> panels) {
        return panels.stream().mapToDouble(panel -> panel.place().left()).min().orElseThrow();
    }

    /** Right end of the plots and their captions. */
    static double right(List<Panel> panels) {
        return panels.stream().mapToDouble(Panel::captionRight).max().orElseThrow();
    }

    private Panel endOfFirstLine() {
        var first = panels.getFirst();
        return panels.stream()
                .filter(panel -> panel.place().top() == first.place().top())
                .reduce(first, (one, other) -> other.captionRight() > one.captionRight() ? other : one);
    }
}
