package scorescope.plot.paint;

/** The colours behind {@link ThemeColor#category}, darker on white and lighter on black. */
final class Categories {
    static final int[] LIGHT = {0x332288, 0xaa4499, 0x117733, 0xcc6677, 0x1f8fc0, 0x882255, 0x2f8f81, 0x8a8a2a};
    /** On white with strong contrast, at least 4.5 : 1. */
    static final int[] STRONG = {0x332288, 0xaa4499, 0x117733, 0xb35968, 0x1b7da8, 0x882255, 0x2a8275, 0x787824};

    static final int[] DARK = {0xa79bf0, 0xe08fd2, 0x5cc07f, 0xf09aa8, 0x88ccee, 0xe07ba6, 0x6fd0c0, 0xddcc77};

    private Categories() {}

    static int[] of(Palette palette) {
        return palette.dark() ? DARK : palette.strength() > 1 ? STRONG : LIGHT;
    }
}
