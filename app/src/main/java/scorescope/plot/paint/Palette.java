package scorescope.plot.paint;

/**
 * The colours of the interface and of figures, by meaning. The colours of analytic, learned and clean are the same
 * everywhere.
 *
 * @param strength of arrows, contours and particles: a factor of widths and opacities, 1 but for strong contrast
 */
public record Palette(
        boolean dark,
        double strength,
        Color background,
        Color panel,
        Color line,
        Color text,
        Color mute,
        Color analytic,
        Color learned,
        Color clean,
        Color probe,
        Color particle,
        Color contour) {
    public static final Palette LIGHT = new Palette(
            false,
            1,
            color(0xfbfbfa),
            color(0xffffff),
            color(0xe3e3e0),
            color(0x1c1d1f),
            color(0x6b6f76),
            color(0x2456c9),
            color(0xa84806),
            color(0x1b7a43),
            color(0x8a1f5f),
            color(0x20242c),
            new Color(0x552a3a60));
    public static final Palette DARK = new Palette(
            true,
            1,
            color(0x141517),
            color(0x1b1c1f),
            color(0x303237),
            color(0xeceded),
            color(0x9a9ea6),
            color(0x7ea2ff),
            color(0xff9d57),
            color(0x5fcf8c),
            color(0xff8fd0),
            color(0xffffff),
            new Color(0x40ffffff));

    /** Text at least 7 : 1, marks and borders at least 3 : 1. */
    public static final Palette LIGHT_CONTRAST = new Palette(
            false,
            1.6,
            color(0xffffff),
            color(0xffffff),
            color(0x6e7278),
            color(0x000000),
            color(0x45484d),
            color(0x0a2f8f),
            color(0x6b2a00),
            color(0x00501f),
            color(0x5c0040),
            color(0x000000),
            new Color(0xc0101c3a));

    /** Text at least 7 : 1, marks and borders at least 3 : 1. */
    public static final Palette DARK_CONTRAST = new Palette(
            true,
            1.6,
            color(0x000000),
            color(0x1b1c1f),
            color(0x8b9099),
            color(0xffffff),
            color(0xc9cdd4),
            color(0xb3c8ff),
            color(0xffc08f),
            color(0x93f0b7),
            color(0xffbce4),
            color(0xffffff),
            new Color(0xb0ffffff));

    private static Color color(int rgb) {
        return new Color(0xff000000 | rgb);
    }
}
