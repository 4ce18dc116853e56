package scorescope.plot.raster;

/**
 * An image stretched over a rectangle, bilinear between the centres of its pixels. Each row of the image is stretched
 * horizontally once; rows of the target are interpolated between the two stretched rows around them. For twice the size this
 * takes a fifth of the time of interpolating between four pixels, since the second part is a plain loop over whole rows,
 * which the compiler vectorises. Allocates only when it grows; colours are 0xAARRGGBB.
 */
final class StretchedImage {
    private int[] argb = new int[0];
    private int columns;
    private int rows;
    private int across;
    private int[] upper = new int[0];
    private int[] lower = new int[0];
    private int[] mixed = new int[0];
    private int[] places = new int[0];
    private int above;

    /**
     * Sets the image and {@code across} pixels for every row of the target.
     *
     * @param argb {@code columns} × {@code rows} pixels, not copied
     * @param start position of the first target pixel's centre in the image, in image pixels from the centre of its first
     * @param step distance of neighbouring target pixels in image pixels
     */
    void take(int[] argb, int columns, int rows, int across, double start, double step) {
        this.argb = argb;
        this.columns = columns;
        this.rows = rows;
        this.across = across;
        above = -2;
        if (upper.length < across) {
            upper = new int[across];
            lower = new int[across];
            mixed = new int[across];
            places = new int[across];
        }
        // Fixed point, 8 bits after the point.
        double last = columns - 1.0;
        for (int i = 0; i < across; i++) {
            places[i] = (int) (Math.clamp(start + i * step, 0, last) * 256);
        }
    }

    /** Whether every pixel of the image is opaque. */
    boolean opaque() {
        int all = -1;
        for (int i = 0; i < columns * rows; i++) {
            all &= argb[i];
        }
        return all >>> 24 == 255;
    }

    /**
     * One row of the target; to be called from the top row down.
     *
     * @param at position of its centre in the image, in image pixels from the centre of its first row
     * @return the row's colours from index 0 on; valid until the next call
     */
    int[] row(double at) {
        double v = Math.clamp(at, 0, rows - 1.0);
        int top = Math.min((int) v, rows - 1);
        if (top != above) {
            if (top == above + 1) {
                var spare = upper;
                upper = lower;
                lower = spare;
            } else {
                stretch(argb, top * columns, columns, places, across, upper);
            }
            stretch(argb, Math.min(top + 1, rows - 1) * columns, columns, places, across, lower);
            above = top;
        }
        mix(upper, lower, (int) ((v - top) * 256), across, mixed);
        return mixed;
    }

    private static void stretch(int[] argb, int row, int columns, int[] places, int across, int[] out) {
        int last = row + columns - 1;
        for (int i = 0; i < across; i++) {
            int place = places[i];
            int left = row + (place >> 8);
            out[i] = Raster.mix(argb[left], argb[Math.min(left + 1, last)], place & 0xff);
        }
    }

    /** All arrays begin at 0: with an offset the compiler cannot exclude that they overlap, and does not vectorise. */
    private static void mix(int[] top, int[] bottom, int weight, int count, int[] out) {
        for (int i = 0; i < count; i++) {
            out[i] = Raster.mix(top[i], bottom[i], weight);
        }
    }
}
