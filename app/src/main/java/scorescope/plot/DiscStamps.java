package scorescope.plot;

import java.util.function.IntUnaryOperator;

/**
 * One small disc in one colour, ready to be put anywhere: how much of it falls on each pixel of the smallest square that
 * holds it, for 8 × 8 places of its centre within a pixel. Without a branch and with nine pixels for a disc of radius 0.9
 * it costs a fifth of measuring every pixel's distance anew, which is what makes a cloud of 100,000 move.
 */
final class DiscStamps {
    /** Larger discs are rather measured one by one. */
    static final double LARGEST = 3;

    private static final int PLACES = 8;

    private final int[] offsets = new int[PLACES];
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
        for (int place = 0; place < PLACES; place++) {
            offsets[place] = (int) Math.ceil(center(place) - reach - 0.5);
        }
        int at = 0;
        for (int placeY = 0; placeY < PLACES; placeY++) {
            for (int placeX = 0; placeX < PLACES; placeX++) {
                for (int j = 0; j < side; j++) {
                    double dy = offsets[placeY] + j + 0.5 - center(placeY);
                    for (int i = 0; i < side; i++) {
                        double dx = offsets[placeX] + i + 0.5 - center(placeX);
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

    /** The first pixel, along one axis, of the square about a centre that stands so many eighths of a pixel from 0. */
    int first(int eighths) {
        return (eighths >> 3) + offsets[eighths & PLACES - 1];
    }

    /** Where in {@link #weights} a square begins, row by row. */
    int at(int placeX, int placeY) {
        return (placeY * PLACES + placeX) * side * side;
    }

    int[] weights() {
        return weights;
    }
}
