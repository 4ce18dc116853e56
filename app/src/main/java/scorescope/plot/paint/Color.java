package scorescope.plot.paint;

/** A colour, 0xAARRGGBB, straight alpha. */
public record Color(int argb) {
    /** The opaque colour that it is on white paper. */
    public Color onWhite() {
        int alpha = argb >>> 24;
        int out = 0xff000000;
        for (int shift = 0; shift <= 16; shift += 8) {
            int level = (argb >> shift) & 0xff;
            out |= ((level * alpha + 255 * (255 - alpha)) / 255) << shift;
        }
        return new Color(out);
    }

    /** The same colour at {@code opacity}, 0 … 1, of its own. */
    public Color fade(double opacity) {
        int alpha = (int) Math.round((argb >>> 24) * opacity);
        return new Color((alpha << 24) | (argb & 0xffffff));
    }
}
