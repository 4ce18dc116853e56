package scorescope.plot.color;

import scorescope.plot.guide.Caption;
import scorescope.plot.guide.Legend;
import scorescope.plot.paint.Painter;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.Style;

/**
 * The background under lines, arrows and particles: the panel's own colour, or an image whose common colours are dark
 * or light.
 */
public enum Background {
    QUIET,
    DARK,
    LIGHT;

    /** The background formed by an image in these colours. */
    public static Background of(ColorMap map) {
        if (map.name().equals(ColorMapCatalog.QUIET)) {
            return QUIET;
        }
        return map.darkAtLow() ? DARK : LIGHT;
    }

    /** The palette whose colours are legible on this background, whatever the theme: the dark one on viridis even on paper. */
    public Palette adapted(Palette palette) {
        return switch (this) {
            case QUIET -> palette;
            case DARK -> Palette.DARK;
            case LIGHT -> Palette.LIGHT;
        };
    }

    /** The entry with its sample as it is seen in the drawing: in the same colours, on a piece of this background. */
    public Legend.Entry under(Legend.Entry entry) {
        return entry.sample() == Legend.NOTHING || this == QUIET
                ? entry
                : new Legend.Entry(new OnBackground(this, entry.sample()), entry.text());
    }

    /** The sample arrows of a caption in the drawing's colours, each on a piece of this background. */
    public Caption under(Caption caption) {
        return this == QUIET
                ? caption
                : caption.with(caption.keys().stream()
                        .map(key -> new Caption.Key(
                                palette -> key.color().on(adapted(palette)), key.head(), palette -> adapted(palette)
                                        .panel()))
                        .toList());
    }

    /** A sample on a piece of the background. */
    private record OnBackground(Background background, Legend.Sample sample) implements Legend.Sample {
        private static final double MARGIN = 0.2;

        @Override
        public double measure() {
            return sample.measure();
        }

        @Override
        public void draw(Painter painter, double x, double y, Palette palette, Style style) {
            var colors = background.adapted(palette);
            if (!colors.equals(palette)) {
                double em = style.ticks();
                painter.rectangle(x, y - 0.55 * em, sample.width(style) - 3 * MARGIN * em, 1.1 * em, colors.panel());
            }
            sample.draw(painter, x + (colors.equals(palette) ? 0 : MARGIN * style.ticks() / 2), y, colors, style);
        }

        @Override
        public double width(Style style) {
            return sample.width(style);
        }
    }
}
