package scorescope.plot.paint;

/** A colour by its meaning, whatever the theme. */
@FunctionalInterface
public interface ThemeColor {
    Color on(Palette palette);

    /**
     * One of eight colours that are told apart with any sight and stand for nothing else; again from the first after the
     * last.
     *
     * @see <a href="https://personal.sron.nl/~pault/">Tol, Colour schemes, muted</a>
     */
    static ThemeColor category(int index) {
        int k = Math.floorMod(index, Categories.LIGHT.length);
        return palette -> new Color(0xff000000 | (palette.dark() ? Categories.DARK : Categories.LIGHT)[k]);
    }

    /** The same colour, fainter. */
    default ThemeColor faded(double opacity) {
        return palette -> on(palette).fade(opacity);
    }
}
