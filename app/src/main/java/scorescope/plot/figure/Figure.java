package scorescope.plot.figure;

import java.util.List;
import java.util.Optional;
import scorescope.plot.color.ColorBar;
import scorescope.plot.guide.Legend;
import scorescope.plot.paint.Painter;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.Style;

/**
 * A whole picture, laid out and computed; {@link #draw} puts it on any painter.
 *
 * @param description what it shows, in one line of plain text
 * @param width in points
 * @param height in points
 * @param colorBar colours of the density, right of the last panel
 */
public record Figure(
        String description,
        double width,
        double height,
        Palette palette,
        Style style,
        List<Panel> panels,
        Optional<ColorBar> colorBar,
        Legend legend) {
    public Figure {
        panels = List.copyOf(panels);
    }

    public void draw(Painter painter) {
        painter.rectangle(0, 0, width, height, palette.panel());
        for (var panel : panels) {
            panel.draw(painter, palette, style);
        }
        var last = panels.getLast().place();
        colorBar.ifPresent(bar -> bar.draw(
                painter,
                last.right() + FigureBuilder.BAR_GAP * style.text(),
                last.top(),
                last.height(),
                palette,
                style));
        double left =
                panels.stream().mapToDouble(panel -> panel.place().left()).min().orElseThrow();
        double right = panels.stream()
                .mapToDouble(panel -> panel.place().right())
                .max()
                .orElseThrow();
        double legendHeight = legend.height(painter, right - left, style);
        legend.draw(painter, left, height - legendHeight - FigureBuilder.EDGE, right - left, palette, style);
    }
}
