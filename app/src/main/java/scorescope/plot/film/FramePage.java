package scorescope.plot.film;

/**
 * Size of all frames in pixels.
 *
 * @param scale pixels per point for a figure that fits
 */
record FramePage(int columns, int rows, double scale) {
    /** The page for one figure of a width and a height in points. */
    static FramePage of(double width, double height, double scale) {
        return new FramePage((int) Math.ceil(scale * width), (int) Math.ceil(scale * height), scale);
    }

    /** Pixels per point for a figure: less than {@link #scale()} only if it does not fit. */
    double scale(double width, double height) {
        // Half a pixel of tolerance: a figure of exactly the page's size may be larger by rounding.
        double fits = Math.min((columns + 0.5) / width, (rows + 0.5) / height);
        return Math.min(scale, fits);
    }
}
