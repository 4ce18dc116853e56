package scorescope.plot.raster;

/**
 * An image stretched over a rectangle, bilinear between the centres of its pixels: each row of the image is first
 * stretched along itself, once, and rows of the target are mixed from the two stretched rows they lie between.
 * Enlarging twice costs a fifth of mixing four pixels for each one, since the second part is a plain loop over
 * whole rows, which the compiler turns into vector instructions. Allocates only when it grows; colours are 0xAARRGGBB.
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
     * Takes another image, and {@code across} pixels of every row of the target.
     *
     * @param argb {@code columns} × {@code rows} pixels, not copied
     * @param start where the middle of the first of them lies in the image, in its pixels from the centre of its first
     * @param step how far apart the middles lie there
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

    /** Whether nothing under the image shows. */
    boolean opaque() {
        int all = -1;
        for (int i = 0; i < columns * rows; i++) {
            all &= argb[i];
        }
        return all >>> 24 == 255;
    }

    /**
     * One row of the target; rows are asked for from the top down.
     *
     * @param at where its middle lies in the image, in its pixels from the centre of its first row
     * @return the row's colours, from 0 on, until the next is asked for
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

    /** All arrays from 0 on: with an offset into the pixels the compiler must fear that they overlap, and stays scalar. */
    private static void mix(int[] top, int[] bottom, int weight, int count, int[] out) {
        for (int i = 0; i < count; i++) {
            out[i] = Raster.mix(top[i], bottom[i], weight);
        }
    }
}
