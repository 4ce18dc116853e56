package scorescope.plot.paint;

/** The colours of the interface and of figures, by meaning. Analytic, learned and clean keep theirs everywhere. */
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
            ink(0xfbfbfa),
            ink(0xffffff),
            ink(0xe3e3e0),
            ink(0x1c1d1f),
            ink(0x6b6f76),
            ink(0x2456c9),
            ink(0xc4570b),
            ink(0x1b7a43),
            ink(0x8a1f5f),
            ink(0x20242c),
            new Color(0x552a3a60));
    public static final Palette DARK = new Palette(
            true,
            ink(0x141517),
            ink(0x1b1c1f),
            ink(0x303237),
            ink(0xeceded),
            ink(0x9a9ea6),
            ink(0x7ea2ff),
            ink(0xff9d57),
            ink(0x5fcf8c),
            ink(0xff8fd0),
            ink(0xffffff),
            new Color(0x40ffffff));

    private static Color ink(int rgb) {
        return new Color(0xff000000 | rgb);
    }
}
