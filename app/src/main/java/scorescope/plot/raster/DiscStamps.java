package scorescope.plot.raster;

import java.util.function.IntUnaryOperator;

/**
 * One small disc in one colour, ready to be put anywhere: how much of it falls on each pixel of the smallest square that
 * holds it, for 8 × 8 places of its centre within a pixel. Without a branch and with nine pixels for a disc of radius 0.9
 * it costs a fifth of measuring every pixel's distance anew, which is what makes a cloud of 100,000 move.
 */
final class DiscStamps {
    /** Larger discs are rather measured one by one. */
    static final double LARGEST = 3;

    static final int PLACE_BITS = 3;
    static final int PLACES = 1 << PLACE_BITS;

    /** Large enough that what is drawn is not below minus it. */
    private static final int ABOVE = 1 << 24;

    private int lead;
    private int side;
    private int[] weights = new int[0];

    /**
     * For discs of {@code radius} up to {@link #LARGEST}, in pixels, and of {@code alpha} up to 255.
     *
     * @param weight what to keep for a pixel that the disc covers with so much of 255
     */
    void make(double radius, int alpha, IntUnaryOperator weight) {
        double reach = radius + 0.5;
        // So many middles of pixels fit into an open interval of length 2 reach.
        side = (int) Math.ceil(2 * reach);
        if (weights.length < PLACES * PLACES * side * side) {
            weights = new int[PLACES * PLACES * side * side];
        }
        // The first pixel whose middle lies beyond centre − reach: ⌈(e + ½)/8 − reach − ½⌉ = ⌊(e + lead)/8⌋ for whole
        // e.
        lead = (int) Math.ceil(0.5 - PLACES * (reach + 0.5)) + PLACES - 1;
        int at = 0;
        for (int placeY = 0; placeY < PLACES; placeY++) {
            for (int placeX = 0; placeX < PLACES; placeX++) {
                for (int j = 0; j < side; j++) {
                    double dy = first(placeY) + j + 0.5 - center(placeY);
                    for (int i = 0; i < side; i++) {
                        double dx = first(placeX) + i + 0.5 - center(placeX);
                        double coverage = Math.clamp(reach - Math.sqrt(dx * dx + dy * dy), 0, 1);
                        weights[at++] = weight.applyAsInt((int) (alpha * coverage + 0.5));
                    }
                }
            }
        }
    }

    private static double center(int place) {
        return (place + 0.5) / PLACES;
    }

    /** Pixels along a side of the square. */
    int side() {
        return side;
    }

    /** The whole eighths below a place in pixels; far on the negative side (and of NaN) some number below all pixels. */
    static int eighths(double pixels) {
        // A conversion rounds towards 0, so it is made above 0; Math.floor takes twice as long.
        return (int) (PLACES * pixels + ABOVE) - ABOVE;
    }

    /** The same for {@code scale} times numbers plus {@code shift}, in vectors. */
    static void eighths(double[] numbers, int from, double scale, double shift, int[] eighths, int n) {
        double fine = PLACES * scale;
        double above = PLACES * shift + ABOVE;
        for (int i = 0; i < n; i++) {
            eighths[i] = (int) (fine * numbers[from + i] + above) - ABOVE;
        }
    }

    /** Which of the 64 places in its pixel a centre has. */
    static int place(int eighthX, int eighthY) {
        return (eighthY & PLACES - 1) << PLACE_BITS | (eighthX & PLACES - 1);
    }

    /** The first pixel, along one axis, of the square about a centre; the centre is given in eighths of a pixel from 0. */
    int first(int eighths) {
        return (eighths + lead) >> PLACE_BITS;
    }

    /** What to add to the eighths of a centre for those of the first pixel of its square. */
    int lead() {
        return lead;
    }

    /** Where in {@link #weights} the square of a place begins, row by row. */
    int at(int place) {
        return place * side * side;
    }

    int[] weights() {
        return weights;
    }
}
