package scorescope.core.density;

import java.util.SplittableRandom;
import scorescope.core.BadInputException;

/**
 * A picture in shades of grey as a distribution: as likely in a cell as this is darker than the middle between the
 * lightest and the darkest shade, times its area, and even inside a cell. Shades are sRGB's stored values, which is the
 * light that a person judges darkness by, not linear light. The longer side of the picture spans {@link #SPAN} data units
 * about the origin, upright.
 *
 * @param width columns that the picture covers; the last may be covered in part
 * @param height rows that it covers; likewise
 * @param grey 0 black to 1 white, row by row from the top; not copied
 */
public record GreyPicture(int columns, int rows, double width, double height, float[] grey) {
    /** The longer side, in data units. */
    public static final double SPAN = 8;

    public GreyPicture {
        if (columns < 1 || rows < 1 || grey.length != columns * rows) {
            throw new IllegalArgumentException(grey.length + " shades for " + columns + " × " + rows + " cells");
        }
        if (!(width > columns - 1 && width <= columns && height > rows - 1 && height <= rows)) {
            throw new IllegalArgumentException(
                    width + " × " + height + " is not covered by " + columns + " × " + rows + " cells");
        }
    }

    /** A picture whose cells are whole pixels. */
    public GreyPicture(int columns, int rows, float[] grey) {
        this(columns, rows, columns, rows, grey);
    }

    /** The side of a cell, in data units. */
    public double pixel() {
        return SPAN / Math.max(width, height);
    }

    /**
     * Draws points from it, spread over the shades more evenly than independent ones would be: the i-th stands where a
     * share (i + u)/n of all darkness has gone by, row by row, u uniform. The same seed gives the same points.
     *
     * @param x first coordinates in data units; overwritten
     * @param y second coordinates; overwritten; as long as {@code x}
     * @throws BadInputException if the picture is all of one shade
     */
    public void draw(long seed, double[] x, double[] y) {
        double[] gone = darkness();
        double all = gone[gone.length - 1];
        if (!(all > 0)) {
            throw new BadInputException("picture", "is all of one shade", "use one with dark shapes on a light ground");
        }
        var random = new SplittableRandom(seed);
        int at = 0;
        for (int i = 0; i < x.length; i++) {
            double share = (i + random.nextDouble()) / x.length * all;
            while (at < gone.length - 1 && gone[at] <= share) {
                at++;
            }
            int row = at / columns;
            int column = at - row * columns;
            x[i] = (column + random.nextDouble() * covered(column, width) - 0.5 * width) * pixel();
            y[i] = (0.5 * height - row - random.nextDouble() * covered(row, height)) * pixel();
        }
    }

    /** How much of the cell of that number the picture covers, along one side. */
    private static double covered(int cell, double side) {
        return Math.min(1, side - cell);
    }

    /** Summed up, cell by cell. */
    private double[] darkness() {
        float lightest = Float.NEGATIVE_INFINITY;
        float darkest = Float.POSITIVE_INFINITY;
        for (float shade : grey) {
            lightest = Math.max(lightest, shade);
            darkest = Math.min(darkest, shade);
        }
        double middle = 0.5 * (lightest + darkest);
        double[] gone = new double[grey.length];
        double sum = 0;
        for (int i = 0; i < grey.length; i++) {
            double area = covered(i % columns, width) * covered(i / columns, height);
            sum += area * Math.max(0, middle - grey[i]);
            gone[i] = sum;
        }
        return gone;
    }
}
