package scorescope.plot.paint;

/**
 * The colours of the interface and of figures, by meaning. The colours of analytic, learned and clean are the same
 * everywhere.
 */
public record Palette(
        boolean dark,
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

    private static Color color(int rgb) {
        return new Color(0xff000000 | rgb);
    }
}
