package scorescope.plot;

/**
 * One small disc in one colour, ready to be put anywhere: how much of it falls on each pixel of a square, for 8 × 8 places
 * of its centre within a pixel. A disc of radius 1 costs a quarter of measuring every pixel's distance anew (100,000 of
 * them 3 ms), which is what makes a cloud of them move.
 */
final class DiscStamps {
    /** Larger discs are rather measured one by one. */
    static final double LARGEST = 3;

    private static final int PLACES = 8;

    private int side;
    private int reach;
    private int[] weights = new int[0];

    /** For discs of {@code radius} up to {@link #LARGEST}, in pixels, and of {@code alpha} up to 255. */
    void make(double radius, int alpha) {
        reach = (int) Math.ceil(radius + 0.5);
        side = 2 * reach + 1;
        if (weights.length < PLACES * PLACES * side * side) {
            weights = new int[PLACES * PLACES * side * side];
        }
        int at = 0;
        for (int placeY = 0; placeY < PLACES; placeY++) {
            for (int placeX = 0; placeX < PLACES; placeX++) {
                for (int j = 0; j < side; j++) {
                    double dy = j - reach + 0.5 - (placeY + 0.5) / PLACES;
                    for (int i = 0; i < side; i++) {
                        double dx = i - reach + 0.5 - (placeX + 0.5) / PLACES;
                        double coverage = Math.clamp(radius + 0.5 - Math.sqrt(dx * dx + dy * dy), 0, 1);
                        int part = (int) (alpha * coverage + 0.5);
                        weights[at++] = part + (part >>> 7);
                    }
                }
            }
        }
    }

    /** Pixels along a side of the square. */
    int side() {
        return side;
    }

    /** The first column or row of the square of a disc whose centre is at {@code center}. */
    int first(double center) {
        return (int) Math.floor(center) - reach;
    }

    /** Where in {@link #weights} the square of a disc about (x, y) begins, row by row. */
    int at(double x, double y) {
        int placeX = (int) ((x - Math.floor(x)) * PLACES);
        int placeY = (int) ((y - Math.floor(y)) * PLACES);
        return (placeY * PLACES + placeX) * side * side;
    }

    /** Of 256. */
    int[] weights() {
        return weights;
    }
}
