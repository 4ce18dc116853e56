package scorescope.plot.paint;

/** A colour by its meaning, in any theme. */
@FunctionalInterface
public interface ThemeColor {
    Color on(Palette palette);

    /**
     * One of eight colours that are distinguishable with any colour vision and have no other meaning; repeated
     * cyclically.
     *
     * @see <a href="https://personal.sron.nl/~pault/">Tol, Colour schemes, muted</a>
     */
    static ThemeColor category(int index) {
        int k = Math.floorMod(index, Categories.LIGHT.length);
        return palette -> new Color(0xff000000 | Categories.of(palette)[k]);
    }

    /** The same colour, fainter. */
    default ThemeColor faded(double opacity) {
        return palette -> on(palette).fade(opacity);
    }
}
