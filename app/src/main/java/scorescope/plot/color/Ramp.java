package scorescope.plot.color;

import scorescope.plot.guide.Legend;
import scorescope.plot.paint.Color;
import scorescope.plot.paint.Painter;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.Style;

/**
 * Colours lying side by side, for a legend.
 *
 * @param parts how many
 * @param length of all of them, in sizes of the legend's text
 * @param thickness likewise
 */
public record Ramp(int parts, double length, double thickness, Colors colors) implements Legend.Sample {
    /** The colour at a share from 0 to 1. */
    public interface Colors {
        Color at(double share, Palette palette);
    }

    @Override
    public void draw(Painter painter, double x, double y, Palette palette, Style style) {
        double size = style.ticks();
        double part = length * size / parts;
        for (int i = 0; i < parts; i++) {
            // Each reaches under the next, so that no seam shows between them.
            double wide = i + 1 < parts ? 1.5 * part : part;
            var color = colors.at((i + 0.5) / parts, palette);
            painter.rectangle(x + i * part, y - 0.5 * thickness * size, wide, thickness * size, color);
        }
    }

    @Override
    public double width(Style style) {
        return (length + 0.6) * style.ticks();
    }
}
