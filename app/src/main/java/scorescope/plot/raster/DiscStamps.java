package scorescope.plot.raster;

import java.util.function.IntUnaryOperator;

/**
 * Coverage of the pixels of the smallest square around a small disc, tabulated for 8 × 8 positions of the centre within a
 * pixel. Without a branch and with nine pixels for a disc of radius 0.9, drawing takes a fifth of the time of computing each
 * pixel's distance, so that 100,000 particles can be animated.
 */
final class DiscStamps {
    /** Largest radius in pixels. */
    static final double LARGEST = 3;

    static final int PLACE_BITS = 3;
    static final int PLACES = 1 << PLACE_BITS;

    /** Offset that makes eighths of a pixel positive. */
    private static final int ABOVE = 1 << 24;

    private int lead;
    private int side;
    private int[] weights = new int[0];

    /**
     * Fills the table for discs of {@code radius} pixels, up to {@link #LARGEST}, and opacity {@code alpha} of 255.
     *
     * @param weight maps a pixel's coverage, from 0 to 255, to the value stored
     */
    void make(double radius, int alpha, IntUnaryOperator weight) {
        double reach = radius + 0.5;
        // Most pixel centres in an open interval of length 2 reach.
        side = (int) Math.ceil(2 * reach);
        if (weights.length < PLACES * PLACES * side * side) {
            weights = new int[PLACES * PLACES * side * side];
        }
        // The first pixel whose centre lies beyond centre − reach: ⌈(e + ½)/8 − reach − ½⌉ = ⌊(e + lead)/8⌋ for
        // integers
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

    /** ⌊8 · pixels⌋; for NaN and far below 0 some number below all pixels. */
    static int eighths(double pixels) {
        // The conversion rounds towards 0, hence the offset; Math.floor takes twice as long.
        return (int) (PLACES * pixels + ABOVE) - ABOVE;
    }

    /** ⌊8 (scale · numbers[from + i] + shift)⌋ for i < n; the compiler vectorises it. */
    static void eighths(double[] numbers, int from, double scale, double shift, int[] eighths, int n) {
        double fine = PLACES * scale;
        double above = PLACES * shift + ABOVE;
        for (int i = 0; i < n; i++) {
            eighths[i] = (int) (fine * numbers[from + i] + above) - ABOVE;
        }
    }

    /** Index, below 64, of a centre's position within its pixel. */
    static int place(int eighthX, int eighthY) {
        return (eighthY & PLACES - 1) << PLACE_BITS | (eighthX & PLACES - 1);
    }

    /** The first pixel, along one axis, of the square about a centre; the centre is given in eighths of a pixel from 0. */
    int first(int eighths) {
        return (eighths + lead) >> PLACE_BITS;
    }

    /** Summand in {@link #first}: ⌊(eighths + lead)/8⌋. */
    int lead() {
        return lead;
    }

    /** Index in {@link #weights} at which the square of a position begins, row by row. */
    int at(int place) {
        return place * side * side;
    }

    int[] weights() {
        return weights;
    }
}
