package scorescope.plot.paint;

/** A colour, 0xAARRGGBB, straight alpha. */
public record Color(int argb) {
    /** The same colour at {@code opacity}, 0 … 1, of its own. */
    public Color fade(double opacity) {
        int alpha = (int) Math.round((argb >>> 24) * opacity);
        return new Color((alpha << 24) | (argb & 0xffffff));
    }
}
