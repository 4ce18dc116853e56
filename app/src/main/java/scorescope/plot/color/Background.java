package scorescope.plot.color;

import scorescope.plot.paint.Palette;

/** What lies under lines, arrows and particles: the panel's own colour, or an image whose common colours are dark or light. */
public enum Background {
    QUIET,
    DARK,
    LIGHT;

    /** The ground that an image in these colours makes. */
    public static Background of(ColorMap map) {
        if (map.name().equals(ColorMapCatalog.QUIET)) {
            return QUIET;
        }
        return map.darkAtLow() ? DARK : LIGHT;
    }

    /** Inks that can be read on it, whatever the theme: pale on viridis even on paper. */
    public Palette inks(Palette palette) {
        return switch (this) {
            case QUIET -> palette;
            case DARK -> Palette.DARK;
            case LIGHT -> Palette.LIGHT;
        };
    }
}
