package scorescope.plot.film;

/**
 * The page of all frames.
 *
 * @param scale pixels of a point where a figure fits
 */
record FramePage(int columns, int rows, double scale) {
    /** The page of one figure, its width and height in points. */
    static FramePage of(double width, double height, double scale) {
        return new FramePage((int) Math.ceil(scale * width), (int) Math.ceil(scale * height), scale);
    }

    /** Pixels of a point for a figure: smaller ones only if it does not fit. */
    double scale(double width, double height) {
        // A figure of just the page's size may be larger by rounding.
        double fits = Math.min((columns + 0.5) / width, (rows + 0.5) / height);
        return Math.min(scale, fits);
    }
}
